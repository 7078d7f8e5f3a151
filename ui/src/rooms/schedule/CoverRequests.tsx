import { type FormEvent, useState } from 'react';
import type { Cover } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Problem } from '../../kit/field';
import { Face } from '../../kit/marks';
import { useNow } from '../../kit/now';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { useMe } from '../session/use-session';
import { useWithdrawing } from './AgreedList';
import { spanWords } from './plan';
import { SpanFields } from './SpanFields';
import { isWhole, sent, spanOf } from './span';
import { takeCover, useRequests, withdrawRequest } from './use-duty';

/** Who would rather not have a shift: those that the reader may take, and what they asked for themselves. */
export function CoverRequests() {
  const forMe = useRequests('for-me');
  const byMe = useRequests('by-me');
  const [taking, setTaking] = useState<Cover | null>(null);
  const all = [forMe, byMe].flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []);
  const error = forMe.error ?? byMe.error;
  if (!error && all.length === 0) return null;
  return (
    <section className="card stack" aria-label="Requests for cover">
      <div className="card-head">
        <h2>Requests for cover</h2>
        <span className="meta">whoever says yes first has it</span>
      </div>
      {error && <Problem>{`The requests could not be loaded. ${error.message}`}</Problem>}
      <ul className="duty-list">
        {all.map((one) => (
          <Line key={one.id} request={one} onTake={() => setTaking(one)} />
        ))}
      </ul>
      {[forMe, byMe].some(({ hasNextPage }) => hasNextPage) && (
        <button
          type="button"
          className="button quiet more"
          onClick={() => {
            for (const list of [forMe, byMe]) if (list.hasNextPage) void list.fetchNextPage();
          }}
        >
          Load more
        </button>
      )}
      {taking && <TakeDialog request={taking} onClose={() => setTaking(null)} />}
    </section>
  );
}

function Line({ request, onTake }: { request: Cover; onTake: () => void }) {
  const me = useMe();
  const now = useNow();
  const { withdraw, problem, isBusy } = useWithdrawing(
    () => withdrawRequest(request.id),
    'It is withdrawn. What was taken of it stays taken.',
  );
  const words = (span: { from: string; until: string }) =>
    spanWords(Date.parse(span.from), Date.parse(span.until), request.timeZone, now);
  return (
    <li>
      <span className="person">
        <Face name={request.person.name} isMe={request.person.id === me.id} />
        {request.person.id === me.id ? 'You ask' : request.person.name}
      </span>
      <span className="what">
        <b>{request.schedule.name}</b> {request.open.map(words).join(', and ')}
        <span className="meta">
          {[
            request.swap && `In return for ${words(request.swap)}.`,
            request.taken.length > 0 && `${request.taken.map(({ person }) => person.name).join(' and ')} took a part.`,
            request.reason,
          ]
            .filter(Boolean)
            .join(' ')}
        </span>
      </span>
      {request.mayTake && (
        <button type="button" className="button" onClick={onTake}>
          Take it
        </button>
      )}
      {request.person.id === me.id && request.mayWithdraw && (
        <button type="button" className="button quiet" disabled={isBusy} onClick={() => void withdraw()}>
          Withdraw
        </button>
      )}
      {problem && <Problem>{problem}</Problem>}
    </li>
  );
}

/** All that is open, or the first stretch of it cut as one likes. A swap is taken whole. */
function TakeDialog({ request, onClose }: { request: Cover; onClose: () => void }) {
  const now = useNow();
  const zone = request.timeZone;
  const first = request.open[0] ?? { from: request.from, until: request.until };
  const [opened] = useState({ from: Date.parse(first.from), until: Date.parse(first.until) });
  const [isPart, setPart] = useState(false);
  const [span, setSpan] = useState(() => spanOf(opened.from, opened.until, zone));
  const { send, renew, problem, isBusy } = useSending();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const part = isPart ? sent(span, opened.from, opened.until, zone) : {};
    if (!(await send((key) => takeCover(request.id, part, key)))) return;
    say(`You are on call for ${request.schedule.name}. ${request.person.name} is told.`);
    onClose();
  };
  return (
    <Dialog title={`Cover for ${request.person.name}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <ul className="plain">
          {request.open.map((one) => (
            <li key={one.from}>{spanWords(Date.parse(one.from), Date.parse(one.until), zone, now)}</li>
          ))}
        </ul>
        {request.swap ? (
          <p>
            {request.person.name} takes your shift{' '}
            {spanWords(Date.parse(request.swap.from), Date.parse(request.swap.until), zone, now)} in return.
          </p>
        ) : (
          <label className="check">
            <input
              type="checkbox"
              checked={isPart}
              onChange={(event) => {
                renew();
                setPart(event.target.checked);
              }}
            />
            Only a part of it
          </label>
        )}
        {isPart && (
          <SpanFields
            span={span}
            zone={zone}
            onChange={(next) => {
              renew();
              setSpan(next);
            }}
          />
        )}
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="submit" className="button primary" disabled={isBusy || (isPart && !isWhole(span))}>
            {isBusy ? 'Sending' : 'Take it'}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
