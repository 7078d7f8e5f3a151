// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { queryClient } from '../../api/query-client';
import type { Delivery, Person } from '../../api/types';
import { PersonContext } from '../session/use-session';
import OutboxPage from './OutboxPage';

const at = '2026-11-27T09:00:00Z';

const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  id: 'm1',
  incident: { id: 'i1', number: 1001, title: 'Payments fail' },
  notice: null,
  recipient: { kind: 'person', id: 'ada', name: 'Ada' },
  channel: 'email',
  kind: 'page',
  turn: 'step',
  state: 'failed',
  reason: '550 no such user',
  attempts: 1,
  requestedAt: at,
  changedAt: at,
  ...more,
});

const line = (sentence: string, tookMillis: number | null = null) => ({
  at,
  what: 'sent',
  attempt: 1,
  sentence,
  detail: null,
  unknown: false,
  tookMillis,
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let items: Delivery[];

function open(path: string, isAdministrator = true) {
  const place = memoryLocation({ path, record: true });
  render(
    <QueryClientProvider client={queryClient}>
      <Router hook={place.hook} searchHook={place.searchHook}>
        <PersonContext value={{ id: 'ada', administrator: isAdministrator } as Person}>
          <OutboxPage />
        </PersonContext>
      </Router>
    </QueryClientProvider>,
  );
  return place;
}

const asked = () => send.mock.calls.map(([path]) => String(path)).filter((path) => path.startsWith('/api/outbox?'));

describe('the outbox', () => {
  beforeEach(() => {
    items = [delivery()];
    vi.stubGlobal('fetch', send);
    send.mockReset();
    send.mockImplementation(async (path) => {
      const text = String(path);
      if (text.startsWith('/api/outbox/recipients')) return json(200, { items: [] });
      if (text.startsWith('/api/outbox/')) {
        const lines = [line('It was asked for.'), line('Attempt 1 was accepted.', 400)];
        return json(200, { message: items[0] ?? delivery(), lines, next: [{ id: 'm2', channel: 'sms', at }] });
      }
      return json(200, { items, next: null });
    });
  });

  afterEach(() => {
    cleanup();
    queryClient.clear();
    vi.unstubAllGlobals();
  });

  it('asks for what stands in the address', async () => {
    open('/outbox?state=failed&channel=email&incident=1001');
    expect(await screen.findByText('550 no such user')).toBeTruthy();
    expect(asked()[0]).toContain('state=failed');
    expect(asked()[0]).toContain('channel=email');
    expect(asked()[0]).toContain('incident=1001');
    expect((screen.getByLabelText('Channel') as HTMLSelectElement).value).toBe('email');
  });

  it('writes a choice into the address', async () => {
    const place = open('/outbox');
    fireEvent.click(await screen.findByRole('button', { name: /Filter/ }));
    fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'test' } });
    expect(place.history.at(-1)).toContain('kind=test');
  });

  it('opens a message to its whole story, and what came after it', async () => {
    open('/outbox');
    fireEvent.click(await screen.findByRole('button', { name: /Story of the message to Ada/ }));
    const story = within(await screen.findByRole('list', { name: 'What became of the message to Ada' }));
    expect(story.getByText('Attempt 1 was accepted.')).toBeTruthy();
    expect(story.getByText(/took 0\.4 s/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'SMS' }).getAttribute('href')).toContain('message=m2');
  });

  it('sends once more what a webhook lost, for administrators', async () => {
    items = [delivery({ recipient: { kind: 'webhook', id: 'audit', name: 'audit' }, channel: 'webhook' })];
    open('/outbox');
    fireEvent.click(await screen.findByRole('button', { name: /Story of the message to audit/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Send again' }));
    await vi.waitFor(() =>
      expect(send.mock.calls.map(([path, init]) => `${init?.method} ${path}`)).toContain('POST /api/outbox/m1/replay'),
    );
  });

  it('offers that of no message to a person, and to nobody else', async () => {
    open('/outbox');
    fireEvent.click(await screen.findByRole('button', { name: /Story of the message to Ada/ }));
    await screen.findByRole('list', { name: /What became/ });
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
    cleanup();
    items = [delivery({ recipient: { kind: 'webhook', id: 'audit', name: 'audit' }, channel: 'webhook' })];
    queryClient.clear();
    open('/outbox', false);
    fireEvent.click(await screen.findByRole('button', { name: /Story of the message to audit/ }));
    await screen.findByRole('list', { name: /What became/ });
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
  });

  it('shows a message that is not in the list above it', async () => {
    open('/outbox?message=m9');
    expect(await screen.findByRole('heading', { name: 'One message' })).toBeTruthy();
  });

  it('shows a state that it does not know by its word', async () => {
    items = [delivery({ state: 'put_off' as Delivery['state'], reason: null })];
    open('/outbox');
    expect(await screen.findByText('Put off')).toBeTruthy();
  });

  it('says that nothing is like the filter, and how to see all', async () => {
    items = [];
    open('/outbox?state=dropped');
    expect(await screen.findByText('No message is like that')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Show all' }).getAttribute('href')).toBe('/outbox');
  });
});
