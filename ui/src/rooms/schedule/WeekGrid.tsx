import type { CSSProperties } from 'react';
import type { Duty, Plan, PlanDay } from '../../api/types';
import { useNow } from '../../kit/now';
import { clock } from '../../kit/time';
import { useMe } from '../session/use-session';
import { oddLength, place, spanWords, tracks, type Window, windowOf, zonePlace } from './plan';
import { useDrawing } from './use-drawing';
import type { Length } from './view';

const HOURS: Record<Exclude<Length, 'month'>, number[]> = {
  day: [3, 6, 9, 12, 15, 18, 21],
  week: [6, 12, 18],
  weeks: [12],
};
const HOUR = 3_600_000;
/** Below this many percent of the week a name does not fit. */
const NARROW = 5;
/** And below this many the word for a gap. */
const NARROW_GAP = 3.4;

interface WeekGridProps {
  plan: Plan;
  days: PlanDay[];
  length: Exclude<Length, 'month'>;
  onShift: ((duty: Duty) => void) | undefined;
  onHours: ((hours: Window) => void) | undefined;
}

/** Days over one axis of real time: a day on which the clock is changed is as long as it is. On a phone the agenda says it. */
export function WeekGrid({ plan, days, length, onShift, onHours }: WeekGridProps) {
  const window = windowOf(days);
  const now = useNow();
  const line = place({ from: new Date(now).toISOString(), until: new Date(now + 1).toISOString() }, window);
  const overrides = plan.items.filter(({ override }) => override);
  return (
    <div className="week wide-only" data-length={length} style={headOf(plan, length, days)}>
      <div className="week-row week-days">
        <span className="week-name" />
        <div className="week-track">
          {days.map((day) => (
            <DayHead key={day.date} day={day} window={window} zone={plan.zone} />
          ))}
        </div>
      </div>
      <Ruler days={days} zone={plan.zone} hours={HOURS[length]} window={window} />
      {plan.own.length > 0 && <Ruler days={plan.own} zone={plan.timeZone} hours={HOURS[length]} window={window} />}
      <Lane
        name="Final"
        note="who is asked"
        duties={plan.items}
        window={window}
        zone={plan.zone}
        gaps={plan.gaps}
        onShift={onShift}
        onHours={onHours}
      />
      {overrides.length > 0 && <Lane name="Overrides" duties={overrides} window={window} zone={plan.zone} />}
      {[...plan.layers].reverse().map((layer) => (
        <Lane key={layer.name} name={layer.name} duties={layer.items} window={window} zone={plan.zone} isPlan />
      ))}
      {line && (
        <div className="week-row week-lines" aria-hidden="true">
          <span />
          <div className="week-track">
            <span className="week-now" style={{ insetInlineStart: `${line.left}%` }}>
              <b>now {clock(now, plan.zone)}</b>
            </span>
          </div>
        </div>
      )}
      <ul className="week-legend meta">
        <li>
          <span className="shift mine" /> yours
        </li>
        <li>
          <span className="shift overridden" /> override
        </li>
        <li>
          <span className="shift void" /> gap
        </li>
      </ul>
    </div>
  );
}

/** How high it is above the lanes: in two weeks a day is too narrow for its length beside its name. */
function headOf(plan: Plan, length: Length, days: PlanDay[]): CSSProperties {
  const isStacked = length === 'weeks' && days.some(oddLength);
  return { '--rulers': plan.own.length > 0 ? 2 : 1, '--days': isStacked ? '2.75rem' : '1.5rem' } as CSSProperties;
}

function DayHead({ day, window, zone }: { day: PlanDay; window: Window; zone: string }) {
  const at = place(day, window);
  if (!at) return null;
  const odd = oddLength(day);
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: zone }).format(
    Date.parse(day.from),
  );
  return (
    <div className="week-day" style={{ insetInlineStart: `${at.left}%`, inlineSize: `${at.width}%` }}>
      <b>
        {name.replace(',', '')}
        {odd && <span>, {odd}</span>}
      </b>
    </div>
  );
}

interface RulerProps {
  days: PlanDay[];
  zone: string;
  hours: number[];
  window: Window;
}

/** The hours of a zone along the axis. */
function Ruler({ days, zone, hours, window }: RulerProps) {
  const marks = days.flatMap((day) => hours.map((hour) => markOf(day, hour, zone)));
  return (
    <div className="week-row week-ruler meta" aria-hidden="true">
      <span>{zonePlace(zone)}</span>
      <div className="week-track">
        {marks.map((mark) => {
          const at = place({ from: new Date(mark).toISOString(), until: new Date(mark + 1).toISOString() }, window);
          return (
            at && (
              <span key={mark} style={{ insetInlineStart: `${at.left}%` }}>
                {clock(mark, zone).slice(0, 2)}
              </span>
            )
          );
        })}
      </div>
    </div>
  );
}

/** Where an hour stands on the clock: on a day on which it is changed, not so many hours after midnight. */
function markOf(day: PlanDay, hour: number, zone: string): number {
  const mark = Date.parse(day.from) + hour * HOUR;
  return mark + (hour - Number(clock(mark, zone).slice(0, 2))) * HOUR;
}

interface LaneProps {
  name: string;
  note?: string;
  duties: Duty[];
  window: Window;
  zone: string;
  gaps?: Plan['gaps'];
  isPlan?: boolean;
  /** What a press on a shift does; without it nothing can be pressed. */
  onShift?: ((duty: Duty) => void) | undefined;
  onHours?: ((hours: Window) => void) | undefined;
}

function Lane({ name, note, duties, window, zone, gaps = [], isPlan = false, onShift, onHours }: LaneProps) {
  const now = useNow();
  const { hours, handlers } = useDrawing(window, onHours);
  const drawn = hours && place(spanOf(hours), window);
  const rows = tracks(duties.filter((duty) => place(duty, window)));
  return (
    <section className="week-row" aria-label={name}>
      <p className="week-name">
        <b>{name}</b>
        {note && <span className="meta">{note}</span>}
      </p>
      <div
        className={onHours ? 'week-track drawable' : 'week-track'}
        style={{ '--tracks': Math.max(1, rows.length) } as CSSProperties}
        {...handlers}
      >
        {rows.map((track, row) =>
          track.map((duty) => (
            <Block
              key={`${duty.person.id} ${duty.layer} ${duty.from}`}
              duty={duty}
              row={row}
              window={window}
              zone={zone}
              isPlan={isPlan}
              onShift={onShift}
            />
          )),
        )}
        {gaps.map((gap) => {
          const at = place(gap, window);
          return (
            at && (
              <span
                key={gap.from}
                className="shift void"
                style={{ insetInlineStart: `${at.left}%`, inlineSize: `${at.width}%` }}
                title={`Nobody: ${spanWords(Date.parse(gap.from), Date.parse(gap.until), zone, now)}`}
              >
                <span className="unseen">
                  Nobody: {spanWords(Date.parse(gap.from), Date.parse(gap.until), zone, now)}
                </span>
                <span aria-hidden="true">{at.width >= NARROW_GAP ? 'GAP' : ''}</span>
              </span>
            )
          );
        })}
        {hours && drawn && (
          <span
            className="shift drawn"
            aria-hidden="true"
            style={{ insetInlineStart: `${drawn.left}%`, inlineSize: `${drawn.width}%` }}
          >
            {clock(hours.from, zone)} to {clock(hours.until, zone)}
          </span>
        )}
      </div>
    </section>
  );
}

interface BlockProps {
  duty: Duty;
  row: number;
  window: Window;
  zone: string;
  isPlan: boolean;
  onShift: ((duty: Duty) => void) | undefined;
}

function Block({ duty, row, window, zone, isPlan, onShift }: BlockProps) {
  const me = useMe();
  const at = place(duty, window);
  if (!at) return null;
  const looks = ['shift'];
  if (isPlan) looks.push('planned');
  if (duty.override) looks.push('overridden');
  if (duty.person.id === me.id) looks.push('mine');
  const from = duty.from ? Date.parse(duty.from) : window.from;
  const until = duty.until ? Date.parse(duty.until) : window.until;
  const instead = duty.insteadOf ? `, instead of ${duty.insteadOf.name}` : '';
  const words = `${duty.person.name}${instead}: ${spanWords(from, until, zone, Date.now())}`;
  const style = {
    insetInlineStart: `${at.left}%`,
    inlineSize: `${at.width}%`,
    insetBlockStart: `calc(${row} * var(--track))`,
  };
  const name = (
    <>
      <span className="unseen">{words}</span>
      <span aria-hidden="true">{at.width >= NARROW ? firstName(duty.person.name) : short(duty.person.name)}</span>
    </>
  );
  if (onShift) {
    return (
      <button type="button" className={looks.join(' ')} style={style} title={words} onClick={() => onShift(duty)}>
        {name}
      </button>
    );
  }
  return (
    <span className={looks.join(' ')} style={style} title={words}>
      {name}
    </span>
  );
}

const spanOf = ({ from, until }: Window) => ({
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
});

const firstName = (name: string): string => name.split(' ')[0] ?? name;

const short = (name: string): string => name.slice(0, 2).toUpperCase();
