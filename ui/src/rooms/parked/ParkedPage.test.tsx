// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { ParkedEvent, Person } from '../../api/types';
import { PersonContext } from '../session/use-session';
import ParkedPage from './ParkedPage';

const me: Person = {
  id: 'ada',
  word: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  timeZone: 'Europe/Berlin',
  administrator: true,
  account: 'active',
};

const parked = (processor: string, index: number, more: Partial<ParkedEvent> = {}): ParkedEvent => ({
  processor,
  index,
  event: 'alert.AlertRaised',
  reason: 'java.lang.IllegalStateException: no such service',
  tries: 1,
  at: '2026-03-26T02:17:00Z',
  ...more,
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

/** What the server answers, by method and path. */
function serve(items: ParkedEvent[], more: Record<string, () => Response> = {}) {
  const names = [...new Set(items.map(({ processor }) => processor))];
  answers = {
    'GET /api/operations/parked': () => json(200, { items, next: null }),
    'GET /api/operations/parked/readers': () =>
      json(200, {
        parked: items.length,
        readers: names.map((name) => ({
          processor: name,
          parked: items.filter(({ processor }) => processor === name).length,
        })),
      }),
    ...more,
  };
}

const asked = (line: string) =>
  send.mock.calls.filter(([path, init]) => `${init?.method} ${String(path).split('?')[0]}` === line).length;

const open = (person = me) =>
  render(
    <QueryClientProvider client={queryClient}>
      <PersonContext value={person}>
        <ParkedPage />
      </PersonContext>
    </QueryClientProvider>,
  );

const RETRY = 'POST /api/operations/parked/when-alert-raised/7/retry';
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('parked events', () => {
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

  it('stand under their reader with their name, the reason in words and the tries', async () => {
    serve([parked('when-alert-raised', 7, { tries: 2 }), parked('saga-delivery', 9, { event: null })]);
    open();
    const card = within(await screen.findByRole('region', { name: 'when-alert-raised' }));
    expect(card.getByText('alert.AlertRaised')).toBeTruthy();
    expect(card.getByText('IllegalStateException: no such service')).toBeTruthy();
    expect(card.getByText(/failed 2 times/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'saga-delivery' })).getByText('Not in the log')).toBeTruthy();
  });

  it('say that all is well when there are none', async () => {
    serve([]);
    open();
    expect(await screen.findByText('All is well: nothing is parked')).toBeTruthy();
  });

  it('are not asked for by somebody who is no administrator', () => {
    serve([]);
    open({ ...me, administrator: false });
    expect(screen.getByText('For administrators')).toBeTruthy();
    expect(send).not.toHaveBeenCalled();
  });

  it('tell what happened when they cannot be loaded, and load again', async () => {
    serve([parked('when-alert-raised', 7)], {
      'GET /api/operations/parked': () => json(500, { detail: 'A mistake.' }),
    });
    open();
    expect((await screen.findByRole('alert')).textContent).toContain(
      'It stays parked, and pages to people go on. A mistake.',
    );
    serve([parked('when-alert-raised', 7)]);
    await press('Try again');
    expect(await screen.findByText('alert.AlertRaised')).toBeTruthy();
  });

  it('are taken by a retry: the row stays and says so, and the count falls', async () => {
    serve([parked('when-alert-raised', 7), parked('when-alert-raised', 8)], {
      [RETRY]: () => json(200, { index: 7, taken: true, reason: null }),
    });
    open();
    await screen.findAllByText('alert.AlertRaised');
    fireEvent.click(screen.getAllByRole('button', { name: 'Retry' })[0] as HTMLElement);
    expect(await screen.findByText('Taken now')).toBeTruthy();
    expect(screen.getAllByText('alert.AlertRaised')).toHaveLength(2);
    expect(screen.getAllByRole('button', { name: 'Retry' })).toHaveLength(1);
    expect(asked('GET /api/operations/parked')).toBe(1);
  });

  it('say why they still fail', async () => {
    serve([parked('when-alert-raised', 7)], {
      [RETRY]: () => json(200, { index: 7, taken: false, reason: 'java.lang.NullPointerException: no team' }),
    });
    open();
    await press('Retry');
    expect(await screen.findByText('Still fails')).toBeTruthy();
    expect(screen.getByText('NullPointerException: no team')).toBeTruthy();
    expect(screen.getByText(/failed 2 times/)).toBeTruthy();
  });

  it('do not pass for taken when the network was gone', async () => {
    serve([parked('when-alert-raised', 7)]);
    open();
    await press('Retry');
    expect(await screen.findByText(/cannot be reached\. Whether it was taken is not known\. Try again/)).toBeTruthy();
    expect(screen.queryByText('Taken now')).toBeNull();
  });

  it('are retried all of one reader, page by page, with one sentence at the end', async () => {
    const pages = [
      { items: [{ index: 7, taken: true, reason: null }], next: 'when-alert-raised:7' },
      { items: [{ index: 8, taken: false, reason: 'still no team' }], next: null },
    ];
    serve([parked('when-alert-raised', 7), parked('when-alert-raised', 8), parked('saga-delivery', 9)], {
      'POST /api/operations/parked/when-alert-raised/retry': () => json(200, pages.shift()),
    });
    open();
    const card = within(await screen.findByRole('region', { name: 'when-alert-raised' }));
    fireEvent.click(card.getByRole('button', { name: 'Retry all' }));
    expect(await card.findByText('1 taken now, 1 still fails.')).toBeTruthy();
    expect(card.getByText('still no team')).toBeTruthy();
    expect(String(send.mock.calls.filter(([, init]) => init?.method === 'POST')[1]?.[0])).toContain('after=when-alert');
    expect(screen.getAllByRole('button', { name: 'Retry' })).toHaveLength(2);
  });

  it('of a projection name the command and have no button', async () => {
    serve([parked('projection-alert', 7)]);
    open();
    expect(await screen.findByText('./larum rebuild alert')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('wait for a click when more were parked meanwhile, so that no row moves', async () => {
    serve([parked('when-alert-raised', 7)]);
    open();
    await screen.findByText('alert.AlertRaised');
    expect(screen.queryByText(/More was parked/)).toBeNull();
    serve([parked('saga-delivery', 5), parked('when-alert-raised', 7)]);
    await queryClient.invalidateQueries({ queryKey: ['parked', 'readers'] });
    expect(screen.queryByRole('region', { name: 'saga-delivery' })).toBeNull();
    await press('More was parked since. Show it');
    expect(await screen.findByRole('region', { name: 'saga-delivery' })).toBeTruthy();
  });

  it('show their payload on demand, as formatted JSON', async () => {
    const path = '/api/operations/parked/when-alert-raised/7/payload';
    serve([parked('when-alert-raised', 7)], { [`GET ${path}`]: () => json(200, { payload: '{"key":"a"}' }) });
    const { container } = open();
    await screen.findByText('alert.AlertRaised');
    expect(asked(`GET ${path}`)).toBe(0);
    const details = container.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    await vi.waitFor(() => expect(container.querySelector('pre')?.textContent).toBe('{\n  "key": "a"\n}'));
  });
});
