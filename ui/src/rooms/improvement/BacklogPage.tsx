import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Improvement } from '../../api/types';
import { Problem } from '../../kit/field';
import { Empty, useTitle } from '../../kit/screens';
import { useSending } from '../../kit/use-sending';
import { DeleteThese } from './DeleteThese';
import { ProposeForm } from './forms';
import './improvement.css';
import { addressOf, ItemLink, Kind, Loading, More, Score, Standing } from './parts';
import { RoundBoard } from './RoundBoard';
import { lookNow, useImprovements } from './use-improvements';
import { KIND, times } from './wording';

const SHELVES = [
  ['open', 'By priority'],
  ['round', 'This round'],
  ['closed', 'Closed'],
  ['delete', 'Delete these alerts'],
] as const;

/** What ought to be better: what Larum saw and what people want, the most rewarding first. */
export default function BacklogPage() {
  useTitle('Improvements');
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [isProposing, setProposing] = useState(false);
  const shelf = SHELVES.find(([name]) => name === search.get('show'))?.[0] ?? 'open';
  return (
    <div className="screen improvements">
      <div className="page-head">
        <div>
          <h1>Improvements</h1>
          <p>
            What ought to be better: seen in the figures once a day, or said by people; done in rounds of two weeks.
          </p>
        </div>
        <div className="actions">
          <Look />
          <button type="button" className="button primary" onClick={() => setProposing(true)}>
            Propose
          </button>
        </div>
      </div>
      <div className="stack">
        <nav className="tabs" aria-label="Improvements">
          {SHELVES.map(([name, word]) => (
            <Link
              key={name}
              className="tab"
              href={name === 'open' ? '/improvements' : `/improvements?show=${name}`}
              replace
              aria-current={shelf === name ? 'true' : undefined}
            >
              {word}
            </Link>
          ))}
        </nav>
        {shelf === 'delete' ? (
          <DeleteThese />
        ) : shelf === 'round' ? (
          <RoundBoard />
        ) : (
          <Items key={shelf} state={shelf === 'open' ? 'open' : 'done,failed,dropped'} />
        )}
      </div>
      {isProposing && <ProposeForm onClose={() => setProposing(false)} onDone={(item) => go(addressOf(item))} />}
    </div>
  );
}

/** Larum looks once a day; whoever has just changed something need not wait. */
function Look() {
  const { send, problem, isBusy } = useSending();
  const [found, setFound] = useState<string | null>(null);
  const look = () =>
    send(async (key) => {
      const { proposed, judged } = await lookNow(key);
      setFound(`${proposed} new, ${judged} judged`);
    });
  return (
    <>
      {found && (
        <span className="meta" role="status">
          {found}
        </span>
      )}
      {problem && <Problem>{problem}</Problem>}
      <button type="button" className="button" disabled={isBusy} onClick={() => void look()}>
        {isBusy ? 'Looking' : 'Look now'}
      </button>
    </>
  );
}

function Items({ state }: { state: string }) {
  const [kind, setKind] = useState('');
  const list = useImprovements(state, kind);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="field kind-of">
        <label htmlFor="kind">Seen in</label>
        <select id="kind" className="input" value={kind} onChange={(event) => setKind(event.target.value)}>
          <option value="">Everything</option>
          {Object.entries(KIND).map(([name, word]) => (
            <option key={name} value={name}>
              {word}
            </option>
          ))}
        </select>
      </div>
      <Loading list={list} what="The items" />
      {list.data && items.length === 0 && (
        <Empty icon="check-circle" title="Nothing here">
          Larum proposes what it sees in the figures: noisy rules, late answers, missing runbooks and the like.
        </Empty>
      )}
      {items.length > 0 && <Table items={items} />}
      <More list={list} />
    </>
  );
}

function Table({ items }: { items: Improvement[] }) {
  return (
    <table className="table cards">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Seen in</th>
          <th scope="col">Priority</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <ItemLink item={item} />
              <br />
              <span className="meta breaks">{item.sentence}</span>
            </th>
            <td>
              <Kind kind={item.kind} />
            </td>
            <td data-label="priority">
              <Score priority={item.priority} />
            </td>
            <td>
              <Standing item={item} />
              {item.recurrences > 0 && <span className="meta"> back {times(item.recurrences)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
