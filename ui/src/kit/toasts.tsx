import { useSyncExternalStore } from 'react';
import { Icon } from './icons';

interface Toast {
  id: number;
  text: string;
  action?: { word: string; run: () => void };
  isLasting: boolean;
}

const STAY_MS = 10_000;
let toast: Toast | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;
const watchers = new Set<() => void>();

function show(next: Toast | null): void {
  toast = next;
  clearTimeout(timer);
  if (next && !next.isLasting) timer = setTimeout(() => show(null), STAY_MS);
  for (const watch of watchers) watch();
}

/** Says one sentence at the foot of the screen; a newer one replaces it. Gives back how to take it away. */
export function say(text: string, extra: { action?: Toast['action']; isLasting?: boolean } = {}): () => void {
  count += 1;
  const id = count;
  show({ id, text, isLasting: extra.isLasting ?? false, ...(extra.action ? { action: extra.action } : {}) });
  return () => {
    if (toast?.id === id) show(null);
  };
}

const subscribe = (watch: () => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toast);
  return (
    <div role="status" className="toasts">
      {shown && (
        <div className="toast afloat" key={shown.id}>
          <p>{shown.text}</p>
          {shown.action && (
            <button
              type="button"
              className="button"
              onClick={() => {
                shown.action?.run();
                show(null);
              }}
            >
              {shown.action.word}
            </button>
          )}
          <button
            type="button"
            className="button quiet only-icon"
            aria-label="Close message"
            onClick={() => show(null)}
          >
            <Icon name="x" small />
          </button>
        </div>
      )}
    </div>
  );
}
