import type { Incident } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useActs, useIsUnsent } from './use-acts';

/** What fits the state, the one that needs you first. */
export function Actions({ incident, hasKeys = false }: { incident: Incident; hasKeys?: boolean }) {
  const { act } = useActs();
  const isUnsent = useIsUnsent(incident.id);
  const key = (letter: string) => hasKeys && <kbd>{letter}</kbd>;
  if (incident.state === 'resolved') {
    return (
      <button type="button" className="button" disabled={isUnsent} onClick={() => void act('reopen', incident)}>
        <Icon name="undo" small /> Reopen
      </button>
    );
  }
  return (
    <>
      {incident.state === 'triggered' && (
        <button
          type="button"
          className="button primary"
          disabled={isUnsent}
          onClick={() => void act('acknowledge', incident)}
        >
          {isUnsent ? 'Not sent yet' : 'Acknowledge'} {!isUnsent && key('a')}
        </button>
      )}
      <button type="button" className="button" disabled={isUnsent} onClick={() => void act('resolve', incident)}>
        Resolve {key('r')}
      </button>
    </>
  );
}
