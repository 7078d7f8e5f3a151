import type { SimulatedLine, SimulationView } from '../../api/types';
import { Face } from '../../kit/marks';
import { span } from '../../kit/time';
import { axisLength, lanes, marks, type Spot, ticks } from './axis';

/** The minutes from left to right, a lane for each who is told. The table below says the same in words. */
export function Axis({ view, names }: { view: SimulationView; names: Map<string, string> }) {
  const length = axisLength(view.lines);
  const at = (after: number) => ({ insetInlineStart: `${(after / length) * 100}%` });
  const all = lanes(view.lines);
  return (
    <div className="minutes" aria-hidden="true">
      <div className="minutes-row">
        <span />
        <div className="minutes-track figures">
          {ticks(length).map((tick) => (
            <span key={tick} style={at(tick)}>
              {span(tick)}
            </span>
          ))}
        </div>
      </div>
      {all.map(({ name, isPerson, spots }) => (
        <div className="minutes-row" key={`${isPerson} ${name}`}>
          <span className="minutes-name">
            {isPerson && <Face name={names.get(name) ?? name} />}
            <b>{names.get(name) ?? name}</b>
            {!isPerson && <span className="meta">webhook</span>}
          </span>
          <div className="minutes-track">
            {spots.map((spot) => (
              <span key={spot.after} className={`spot ${spot.look}`} style={at(spot.after)} title={titleOf(spot)} />
            ))}
          </div>
        </div>
      ))}
      <div className="minutes-row minutes-lines">
        <span />
        <div className="minutes-track">
          {marks(view).map(({ word, after }, nth) => (
            <span key={word} className="minutes-mark" style={at(after)}>
              <b style={{ insetBlockEnd: `${-1.75 * (nth + 1)}rem` }} className={after > length / 2 ? 'before' : ''}>
                {word} {span(after)}
              </b>
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

const titleOf = ({ lines }: Spot): string => lines.map(sentence).join('\n');

export function sentence(line: SimulatedLine): string {
  return [line.channel, line.outcome ?? line.what, line.said].filter(Boolean).join(', ');
}
