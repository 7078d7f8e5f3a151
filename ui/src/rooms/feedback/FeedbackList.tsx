import { Link } from 'wouter';
import type { Feedback } from '../../api/types';
import { Clock } from '../../kit/moments';
import { CATEGORIES, moodOf, starsOf, VERDICTS } from './wording';

const KINDS: Record<Feedback['kind'], string> = {
  page: 'of a page',
  incident: 'of an incident',
  ticket: 'written to support',
};

function headOf({ verdict, stars, ticket }: Feedback): string {
  if (ticket) return `${ticket.source} ${ticket.number}`;
  return verdict ? VERDICTS[verdict] : starsOf(stars ?? 0);
}

/** What each said, newest first. */
export function FeedbackList({ items }: { items: Feedback[] }) {
  return (
    <ul className="plain feedback-list">
      {items.map((one) => (
        <li key={one.id}>
          <p className="bar">
            <b>{headOf(one)}</b>
            {one.person && <span>{one.person.name}</span>}
            <span className="meta">
              {KINDS[one.kind]}, <Clock at={one.at} />
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
