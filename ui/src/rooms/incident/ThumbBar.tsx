import { useEffect, useRef, useState } from 'react';
import type { Incident } from '../../api/types';
import { useActs, useIsUnsent } from './use-acts';
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
  const { act, actOnAll } = useActs();
  const open = needs.find((incident) => canDo('acknowledge', incident));
  const one = selected && canDo('acknowledge', selected) ? selected : open;
  const targets = picked.length > 0 ? picked : one ? [one] : [];
  const isGuarded = useGuard(picked.length > 0 ? null : (one?.id ?? null));
  const isUnsent = useIsUnsent(picked.length > 0 ? '' : (one?.id ?? ''));
  if (targets.length === 0) return null;
  const [first] = targets as [Incident];
  const many = picked.length;
  const ackable = targets.filter((incident) => canDo('acknowledge', incident)).length;
  const run = (kind: 'acknowledge' | 'resolve') => {
    if (many > 0) {
      void actOnAll(kind, picked);
      onDone();
    } else void act(kind, first);
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
