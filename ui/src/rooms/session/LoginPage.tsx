import { type FormEvent, useRef, useState } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { ApiProblem } from '../../api/client';
import { Field } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { useTitle } from '../../kit/screens';
import { Door } from './Door';
import { safeReturn, signIn, useSession } from './use-session';

function whyNot(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return 'Something went wrong in this page. Reload it and try again.';
  if (problem.code === 'wrong_credentials') return problem.message;
  if (problem.status === 429) return `Too many tries. ${problem.message}`;
  return `You are not signed in. ${problem.message}`;
}

export default function LoginPage() {
  useTitle('Sign in');
  const { data: session } = useSession();
  const [, navigate] = useLocation();
  const search = useSearch();
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const password = useRef<HTMLFormElement>(null);
  if (session && !isBusy) return <Redirect to={safeReturn(search)} replace />;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await signIn(String(form.get('email')), String(form.get('password')));
      navigate(safeReturn(search), { replace: true });
    } catch (problem) {
      setFailure(whyNot(problem));
      setBusy(false);
      password.current?.querySelector<HTMLInputElement>('[name=password]')?.focus();
    }
  };
  return (
    <Door title="Sign in" lead={search.includes('next=') ? 'Then you are back where you were.' : undefined}>
      <form className="stack" onSubmit={submit} ref={password}>
        {failure && (
          <div className="banner" role="alert">
            <Icon name="alert" />
            <p>{failure}</p>
          </div>
        )}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <button type="submit" className="button primary block" disabled={isBusy}>
          {isBusy ? 'Signing in' : 'Sign in'}
        </button>
      </form>
    </Door>
  );
}
