import type { Incident } from '../../api/types';
import { Icon } from '../../kit/icons';
import { say } from '../../kit/toasts';
import { useMe } from '../session/use-session';
import { More } from './More';
import { useActs, useIsUnsent } from './use-acts';
import { doTo } from './use-life';
import { canDo, isAwaited, isMe, type LifeAct } from './wording';

interface ActionsProps {
  incident: Incident;
  hasKeys?: boolean;
  /** Everything else that can be done, behind one button. */
  hasMore?: boolean;
}

/** What fits the state, the one that needs you first. */
export function Actions({ incident, hasKeys = false, hasMore = false }: ActionsProps) {
  const { act } = useActs();
  const me = useMe();
  const isUnsent = useIsUnsent(incident.id);
  const key = (letter: string) => hasKeys && <kbd>{letter}</kbd>;
  const send = (what: LifeAct) =>
    void doTo(incident, what, undefined).catch((problem: unknown) =>
      say(problem instanceof Error ? problem.message : 'That did not work.', { isLasting: true }),
    );
  const canAcknowledge = canDo('acknowledge', incident);
  return (
    <>
      {canAcknowledge && (
        <button
          type="button"
          className="button primary"
          disabled={isUnsent}
          onClick={() => void act('acknowledge', incident)}
        >
          {isUnsent ? 'Not sent yet' : 'Acknowledge'} {!isUnsent && key('a')}
        </button>
      )}
      {incident.state === 'acknowledged' && !incident.snooze && isMe(incident.acknowledgedBy, me.id) && (
        <button type="button" className="button" onClick={() => send('acknowledge')}>
          Still on it
        </button>
      )}
      {isAwaited(incident, me.id) && (
        <button type="button" className="button primary" onClick={() => send('acknowledge')}>
          Acknowledge too
        </button>
      )}
      {canDo('resolve', incident) && (
        <button type="button" className="button" disabled={isUnsent} onClick={() => void act('resolve', incident)}>
          Resolve {key('r')}
        </button>
      )}
      {incident.state === 'resolved' && (
        <button type="button" className="button" disabled={isUnsent} onClick={() => void act('reopen', incident)}>
          <Icon name="undo" small /> Reopen
        </button>
      )}
      {incident.state === 'merged' && (
        <button type="button" className="button" onClick={() => send('unmerge')}>
          <Icon name="undo" small /> Un-merge
        </button>
      )}
      {hasMore && <More incident={incident} hasKeys={hasKeys} />}
    </>
  );
}
