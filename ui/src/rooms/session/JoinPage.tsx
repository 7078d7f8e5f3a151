import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { Invitation } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { useNow } from '../../kit/now';
import { Failure, useTitle, Waiting } from '../../kit/screens';
import { browserZone, clock, zoneName, zones } from '../../kit/time';
import { Door } from './Door';
import { join, readInvitation } from './use-session';

/** Behind the link that makes an account: the very first one, or one somebody was invited to. */
export default function JoinPage({ token }: { token: string }) {
  useTitle('Welcome');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => readInvitation(token, signal),
    gcTime: 0,
  });
  if (isPending) {
    return (
      <Door title="Welcome to Larum">
        <Waiting />
      </Door>
    );
  }
  if (error) {
    if (error instanceof ApiProblem && error.status === 404) return <Expired reason={error.message} />;
    return (
      <Door title="Welcome to Larum">
        <Failure what="Your link could not be checked." problem={error} onRetry={() => void refetch()} />
      </Door>
    );
  }
  return <JoinForm token={token} invitation={data} />;
}

function Expired({ reason }: { reason: string }) {
  return (
    <Door title="This link does not work any more" lead={reason}>
      <div className="stack">
        <p>Each link works once. If you have used it already, sign in with the password you chose then.</p>
        <Link className="button primary block" href="/login">
          To the sign-in
        </Link>
      </div>
    </Door>
  );
}

const WORDS = {
  setup: {
    title: 'Welcome to Larum',
    lead: 'You are the first one here. This makes your account; you will be the administrator and can invite the others.',
    button: 'Create my account',
  },
  invitation: {
    title: 'You are invited',
    lead: 'Choose a password, and you can answer incidents.',
    button: 'Join',
  },
};

function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isShown, setShown] = useState(false);
  const [zone, setZone] = useState(browserZone);
  const form = useRef<HTMLFormElement>(null);
  const words = WORDS[invitation.kind];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    setBusy(true);
    setProblem(null);
    try {
      await join(token, {
        name: text('name'),
        email: text('email'),
        password: String(given.get('password')),
        timeZone: zone,
      });
      navigate('/', { replace: true });
    } catch (failure) {
      setProblem(
        failure instanceof ApiProblem ? failure : new ApiProblem(0, { detail: 'Reload the page and try again.' }),
      );
      setBusy(false);
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    }
  };
  const known = ['name', 'email', 'password', 'timeZone'];
  const elsewhere = problem?.errors.filter(({ path }) => !known.includes(path.replace(/^\//, ''))) ?? [];
  return (
    <Door title={words.title} lead={words.lead}>
      <form className="stack" onSubmit={submit} ref={form}>
        {problem && (problem.errors.length === 0 || elsewhere.length > 0) && (
          <div className="banner" role="alert">
            <Icon name="alert" />
            <p>
              <b>Your account was not made.</b> {elsewhere.map(({ message }) => message).join(' ') || problem.message}
            </p>
          </div>
        )}
        <Field
          label="Name"
          hint="Your colleagues see it in every timeline."
          name="name"
          autoComplete="name"
          defaultValue={invitation.name ?? ''}
          problem={problem?.errorAt('name')}
          required
          autoFocus={!invitation.name}
        />
        <Field
          label="E-mail"
          hint="You sign in with it, and Larum pages you there."
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={invitation.email ?? ''}
          problem={problem?.errorAt('email')}
          required
        />
        <div className="stack tight">
          <Field
            label="Password"
            hint="At least 10 characters; a sentence is easy to keep."
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            problem={problem?.errorAt('password')}
            required
            autoFocus={Boolean(invitation.name)}
          />
          <label className="check">
            <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
            Show the password
          </label>
        </div>
        <ZoneField zone={zone} onZone={setZone} problem={problem?.errorAt('timeZone')} />
        <button type="submit" className="button primary block" disabled={isBusy}>
          {isBusy ? 'One moment' : words.button}
        </button>
      </form>
    </Door>
  );
}

interface ZoneFieldProps {
  zone: string;
  onZone: (zone: string) => void;
  problem: string | undefined;
}

function ZoneField({ zone, onZone, problem }: ZoneFieldProps) {
  const id = useId();
  const now = useNow();
  const all = useMemo(() => zones(browserZone()), []);
  return (
    <div className="field">
      <label htmlFor={id}>Time zone</label>
      <span className="hint" id={`${id}-hint`}>
        It is {clock(now, zone)} {zoneName(now, zone)} there now.
      </span>
      <select
        id={id}
        className="input"
        value={zone}
        onChange={(event) => onZone(event.target.value)}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem ? true : undefined}
      >
        {all.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}
