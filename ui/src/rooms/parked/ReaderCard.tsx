import { useId, useState } from 'react';
import { ParkedRow } from './ParkedRow';
import { type Row, retry, retryAll } from './use-parked';
import { isRebuilt, kindOf, roomOf, sum, whyUnknown } from './wording';

/** One part of Larum, and what it could not take. */
export function ReaderCard({ processor, rows }: { processor: string; rows: Row[] }) {
  const [busy, setBusy] = useState<number | 'all' | null>(null);
  const [problem, setProblem] = useState<{ index: number; why: string } | null>(null);
  const [said, setSaid] = useState('');
  const heading = useId();
  const isLeft = rows.some(({ outcome }) => outcome !== 'taken');

  const one = async (index: number) => {
    setBusy(index);
    setProblem(null);
    setSaid('');
    try {
      await retry(processor, index);
    } catch (failure) {
      setProblem({ index, why: whyUnknown(failure) });
    }
    setBusy(null);
  };

  const all = async () => {
    let taken = 0;
    let failed = 0;
    setBusy('all');
    setProblem(null);
    setSaid('Retrying.');
    try {
      await retryAll(processor, (retried) => {
        taken += retried.filter((some) => some.taken).length;
        failed += retried.filter((some) => !some.taken).length;
        setSaid(`Retrying: ${sum(taken, failed)} so far.`);
      });
      setSaid(taken + failed > 0 ? `${sum(taken, failed)}.` : 'Nothing of it is parked any more.');
    } catch (failure) {
      setSaid([sum(taken, failed), whyUnknown(failure)].filter(Boolean).join('. '));
    }
    setBusy(null);
  };

  return (
    <section className="card" aria-labelledby={heading}>
      <div className="parked-head">
        <div>
          <h2 className="breaks" id={heading}>
            {processor}
          </h2>
          <p className="meta">{kindOf(processor)}</p>
        </div>
        {!isRebuilt(processor) && isLeft && (
          <button type="button" className="button" disabled={busy !== null} onClick={() => void all()}>
            {busy === 'all' ? 'Retrying' : 'Retry all'}
          </button>
        )}
      </div>
      {isRebuilt(processor) && (
        <p className="parked-mend">
          It reads in order, so one event alone cannot be given to it again. Once the reason is gone, build the list
          anew on the server: <code className="mono">./larum rebuild {roomOf(processor)}</code>
        </p>
      )}
      <p role="status" className={said ? 'parked-said' : 'unseen'}>
        {said}
      </p>
      <ul className="parked-rows">
        {rows.map((row) => (
          <ParkedRow
            key={row.index}
            row={row}
            problem={problem?.index === row.index ? problem.why : null}
            isBusy={busy === row.index}
            isHeld={busy !== null}
            onRetry={isRebuilt(processor) ? null : () => void one(row.index)}
          />
        ))}
      </ul>
    </section>
  );
}
