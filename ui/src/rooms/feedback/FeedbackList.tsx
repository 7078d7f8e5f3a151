import { Link } from 'wouter';
import type { Feedback } from '../../api/types';
import { Clock } from '../../kit/moments';
import { CATEGORIES, moodOf, starsOf, VERDICTS } from './wording';

/** What each said, newest first. */
export function FeedbackList({ items }: { items: Feedback[] }) {
  return (
    <ul className="plain feedback-list">
      {items.map((one) => (
        <li key={one.id}>
          <p className="bar">
            <b>{one.verdict ? VERDICTS[one.verdict] : starsOf(one.stars ?? 0)}</b>
            <span>{one.person.name}</span>
            <span className="meta">
              {one.kind === 'page' ? 'of a page' : 'of an incident'}, <Clock at={one.at} />
            </span>
          </p>
          {one.comment && <p className="breaks">{one.comment}</p>}
          <p className="meta breaks">
            {one.incident && (
              <Link href={`/i/${one.incident.id}`}>
                INC-{one.incident.number} {one.incident.title}
              </Link>
            )}
            {one.service && <span> {one.service.name}</span>}
            {one.category && <span> {[CATEGORIES[one.category], ...one.tags].join(', ')}</span>}
            {one.sentiment !== null && moodOf(one.sentiment) !== 'neither' && <span> {moodOf(one.sentiment)}</span>}
            {one.alike > 0 && (
              <span>
                {' '}
                {one.alike} {one.alike === 1 ? 'other says' : 'others say'} nearly the same
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
