import { useState } from 'react';
import { Link } from 'wouter';
import type { MyDuty, MyShift } from '../../api/types';
import { useZone } from '../../kit/now';
import { Subscribing } from '../schedule/TakeAway';
import { shiftWords } from './wording';

/** As many as matter this month; the rest is asked for. */
const FIRST = 6;

/** The reader's own shifts of the next eight weeks. */
export function Shifts({ duty }: { duty: MyDuty }) {
  const [isSubscribing, setSubscribing] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const { shifts } = duty;
  const shown = isWhole ? shifts : shifts.slice(0, FIRST);
  return (
    <section className="card" aria-labelledby="shifts-heading">
      <div className="card-head">
        <h2 id="shifts-heading">My next shifts</h2>
        <span className="meta">eight weeks</span>
      </div>
      {shifts.length === 0 && <p className="meta">None. Nobody has you on a schedule in this time.</p>}
      <ul className="next-shifts">
        {shown.map((shift) => (
          <Shift key={`${shift.schedule.id} ${shift.from}`} shift={shift} />
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="button" onClick={() => setSubscribing(true)}>
          Add to my calendar
        </button>
        {shown.length < shifts.length && (
          <button type="button" className="button quiet" onClick={() => setWhole(true)}>
            All {shifts.length}
          </button>
        )}
      </div>
      {isSubscribing && <Subscribing onClose={() => setSubscribing(false)} />}
    </section>
  );
}

function Shift({ shift: { schedule, layer, from, until } }: { shift: MyShift }) {
  const zone = useZone();
  return (
    <li>
      <b>{shiftWords(from, until, zone)}</b>
      <span className="meta">
        {from === null && 'now, '}
        <Link href={`/on-call/${encodeURIComponent(schedule.word)}`}>{schedule.name}</Link>
        {layer && `, ${layer}`}
      </span>
    </li>
  );
}
