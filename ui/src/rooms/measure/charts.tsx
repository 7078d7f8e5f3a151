import { lastOf, path, spread, ticks } from './drawing';

interface Curve {
  name: string;
  values: (number | null)[];
  /** 0 for the one that is looked at first; the others are told apart by their dashes. */
  rank: number;
}

const DASHES = [undefined, 'second', 'goal'];

interface LinesProps {
  label: string;
  curves: Curve[];
  axis: string[];
  say: (value: number) => string;
}

/** Curves over time, each named at its end. */
export function Lines({ label, curves, axis, say }: LinesProps) {
  const top = Math.max(1, ...curves.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const named = curves.flatMap(({ name, values, rank }) => {
    const last = lastOf(values);
    return last === null ? [] : [{ name, last, isSecond: rank > 0 }];
  });
  const heights = spread(named.map(({ last }) => 100 - (100 * last) / top));
  return (
    <figure className="chart">
      <div className="plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          <path className="grid" d="M0 0H100M0 50H100M0 100H100" />
          {curves.map(({ name, values, rank }) => (
            <path key={name} className={DASHES[rank]} d={path(values, top)} />
          ))}
        </svg>
        {named.map(({ name, last, isSecond }, at) => (
          <span
            key={name}
            className={isSecond ? 'label soft' : 'label'}
            style={{ '--y': heights[at] } as React.CSSProperties}
          >
            {isSecond ? `${name} ${say(last)}` : <b>{`${name} ${say(last)}`}</b>}
          </span>
        ))}
      </div>
      <Axis words={axis} />
    </figure>
  );
}

interface BarsProps {
  label: string;
  /** What is filled, and what stands on it. */
  pairs: { filled: number; rest: number }[];
  names: [string, string];
  axis: string[];
}

/** Two kinds of a whole, one upon the other. */
export function Bars({ label, pairs, names, axis }: BarsProps) {
  const top = Math.max(1, ...pairs.map(({ filled, rest }) => filled + rest));
  const wide = 100 / Math.max(1, pairs.length);
  const last = pairs[pairs.length - 1] ?? { filled: 0, rest: 0 };
  return (
    <figure className="chart">
      <div className="plot">
        <svg className="bars" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          <path className="grid" d="M0 0H100M0 50H100M0 100H100" />
          {pairs.map(({ filled, rest }, at) => {
            const low = (100 * filled) / top;
            const high = (100 * rest) / top;
            const x = at * wide + wide * 0.1;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a point of time has its place
              <g key={at}>
                {low > 0 && <rect x={x} y={100 - low} width={wide * 0.8} height={low} />}
                {high > 0 && <rect className="none" x={x} y={100 - low - high} width={wide * 0.8} height={high} />}
              </g>
            );
          })}
        </svg>
        <span className="label soft" style={{ '--y': 12 } as React.CSSProperties}>
          {last.rest} {names[1]}
        </span>
        <span className="label" style={{ '--y': 30 } as React.CSSProperties}>
          <b>
            {last.filled} {names[0]}
          </b>
        </span>
      </div>
      <Axis words={axis} />
    </figure>
  );
}

/** Bars of what happened, and above them a mark where something else did. */
export function Marks({ label, pairs, names, axis }: BarsProps) {
  const top = Math.max(1, ...pairs.map(({ filled }) => filled));
  const wide = 100 / Math.max(1, pairs.length);
  const marks = pairs.map(({ rest }, at) => (rest > 0 ? `M${at * wide + wide / 2} 0V7` : '')).join('');
  return (
    <figure className="chart">
      <div className="plot">
        <svg className="bars" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          <path className="grid" d="M0 12H100M0 56H100M0 100H100" />
          {pairs.map(({ filled }, at) => {
            const high = (88 * filled) / top;
            return (
              high > 0 && (
                // biome-ignore lint/suspicious/noArrayIndexKey: a point of time has its place
                <rect key={at} x={at * wide + wide * 0.1} y={100 - high} width={wide * 0.8} height={high} />
              )
            );
          })}
          {marks && <path className="mark" d={marks} />}
        </svg>
        <span className="label soft" style={{ '--y': 4 } as React.CSSProperties}>
          {names[1]}
        </span>
        <span className="label" style={{ '--y': 40 } as React.CSSProperties}>
          <b>{names[0]}</b>
        </span>
      </div>
      <Axis words={axis} />
    </figure>
  );
}

function Axis({ words }: { words: string[] }) {
  return (
    <figcaption className="plot-axis">
      {ticks(words).map((word) => (
        <span key={word}>{word}</span>
      ))}
    </figcaption>
  );
}

/** The course of a figure, small; the figure beside it says what it is. */
export function Spark({ values }: { values: (number | null)[] }) {
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const line = path(values, top, 30);
  if (!line) return <svg className="spark" viewBox="0 0 100 30" aria-hidden="true" />;
  return (
    <svg className="spark" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      <path d={line} />
    </svg>
  );
}
