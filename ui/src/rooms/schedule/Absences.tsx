import { type FormEvent, useState } from 'react';
import type { Absence } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field, Problem } from '../../kit/field';
import { Face } from '../../kit/marks';
import { useNow } from '../../kit/now';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { useMe } from '../session/use-session';
import { useWithdrawing } from './AgreedList';
import { CalendarDialog } from './CalendarDialog';
import { spanWords } from './plan';
import { SpanFields } from './SpanFields';
import { isWhole } from './span';
import { declareAway, useAbsences, withdrawAbsence } from './use-duty';

/** Who is away and gets no turn, and a way to say so oneself. */
export function Absences() {
  const { data, error, hasNextPage, fetchNextPage } = useAbsences();
  const [isAsking, setAsking] = useState(false);
  const [isReading, setReading] = useState(false);
  const absences = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card stack" aria-label="Away">
      <div className="card-head">
        <h2>Away</h2>
        <span className="actions end">
          <button type="button" className="button quiet" onClick={() => setReading(true)}>
            From a calendar
          </button>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            I am away
          </button>
        </span>
      </div>
      {error && <Problem>{`Who is away could not be loaded. ${error.message}`}</Problem>}
      <p className="meta">{data && absences.length === 0 ? 'Nobody has said so.' : 'Whoever is away has no turn.'}</p>
      <ul className="duty-list">
        {absences.map((one) => (
          <Line key={one.id} absence={one} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button quiet more" onClick={() => void fetchNextPage()}>
          Load more
        </button>
      )}
      {isReading && <CalendarDialog onClose={() => setReading(false)} />}
      {isAsking && <AwayDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function Line({ absence }: { absence: Absence }) {
  const me = useMe();
  const now = useNow();
  const { withdraw, problem, isBusy } = useWithdrawing(
    () => withdrawAbsence(absence.id),
    'It is withdrawn. Their turns are theirs again.',
  );
  return (
    <li>
      <span className="person">
        <Face name={absence.person.name} isMe={absence.person.id === me.id} /> {absence.person.name}
      </span>
      <span className="what">
        {spanWords(Date.parse(absence.from), Date.parse(absence.until), absence.timeZone, now)}
        {absence.reason && <span className="meta"> {absence.reason}</span>}
      </span>
      {absence.mayWithdraw && (
        <button type="button" className="button quiet" disabled={isBusy} onClick={() => void withdraw()}>
          Withdraw
        </button>
      )}
      {problem && <Problem>{problem}</Problem>}
    </li>
  );
}

function AwayDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const [span, setSpan] = useState({ from: '', until: '' });
  const [reason, setReason] = useState('');
  const { send, renew, problem, isBusy } = useSending();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wish = { ...span, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    if (!(await send((key) => declareAway(wish, key)))) return;
    say('You have no turn in this time. Look whether somebody has it.');
    onClose();
  };
  return (
    <Dialog title="I am away" onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>The next in turn has your shifts. An override that you agreed to holds.</p>
        <SpanFields
          span={span}
          zone={me.timeZone}
          onChange={(next) => {
            renew();
            setSpan(next);
          }}
        />
        <Field
          label="Why"
          hint="May be left out. You and administrators read it."
          value={reason}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => {
            renew();
            setReason(event.target.value);
          }}
        />
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="submit" className="button primary" disabled={isBusy || !isWhole(span)}>
            {isBusy ? 'Sending' : 'I am away'}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
