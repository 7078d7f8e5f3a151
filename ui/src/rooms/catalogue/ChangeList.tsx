import { Link } from 'wouter';
import type { ChangeEntry } from '../../api/types';
import { Icon } from '../../kit/icons';
import { WebLink } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { addressOf } from './wording';

interface ChangeListProps {
  changes: ChangeEntry[];
  /** On a page of one service its name is not said again. */
  isOfOne?: boolean;
  /** When the trouble began: what came before is told from what came after. */
  began?: string;
}

/** Changes and deployments, newest first. */
export function ChangeList({ changes, isOfOne = false, began }: ChangeListProps) {
  return (
    <ul className="plain changes">
      {changes.map((change) => (
        <li key={change.id}>
          <Icon name="steps" small />
          <div>
            <p className="breaks">{change.summary}</p>
            <p className="meta">
              <Clock at={change.at} />
              {began && (Date.parse(change.at) < Date.parse(began) ? ', before it began' : ', since it began')}
              {!isOfOne && (
                <>
                  , <Link href={addressOf(change.service)}>{change.service.name}</Link>
                </>
              )}
              {change.source && `, by ${change.source}`}
              {change.links.map(({ href, text }) => (
                <span key={href}>
                  {' '}
                  <WebLink href={href}>{text || 'link'}</WebLink>
                </span>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
