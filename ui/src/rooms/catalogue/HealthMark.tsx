import type { Health } from '../../api/types';
import { Icon } from '../../kit/icons';
import { SeverityMark } from '../../kit/marks';
import { healthWords } from './wording';

/** How a service is: the worst that is open of it, or that nothing is. */
export function HealthMark({ health, isQuiet = false }: { health: Health; isQuiet?: boolean }) {
  if (!health.worst) {
    return (
      <span className="well" title="Nothing open">
        <Icon name="check-circle" small />
        <span className={isQuiet ? 'unseen' : undefined}>Nothing open</span>
      </span>
    );
  }
  return (
    <span className="bar health">
      <SeverityMark rank={health.worst} size="small" isQuiet={isQuiet} />
      {!isQuiet && <span className="meta">{healthWords(health)}</span>}
    </span>
  );
}
