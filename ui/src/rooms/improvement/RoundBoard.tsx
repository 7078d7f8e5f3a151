import { useSearchParams } from 'wouter';
import type { Improvement, Round } from '../../api/types';
import { Icon } from '../../kit/icons';
import { ItemLink, Loading, Score, Standing } from './parts';
import { useRound, useRoundItems } from './use-improvements';
import { dayOf, filled, STATE } from './wording';

const OVER: Improvement['state'][] = ['done', 'failed', 'dropped'];

/** Two weeks: how full they are, what each phase is for and when, and what is where. */
export function RoundBoard() {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('round') ?? 'now';
  const list = useRound(wanted);
  const round = list.data;
  const items = useRoundItems(round?.number);
  const to = (number: number) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('round', String(number));
        return next;
      },
      { replace: true },
    );
  if (!round) return <Loading list={list} what="The round" />;
  const all = items.data?.items ?? [];
  const over = all.filter(({ state }) => OVER.includes(state));
  return (
    <>
      <div className="bar round-head">
        <button
          type="button"
          className="button quiet only-icon"
          aria-label="The round before"
          disabled={round.number <= 1}
          onClick={() => to(round.number - 1)}
        >
          <Icon name="left" />
        </button>
        <h2>
          Round {round.number}
          {round.number === round.now && ', now'}
        </h2>
        <button
          type="button"
          className="button quiet only-icon"
          aria-label="The round after"
          onClick={() => to(round.number + 1)}
        >
          <Icon name="right" />
        </button>
        <span className="meta">
          {dayOf(round.from)} to {dayOf(round.until)}
        </span>
      </div>
      <Filled round={round} />
      <Loading list={items} what="The items of the round" />
      <div className="board">
        {round.phases.map((phase) => (
          <Column
            key={phase.phase}
            title={STATE[phase.phase].word}
            note={`${phase.percent} %, ${phase.days} days: ${dayOf(phase.from)} to ${dayOf(phase.until)}`}
            isNow={round.phase === phase.phase}
            items={all.filter(
              ({ state }) => state === phase.phase || (phase.phase === 'research' && state === 'planned'),
            )}
          />
        ))}
      </div>
      {over.length > 0 && <Column title="Over" note="done, failed or dropped" isNow={false} items={over} />}
    </>
  );
}

/** The number says it, the bar shows it. */
function Filled({ round: { points, done, capacity } }: { round: Round }) {
  const wide = (part: number) => 100 * Math.min(1, part / capacity);
  const style = { '--points': wide(points), '--done': wide(done) } as React.CSSProperties;
  return (
    <p className="filled">
      <span className="filled-bar" style={style} aria-hidden="true" />
      <b>{filled(points, capacity)}</b>
      <span className="meta">{done} done</span>
    </p>
  );
}

function Column(props: { title: string; note: string; isNow: boolean; items: Improvement[] }) {
  const { title, note, isNow, items } = props;
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h3>
          {title}
          {isNow && <span className="chip">now</span>}
        </h3>
        <span className="meta">{note}</span>
      </div>
      {items.length === 0 && <p className="meta">Nothing.</p>}
      <ul className="board-items">
        {items.map((item) => (
          <li key={item.id}>
            <ItemLink item={item} />
            <span className="bar">
              <Score priority={item.priority} />
              <Standing item={item} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
