import { type FormEvent, useState } from 'react';
import type { MyWay } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { Clock } from '../../kit/moments';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { confirmCode, sendCode } from './use-reach';

const ASK: Partial<Record<MyWay['channel'], string>> = { sms: 'Text me a code', call: 'Call me with a code' };

const ANOTHER: Partial<Record<MyWay['channel'], string>> = { sms: 'Text me another', call: 'Call me with another' };

/** A number counts as its reader's once they have typed a code that Larum sent there. It is paged before that, too. */
export function NumberCheck({ ways }: { ways: MyWay[] }) {
  const { send, problem, isBusy } = useSending();
  const [until, setUntil] = useState<string | null>(null);
  const open = ways.filter(({ unverified, missing }) => unverified && missing === null);
  const [first] = open;
  if (!first) return null;
  return (
    <section className="number" id="number" aria-labelledby="number-heading">
      <div>
        <h3 id="number-heading">{first.address ?? 'Your number'} is not verified</h3>
        <p className="meta">Larum pages it all the same: better one page too many than none.</p>
      </div>
      {until && <Code until={until} />}
      <div className="actions">
        {open.map(({ channel }) => (
          <button
            key={channel}
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => void send(async (key) => setUntil((await sendCode(channel, key)).until))}
          >
            {until ? ANOTHER[channel] : ASK[channel]}
          </button>
        ))}
      </div>
      {problem && <Problem>{problem}</Problem>}
    </section>
  );
}

function Code({ until }: { until: string }) {
  const { send, renew, problem, isBusy } = useSending();
  const [code, setCode] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await send((key) => confirmCode(code, key))) say('Your number is verified.');
  };
  return (
    <form className="number-code" onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label="The six digits that came"
        value={code}
        onChange={(event) => {
          renew();
          setCode(event.target.value);
        }}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={11}
        problem={problem ?? undefined}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={isBusy || code.trim() === ''}>
          Verify
        </button>
        <span className="meta">
          good until <Clock at={until} />
        </span>
      </div>
    </form>
  );
}
