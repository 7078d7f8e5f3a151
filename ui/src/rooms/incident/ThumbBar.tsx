import { useEffect, useRef, useState } from 'react';
import type { Incident } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { ActForm } from './ActForm';
import { FORMS } from './act-forms';
import { useActs, useIsUnsent } from './use-acts';
import { type BulkAct, bulkFailed, doToAll } from './use-bulk';
import { canDo, nameOf } from './wording';

/** After the target changed by itself, a second tap that was meant for the old one must not hit the new one. */
const GUARD_MS = 1500;

interface ThumbBarProps {
  selected: Incident | undefined;
  needs: readonly Incident[];
  picked: readonly Incident[];
  onDone: () => void;
}

/** The actions of the inbox under the thumb: for what is picked, else for the one that needs an answer. */
export function ThumbBar({ selected, needs, picked, onDone }: ThumbBarProps) {
  const { act } = useActs();
  const [form, setForm] = useState<'snooze' | 'assign' | null>(null);
  const open = needs.find((incident) => canDo('acknowledge', incident));
  const one = selected && canDo('acknowledge', selected) ? selected : open;
  const targets = picked.length > 0 ? picked : one ? [one] : [];
  const isGuarded = useGuard(picked.length > 0 ? null : (one?.id ?? null));
  const isUnsent = useIsUnsent(picked.length > 0 ? '' : (one?.id ?? ''));
  if (targets.length === 0) return null;
  const [first] = targets as [Incident];
  const many = picked.length;
  const ackable = targets.filter((incident) => canDo('acknowledge', incident)).length;
  const ids = picked.map(({ id }) => id);
  const all = (kind: BulkAct) => void doToAll(kind, ids).catch(bulkFailed);
  const run = (kind: 'acknowledge' | 'resolve') => {
    if (many > 1) all(kind);
    else void act(kind, first);
    if (many > 0) onDone();
  };
  const what = many > 1 ? `${many} selected` : `${many === 1 ? 'Selected: ' : ''}${nameOf(first)}, ${first.title}`;
  return (
    <div className={many > 0 ? 'thumb has-picked' : 'thumb'}>
      <p className="meta">{what}</p>
      {ackable > 0 && (
        <button
          type="button"
          className="button primary"
          disabled={isGuarded || isUnsent}
          onClick={() => run('acknowledge')}
        >
          {isUnsent ? 'Not sent yet' : many > 1 ? `Acknowledge ${ackable}` : 'Acknowledge'}
        </button>
      )}
      <button type="button" className="button" disabled={isGuarded || isUnsent} onClick={() => run('resolve')}>
        {many > 1 ? `Resolve ${many}` : 'Resolve'}
      </button>
      {many > 0 && (
        <>
          <button type="button" className="button" onClick={() => setForm('snooze')}>
            Snooze
          </button>
          <button type="button" className="button" onClick={() => setForm('assign')}>
            Assign
          </button>
          <button type="button" className="button quiet" onClick={onDone}>
            Clear
          </button>
        </>
      )}
      {form && (
        <Dialog title={`${FORMS[form].title}: ${many} selected`} onClose={() => setForm(null)}>
          <ActForm
            act={form}
            incident={null}
            onBack={() => setForm(null)}
            onSend={async (body) => {
              await doToAll(form, ids, body);
              setForm(null);
              onDone();
            }}
          />
        </Dialog>
      )}
    </div>
  );
}

function useGuard(target: string | null): boolean {
  const before = useRef(target);
  const [isGuarded, setGuarded] = useState(false);
  useEffect(() => {
    if (before.current === target) return;
    const isFirst = before.current === null;
    before.current = target;
    if (isFirst || target === null) return;
    setGuarded(true);
    const timer = setTimeout(() => setGuarded(false), GUARD_MS);
    return () => {
      clearTimeout(timer);
      setGuarded(false);
    };
  }, [target]);
  return isGuarded;
}
