import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ApiProblem, client } from '../../api/client';
import { live } from '../../api/live';
import { queryClient } from '../../api/query-client';
import type { Invitation, Joining, Person, Session } from '../../api/types';
import { forgetUnsaved } from '../postmortem/unsaved';

const KEY = ['session'];

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await client.get<Session>('/api/session', { signal, isSignIn: true });
        client.session = session;
        return session;
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 401) return null;
        throw problem;
      }
    },
  });
}

export const PersonContext = createContext<Person | null>(null);

/** The reader; only inside the signed-in part. */
export function useMe(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('Nobody is signed in here.');
  return person;
}

function begin(session: Session): Session {
  client.session = session;
  queryClient.setQueryData(KEY, session);
  return session;
}

/** Forgets everything read for the person who was here. */
export function forgetSession(): void {
  client.session = null;
  live.stop();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  queryClient.setQueryData(KEY, null);
}

export const signIn = async (email: string, password: string): Promise<Session> =>
  begin(await client.post<Session>('/api/session', { email, password }, { isSignIn: true }));

export async function signOut(): Promise<void> {
  try {
    await client.delete('/api/session', { isSignIn: true });
  } catch (problem) {
    // Signed out already, elsewhere: that is what was wanted.
    if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
  }
  forgetUnsaved();
  forgetSession();
}

export const readInvitation = (token: string, signal: AbortSignal) =>
  client.get<Invitation>(`/api/invitations/${encodeURIComponent(token)}`, { signal, isSignIn: true });

export async function join(token: string, joining: Joining): Promise<Session> {
  const path = `/api/invitations/${encodeURIComponent(token)}`;
  return begin(await client.post<Session>(path, joining, { isSignIn: true }));
}

/** Where to go after signing in: only a path of this app. */
export function safeReturn(search: string): string {
  const wanted = new URLSearchParams(search).get('next') ?? '/';
  const isPath = /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/login');
  return isPath ? wanted : '/';
}
