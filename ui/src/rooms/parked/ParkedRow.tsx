import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../kit/icons';
import { Moment } from '../../kit/moments';
import { Failure, Waiting } from '../../kit/screens';
import { type Row, useParkedPayload } from './use-parked';
import { formatted, inWords, times } from './wording';

interface RowProps {
  row: Row;
  /** Why it is not known what came of the retry. */
  problem: string | null;
  isBusy: boolean;
  /** Something of this reader is under way. */
  isHeld: boolean;
  /** Null where a retry is not the way. */
  onRetry: (() => void) | null;
}

/** One event, why it was not taken, and what came of the retry. */
export function ParkedRow({ row, problem, isBusy, isHeld, onRetry }: RowProps) {
  const name = useId();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (row.outcome === 'taken' && document.activeElement === document.body) place.current?.focus();
  }, [row.outcome]);
  return (
    <li className="parked-row" ref={place} tabIndex={-1}>
      <div className="parked-what">
        <p id={name}>
          <b className="breaks">{row.event ?? 'Not in the log'}</b> <span className="meta">event {row.index}</span>
        </p>
        <p className={row.outcome === 'taken' ? 'parked-reason faint' : 'parked-reason'}>{inWords(row.reason)}</p>
        <p className="meta">
          put aside <Moment at={row.at} />, {times(row.tries)}
        </p>
      </div>
      <div className="parked-act">
        <div role="status">
          {problem && <p className="parked-problem">{problem}</p>}
          {!problem && row.outcome === 'taken' && (
            <span className="state" data-state="resolved">
              <Icon name="check-circle" /> Taken now
            </span>
          )}
          {!problem && !isBusy && row.outcome === 'failing' && (
            <span className="state" data-state="acknowledged">
              <Icon name="alert" /> Still fails
            </span>
          )}
        </div>
        {onRetry && row.outcome !== 'taken' && (
          <button type="button" className="button" aria-describedby={name} disabled={isHeld} onClick={onRetry}>
            {isBusy ? 'Retrying' : 'Retry'}
          </button>
        )}
      </div>
      {row.event && row.outcome !== 'taken' && <Payload row={row} />}
    </li>
  );
}

function Payload({ row }: { row: Row }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useParkedPayload(row.processor, row.index, isOpen);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{isOpen ? 'Hide payload' : 'Show payload'}</summary>
      {isOpen && !data && !error && <Waiting rows={3} />}
      {error && !data && (
        <Failure what="The payload could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && <PayloadText payload={data.payload} />}
    </details>
  );
}

function PayloadText({ payload }: { payload: string }) {
  const { text, isJson } = formatted(payload);
  return (
    <>
      {!isJson && <p className="meta">This is not JSON, which may be just what is wrong with it.</p>}
      <pre className="code">{text}</pre>
    </>
  );
}
