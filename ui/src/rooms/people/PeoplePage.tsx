import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem, newKey } from '../../api/client';
import type { Person } from '../../api/types';
import { Field } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Face } from '../../kit/marks';
import { useSecond } from '../../kit/now';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { clock, isZone } from '../../kit/time';
import { useMe } from '../session/use-session';
import { invite, usePeople } from './use-people';

const ACCOUNTS: Record<Person['account'], string> = { active: 'Active', invited: 'Invited', none: 'No account' };

/** Who can be paged and who can sign in; and the way to invite somebody. */
export default function PeoplePage() {
  useTitle('People');
  const me = useMe();
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>People</h1>
          <p>Who answers incidents here.</p>
        </div>
      </div>
      {me.administrator ? (
        <div className="columns">
          <PeopleTable me={me.id} />
          <InviteForm />
        </div>
      ) : (
        <Empty icon="users" title="For administrators">
          You can answer incidents; people are looked after by an administrator.
        </Empty>
      )}
    </div>
  );
}

function PeopleTable({ me }: { me: string }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople();
  const now = useSecond();
  if (isPending) return <Waiting />;
  if (error && !data) {
    return <Failure what="The people could not be loaded." problem={error} onRetry={() => void refetch()} />;
  }
  return (
    <section aria-label="People">
      <table className="table cards people">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Account</th>
            <th scope="col" className="num">
              Local time
            </th>
          </tr>
        </thead>
        <tbody>
          {data?.pages
            .flatMap(({ items }) => items)
            .map((person) => (
              <tr key={person.id}>
                <td>
                  <span className="named">
                    <Face name={person.name} isMe={person.id === me} />
                    <span>
                      <b>{person.name}</b>
                      <span className="meta">
                        {person.word}, {person.email}
                      </span>
                    </span>
                  </span>
                </td>
                <td>
                  {ACCOUNTS[person.account]}
                  {person.administrator && <span className="meta">, administrator</span>}
                </td>
                <td className="num" data-label="local time">
                  {isZone(person.timeZone) ? clock(now, person.timeZone) : ''}{' '}
                  <span className="meta zone">{person.timeZone.replaceAll('_', ' ')}</span>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {hasNextPage && (
        <button
          type="button"
          className="button quiet more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading' : 'Load more'}
        </button>
      )}
    </section>
  );
}

function InviteForm() {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = useRef(newKey());
  // Changed after a refusal, it is a new intention.
  const renew = () => {
    if (problem) key.current = newKey();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    setBusy(true);
    setProblem(null);
    setDone(null);
    try {
      const { person, mail } = await invite(text('email'), text('name'), key.current);
      key.current = newKey();
      setDone(
        mail === 'sent'
          ? `${person.name} is invited. The mail to ${person.email} is sent.`
          : `${person.name} is invited. The mail to ${person.email} waits until the mail server takes it.`,
      );
      form.reset();
      form.querySelector('input')?.focus();
    } catch (failure) {
      setProblem(
        failure instanceof ApiProblem ? failure : new ApiProblem(0, { detail: 'Reload the page and try again.' }),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-labelledby="invite-heading">
      <div className="card-head">
        <h2 id="invite-heading">Invite somebody</h2>
      </div>
      <form className="stack tight" onSubmit={submit} onChange={renew}>
        <Field label="Name" name="name" autoComplete="off" required problem={problem?.errorAt('name')} />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          required
          problem={problem?.errorAt('email')}
        />
        {problem && problem.errors.length === 0 && (
          <div className="banner" role="alert">
            <Icon name="alert" />
            <p>
              <b>Nobody was invited.</b> {problem.message}
            </p>
          </div>
        )}
        <button type="submit" className="button block" disabled={isBusy}>
          {isBusy ? 'Inviting' : 'Send the invitation'}
        </button>
        <p role="status" className={done ? 'done' : 'unseen'}>
          {done}
        </p>
      </form>
    </section>
  );
}
