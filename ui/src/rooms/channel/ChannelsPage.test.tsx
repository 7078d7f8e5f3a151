// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Channel, Person } from '../../api/types';
import { PersonContext } from '../session/use-session';
import ChannelsPage from './ChannelsPage';

const me: Person = {
  id: 'ada',
  word: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  timeZone: 'Europe/Berlin',
  administrator: true,
  account: 'active',
};

const rate = { taken: 0, lost: 0, percent: null, p50Millis: null, p95Millis: null };

const channel = (more: Partial<Channel> = {}): Channel => ({
  id: 'email',
  kind: 'email',
  name: 'E-mail',
  provider: 'mail.example.org:25',
  since: null,
  state: 'works',
  sentence: 'Messages get through.',
  remedy: null,
  lastTaken: '2026-11-27T09:00:00Z',
  lastError: null,
  hour: rate,
  day: rate,
  queue: { due: 0, waiting: 0, sending: 0, oldest: null },
  test: null,
  disabledAt: null,
  canCheck: true,
  check: null,
  ...more,
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

function serve(channels: Channel[], more: Record<string, () => Response> = {}) {
  answers = {
    'GET /api/channels': () =>
      json(200, { at: '2026-11-27T09:00:00Z', sentence: 'All is said here.', channels, absent: ['Push'] }),
    ...more,
  };
}

const asked = (line: string) =>
  send.mock.calls.filter(([path, init]) => `${init?.method} ${String(path).split('?')[0]}` === line).length;

const open = (person = me) =>
  render(
    <QueryClientProvider client={queryClient}>
      <PersonContext value={person}>
        <ChannelsPage />
      </PersonContext>
    </QueryClientProvider>,
  );

const press = async (name: RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the channels', () => {
  beforeEach(() => {
    vi.stubGlobal('fetch', send);
    send.mockReset();
    send.mockImplementation(async (path, init) => {
      const answer = answers[`${init?.method} ${String(path).split('?')[0]}`];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer();
    });
  });

  afterEach(() => {
    cleanup();
    queryClient.clear();
    vi.unstubAllGlobals();
  });

  it('say first what is wrong, and what to do', async () => {
    serve([channel({ state: 'failing', sentence: 'Nothing answers.', remedy: 'Look at the mail server.' })]);
    open();
    expect(await screen.findByText('All is said here.')).toBeTruthy();
    const card = within(screen.getByRole('listitem', { name: 'E-mail' }));
    expect(card.getByText('Does not work')).toBeTruthy();
    expect(card.getByText('Nothing answers.')).toBeTruthy();
    expect(card.getByText(/Look at the mail server/)).toBeTruthy();
    expect(screen.getByText(/Not set up in this house: Push/)).toBeTruthy();
  });

  it('are tried by an administrator alone', async () => {
    serve([channel()]);
    open({ ...me, administrator: false });
    await screen.findByText('Messages get through.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('send a test once, and say that it is on its way', async () => {
    const test = {
      id: '7',
      recipient: 'Ada',
      state: 'pending',
      reason: null,
      requestedAt: new Date().toISOString(),
      changedAt: new Date().toISOString(),
      confirmedAt: null,
    };
    serve([channel()], {
      'POST /api/channels/email/test': () => {
        serve([channel({ test })]);
        return json(202, { id: '7', index: 9 });
      },
    });
    open();
    await press(/Send test/);
    const button = await screen.findByRole('button', { name: /Test is on its way/ });
    expect((button as HTMLButtonElement).disabled).toBe(true);
    expect(asked('POST /api/channels/email/test')).toBe(1);
  });

  it('say why a test was not sent', async () => {
    serve([channel()], {
      'POST /api/channels/email/test': () => json(409, { code: 'too_many_tests', detail: 'Send the next one in 9 s.' }),
    });
    open();
    await press(/Send test/);
    expect(await screen.findByText('Send the next one in 9 s.')).toBeTruthy();
  });

  it('are not asked where there is nothing to ask', async () => {
    serve([channel({ canCheck: false, kind: 'push', id: 'push', name: 'Push' })]);
    open();
    await screen.findByText('nothing can be asked without telling somebody');
    expect(screen.queryByRole('button', { name: /Check now/ })).toBeNull();
  });

  it('are enabled again after they were given up', async () => {
    const gone = channel({
      id: 'w',
      kind: 'webhook',
      name: 'audit',
      state: 'disabled',
      sentence: 'It is told nothing more.',
      disabledAt: '2026-11-27T08:00:00Z',
    });
    serve([gone], {
      'POST /api/channels/w/enable': () => {
        serve([channel({ id: 'w', kind: 'webhook', name: 'audit' })]);
        return new Response(null, { status: 204 });
      },
    });
    open();
    expect(await screen.findByText('Disabled')).toBeTruthy();
    await press(/Enable again/);
    await screen.findByText('Messages get through.');
    expect(asked('POST /api/channels/w/enable')).toBe(1);
    expect(screen.queryByRole('button', { name: /Enable again/ })).toBeNull();
  });

  it('do not pass for well when they cannot be loaded', async () => {
    serve([], { 'GET /api/channels': () => json(500, { detail: 'A mistake.' }) });
    open();
    expect((await screen.findByRole('alert')).textContent).toContain('Messages go on. A mistake.');
  });
});
