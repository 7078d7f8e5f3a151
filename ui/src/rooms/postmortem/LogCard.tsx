import { useState } from 'react';
import type { Entry } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useZone } from '../../kit/now';
import { clock } from '../../kit/time';

const AT_FIRST = 60;

interface LogCardProps {
  entries: Entry[];
  used: Set<number>;
  /** Null while the text cannot be written. */
  onInsert: ((entry: Entry) => void) | null;
}

/** The source beside the text: what happened, to be pointed at. */
export function LogCard({ entries, used, onInsert }: LogCardProps) {
  const zone = useZone();
  const [isWhole, setWhole] = useState(false);
  const told = entries.filter(({ kind }) => kind !== 'message');
  const shown = isWhole ? entries : told.slice(0, AT_FIRST);
  const hidden = entries.length - shown.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, also for those without a mouse
    <section className="card log" aria-labelledby="log-heading" tabIndex={0}>
      <div className="card-head">
        <h2 id="log-heading">What the log says</h2>
        <span className="meta">
          {entries.length} event{entries.length === 1 ? '' : 's'}
        </span>
      </div>
      {onInsert && <p className="meta">Insert an event to point at it. The text cannot drift from the fact.</p>}
      <ol className="pickable">
        {shown.map((entry) => {
          const at = clock(Date.parse(entry.at), zone);
          const isUsed = used.has(entry.index);
          return (
            <li key={entry.index} data-state={isUsed ? 'used' : 'free'}>
              <time dateTime={entry.at}>{at}</time>
              <span className="breaks">{entry.sentence}</span>
              {isUsed ? (
                <span className="tick-box">
                  <Icon name="check" small />
                  <span className="unseen">in the text</span>
                </span>
              ) : (
                onInsert && (
                  <button
                    type="button"
                    className="button quiet only-icon"
                    aria-label={`Insert ${at} ${entry.sentence}`}
                    onClick={() => onInsert(entry)}
                  >
                    <Icon name="plus" small />
                  </button>
                )
              )}
            </li>
          );
        })}
      </ol>
      {hidden > 0 && (
        <button type="button" className="button quiet" onClick={() => setWhole(true)}>
          Show {hidden} more, with every message
        </button>
      )}
    </section>
  );
}
