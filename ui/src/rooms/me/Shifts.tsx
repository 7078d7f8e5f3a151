import { useState } from 'react';
import { Link } from 'wouter';
import type { MyDuty, MyShift } from '../../api/types';
import { useNow, useZone } from '../../kit/now';
import { clock, dayKey, shortDay } from '../../kit/time';
import { Subscribing } from '../schedule/TakeAway';

/** The reader's own shifts of the next eight weeks. */
export function Shifts({ duty }: { duty: MyDuty }) {
  const [isSubscribing, setSubscribing] = useState(false);
  return (
    <section className="card" aria-labelledby="shifts-heading">
      <div className="card-head">
        <h2 id="shifts-heading">My next shifts</h2>
        <span className="meta">eight weeks</span>
      </div>
      {duty.shifts.length === 0 && <p className="meta">None. Nobody has you on a schedule in this time.</p>}
      <ul className="next-shifts">
        {duty.shifts.map((shift) => (
          <Shift key={`${shift.schedule.id} ${shift.from}`} shift={shift} />
        ))}
      </ul>
      <button type="button" className="button quiet" onClick={() => setSubscribing(true)}>
        Add to my calendar
      </button>
      {isSubscribing && <Subscribing onClose={() => setSubscribing(false)} />}
    </section>
  );
}

function Shift({ shift: { schedule, layer, from, until } }: { shift: MyShift }) {
  const zone = useZone();
  const now = useNow();
  return (
    <li>
      <b>{words(from, until, zone, now)}</b>
      <span className="meta">
        {from === null && 'now, '}
        <Link href={`/on-call/${encodeURIComponent(schedule.word)}`}>{schedule.name}</Link>
        {layer && `, ${layer}`}
      </span>
    </li>
  );
}

/** `until Thu 26 Mar, 08:00`, `Thu 26 Mar, 20:00 to Fri 27 Mar, 08:00`; nothing is said of an end that is not in sight. */
function words(from: string | null, until: string | null, zone: string, now: number): string {
  const at = (moment: string) => `${shortDay(Date.parse(moment), zone, now)}, ${clock(Date.parse(moment), zone)}`;
  if (from === null) return until === null ? 'no end in sight' : `until ${at(until)}`;
  if (until === null) return `from ${at(from)}`;
  const isOneDay = dayKey(Date.parse(from), zone) === dayKey(Date.parse(until), zone);
  return `${at(from)} to ${isOneDay ? clock(Date.parse(until), zone) : at(until)}`;
}
