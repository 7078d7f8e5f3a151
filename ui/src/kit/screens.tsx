import { type ReactNode, useEffect } from 'react';
import { Icon, type IconName } from './icons';

/** The name of the screen in the tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Larum`;
  }, [title]);
}

/** Still bars where content will be. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  return (
    <div className="waiting" role="status">
      <span className="unseen">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all the same
        <span className="skeleton" key={row} style={{ inlineSize: `${62 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Something could not be read: what happened, and one way on. */
export function Failure({ what, problem, onRetry }: { what: string; problem: unknown; onRetry: () => void }) {
  return (
    <div className="banner" role="alert">
      <Icon name="alert" />
      <p>
        <b>{what}</b> {problem instanceof Error ? problem.message : ''}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
