import type { FeedbackWeek } from '../../api/types';
import { barsOf, dayOf, rateDrawing, shareOf } from './wording';

/** How it went from week to week, drawn and as a table. */
export function Trend({ weeks, target }: { weeks: FeedbackWeek[]; target: number }) {
  const { line, goal } = rateDrawing(weeks, target);
  const newest = weeks.at(-1);
  const ends = weeks.length > 1 ? [weeks[0], newest] : [newest];
  const axis = (
    <figcaption className="plot-axis">
      {ends.map((one) => one && <span key={one.week}>{dayOf(one.week)}</span>)}
    </figcaption>
  );
  return (
    <section className="card" aria-labelledby="trend-heading">
      <div className="card-head">
        <h2 id="trend-heading">Each week</h2>
        <span className="meta">weeks begin on Monday, UTC</span>
      </div>
      <div className="columns even">
        <figure className="chart">
          <p className="meta">Pages rated; the dotted line is the goal of {target} %</p>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={rateWords(newest, target)}>
            <path className="grid" d="M0 0H100M0 100H100" />
            <path className="goal" d={goal} />
            <path d={line} />
          </svg>
          {axis}
        </figure>
        <figure className="chart">
          <p className="meta">What they were: useful, and on top of it noise or the wrong person</p>
          <svg
            className="feedback-bars"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            role="img"
            aria-label="What pages were, each week; the table says it in figures"
          >
            <path className="grid" d="M0 0H100M0 100H100" />
            {barsOf(weeks).map(({ week, x, width, useful, other }) => (
              <g key={week}>
                <rect x={x} width={width} y={useful.y} height={useful.height} />
                <rect className="none" x={x} width={width} y={other.y} height={other.height} />
              </g>
            ))}
          </svg>
          {axis}
        </figure>
      </div>
      <details>
        <summary>Show as table</summary>
        <table className="table">
          <thead>
            <tr>
              {['Week', 'Told', 'Rated', 'Useful', 'Noise', 'Wrong person', 'Stars'].map((head, n) => (
                <th key={head} scope="col" className={n > 0 ? 'num' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, told, rated, useful, noise, wrongPerson, mean }) => (
              <tr key={week}>
                <td>{dayOf(week)}</td>
                {[told, rated, useful, noise, wrongPerson, mean ?? 'none'].map((value, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
                  <td key={n} className="num">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

const rateWords = (newest: FeedbackWeek | undefined, target: number) =>
  newest
    ? `Pages rated each week: in the newest ${shareOf(newest.rated, newest.told)}, the goal is ${target} %`
    : 'Pages rated each week';
