import { useState } from 'react';
import type { DutyOverride } from '../../api/types';
import { Problem } from '../../kit/field';
import { Face } from '../../kit/marks';
import { useNow } from '../../kit/now';
import { say } from '../../kit/toasts';
import { useMe } from '../session/use-session';
import { spanWords } from './plan';
import { useOverrides, withdrawOverride } from './use-duty';

/** The overrides that people agreed on, with a way out of them. */
export function AgreedList({ word, zone }: { word: string; zone: string }) {
  const { data, error, hasNextPage, fetchNextPage } = useOverrides(word);
  const overrides = data?.pages.flatMap(({ items }) => items) ?? [];
  if (!error && overrides.length === 0) return null;
  return (
    <section className="card stack" aria-label="Agreed">
      <div className="card-head">
        <h2>Agreed</h2>
        <span className="meta">overrides that are not over yet</span>
      </div>
      {error && <Problem>{`What was agreed could not be loaded. ${error.message}`}</Problem>}
      <ul className="duty-list">
        {overrides.map((one) => (
          <Line key={one.id} override={one} word={word} zone={zone} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button quiet more" onClick={() => void fetchNextPage()}>
          Load more
        </button>
      )}
    </section>
  );
}

function Line({ override, word, zone }: { override: DutyOverride; word: string; zone: string }) {
  const me = useMe();
  const now = useNow();
  const { withdraw, problem, isBusy } = useWithdrawing(
    () => withdrawOverride(word, override.id),
    'It is withdrawn. The rotation holds again.',
  );
  return (
    <li>
      <span className="person">
        <Face name={override.person.name} isMe={override.person.id === me.id} /> {override.person.name}
      </span>
      <span className="what">
        {override.instead ? `instead of ${override.instead.name}, ` : 'for everybody, '}
        {spanWords(Date.parse(override.from), Date.parse(override.until), zone, now)}
        <span className="meta">
          {override.request ? 'a request for cover' : `by ${override.by.name}`}
          {override.reason && `: ${override.reason}`}
        </span>
      </span>
      {override.mayWithdraw && (
        <button type="button" className="button quiet" disabled={isBusy} onClick={() => void withdraw()}>
          Withdraw
        </button>
      )}
      {problem && <Problem>{problem}</Problem>}
    </li>
  );
}

/** One press withdraws; a failure stands where it was pressed. */
export function useWithdrawing(work: () => Promise<void>, words: string) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      say(words);
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'Reload the page and try again.');
    } finally {
      setBusy(false);
    }
  };
  return { withdraw, problem, isBusy };
}
