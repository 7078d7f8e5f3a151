import { describe, expect, it, vi } from 'vitest';
import { ApiProblem, Client, withQuery } from './client';
import type { Person } from './types';

const json = (status: number, body: unknown) =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

function clientThatGets(...answers: (Response | Error)[]) {
  const send = vi.fn<typeof fetch>(async () => {
    const next = answers.shift() ?? json(200, {});
    if (next instanceof Error) throw next;
    return next;
  });
  const client = new Client(send);
  const headers = (call: number) => send.mock.calls[call]?.[1]?.headers as Record<string, string>;
  return { client, send, headers };
}

const session = (csrf: string, id = 'ada') => ({ csrf, person: { id } as Person });

describe('a write', () => {
  it('carries the CSRF value and an idempotency key', async () => {
    const { client, headers } = clientThatGets(json(200, { changed: true }));
    client.session = session('csrf-1');
    await client.post('/api/incidents/1/acknowledge', undefined, { key: 'key-1' });
    expect(headers(0)).toMatchObject({ 'X-Larum-Csrf': 'csrf-1', 'Idempotency-Key': 'key-1' });
    expect(headers(0)).not.toHaveProperty('Content-Type');
  });

  it('gets a key of its own when none is given', async () => {
    const { client, headers } = clientThatGets();
    await client.post('/api/people/invitations', { name: 'Grace' });
    await client.post('/api/people/invitations', { name: 'Grace' });
    expect(headers(0)['Idempotency-Key']).toBeTruthy();
    expect(headers(0)['Idempotency-Key']).not.toBe(headers(1)['Idempotency-Key']);
  });

  it('takes the CSRF value of another tab and tries once more, with the same key', async () => {
    const again = json(200, session('csrf-2'));
    const { client, send, headers } = clientThatGets(json(401, {}), again, json(200, { changed: true }));
    client.session = session('csrf-1');
    client.onSignedOut = vi.fn();
    await client.post('/api/incidents/1/resolve');
    expect(send.mock.calls.map(([path]) => path)).toEqual([
      '/api/incidents/1/resolve',
      '/api/session',
      '/api/incidents/1/resolve',
    ]);
    expect(headers(2)['X-Larum-Csrf']).toBe('csrf-2');
    expect(headers(2)['Idempotency-Key']).toBe(headers(0)['Idempotency-Key']);
    expect(client.onSignedOut).not.toHaveBeenCalled();
  });

  it.each([
    ['nobody is signed in any more', json(401, {})],
    ['somebody else has signed in', json(200, session('csrf-2', 'grace'))],
    ['the value was right', json(200, session('csrf-1'))],
  ])('is not repeated and ends the session when %s', async (_, answer) => {
    const { client, send } = clientThatGets(json(401, {}), answer);
    client.session = session('csrf-1');
    client.onSignedOut = vi.fn();
    await expect(client.post('/api/incidents/1/resolve')).rejects.toThrow(ApiProblem);
    expect(send).toHaveBeenCalledTimes(2);
    expect(client.onSignedOut).toHaveBeenCalledTimes(1);
  });

  it('is not repeated for any other refusal', async () => {
    const { client, send } = clientThatGets(json(403, { code: 'not_allowed', detail: 'Only administrators may.' }));
    await expect(client.post('/api/people/invitations')).rejects.toThrow('Only administrators may.');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('that is done and not shown yet says so', async () => {
    const late = new Response(JSON.stringify({ code: 'not_shown_yet', detail: 'The list is behind.' }), {
      status: 202,
      headers: { 'Content-Type': 'application/problem+json' },
    });
    const { client, send } = clientThatGets(late);
    await expect(client.post('/api/status/notices')).rejects.toThrow('The list is behind.');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('understands an empty answer', async () => {
    const { client } = clientThatGets(json(204, null));
    await expect(client.delete('/api/session')).resolves.toBeUndefined();
  });
});

describe('a read', () => {
  it('carries neither', async () => {
    const { client, headers } = clientThatGets();
    client.session = session('csrf-1');
    await client.get('/api/incidents');
    expect(headers(0)).toEqual({ Accept: 'application/json' });
  });

  it('leaves out what is not asked for', () => {
    expect(
      withQuery('/api/incidents', { state: 'triggered', service: null, severity: '', after: undefined, limit: 50 }),
    ).toBe('/api/incidents?state=triggered&limit=50');
  });
});

describe('a problem', () => {
  it('tells its code and its fields', async () => {
    const errors = [{ path: 'password', message: 'At least 12 characters.' }];
    const { client } = clientThatGets(json(400, { code: 'invalid', detail: 'Not taken.', errors }));
    const problem = (await client.post('/api/invitations/t', {}).catch((failure: unknown) => failure)) as ApiProblem;
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem.code).toBe('invalid');
    expect(problem.errorAt('password')).toBe('At least 12 characters.');
    expect(problem.errorAt('name')).toBeUndefined();
    expect(problem.isPassing).toBe(false);
  });

  it('is passing when the server was not reached or not ready', async () => {
    const { client } = clientThatGets(new TypeError('Failed to fetch'), new Response('<html>', { status: 503 }));
    for (const status of [0, 503]) {
      const problem = (await client.get('/api/incidents').catch((failure: unknown) => failure)) as ApiProblem;
      expect(problem.status).toBe(status);
      expect(problem.isPassing).toBe(true);
    }
  });

  it('ends the session on a 401, except where signing in is the question', async () => {
    const { client } = clientThatGets(json(401, {}), json(401, { code: 'wrong_credentials' }));
    client.onSignedOut = vi.fn();
    await client.get('/api/incidents').catch(() => {});
    expect(client.onSignedOut).toHaveBeenCalledTimes(1);
    await client.post('/api/session', {}, { isSignIn: true }).catch(() => {});
    expect(client.onSignedOut).toHaveBeenCalledTimes(1);
  });
});
