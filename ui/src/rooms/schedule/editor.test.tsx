// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Person, ScheduleDefinition, ScheduleDraft } from '../../api/types';
import { PersonContext } from '../session/use-session';
import EditorPage from './EditorPage';

const person = (word: string, administrator = false): Person => ({
  id: word,
  word,
  name: word === 'ada' ? 'Ada Lovelace' : 'Grace Hopper',
  email: null,
  timeZone: 'Europe/Berlin',
  administrator,
  account: 'active',
});
const ADA = person('ada', true);
const GRACE = person('grace');

const definition = {
  name: 'Payments',
  timeZone: 'Europe/Berlin',
  layers: [
    { name: 'primary', people: ['ada', 'grace'], rotation: 'weekly', handover: 'Mon 09:00', from: '2026-01-05T00:00' },
  ],
};
const written: ScheduleDefinition = {
  word: 'payments',
  version: 3,
  file: null,
  yaml: 'schedules: {payments: {}}',
  definition,
};
const schedule = { id: 's', word: 'payments', name: 'Payments' };
const burden = (hours: number) => ({ all: 60 * hours, weekend: 0, nights: 0 });
const draft: ScheduleDraft = {
  version: 3,
  yaml: '',
  plan: {
    schedule,
    timeZone: 'Europe/Berlin',
    zone: 'UTC',
    from: '2026-03-25T00:00:00Z',
    until: '2026-03-27T00:00:00Z',
    items: [],
    layers: [],
    gaps: [],
    doubled: [],
    load: [],
    days: [],
    own: [],
  },
  weeks: 8,
  changes: [
    { person: { id: 'ada', word: 'ada', name: 'Ada' }, before: burden(0), after: burden(7), more: burden(7) },
    { person: { id: 'grace', word: 'grace', name: 'Grace' }, before: burden(7), after: burden(0), more: burden(-7) },
  ],
  gapBefore: 0,
  gapAfter: 0,
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

const bodies = (line: string) =>
  send.mock.calls
    .filter(([path, init]) => `${init?.method} ${String(path).split('?')[0]}` === line)
    .map(([, init]) => JSON.parse(String(init?.body)) as { schedule: typeof definition; word: string });

const open = (word: string | null, me = ADA) =>
  render(
    <QueryClientProvider client={queryClient}>
      <PersonContext value={me}>
        <EditorPage word={word} />
      </PersonContext>
    </QueryClientProvider>,
  );

beforeEach(() => {
  queryClient.clear();
  window.history.replaceState(null, '', '/on-call/payments/edit');
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  send.mockReset();
  answers = {
    'GET /api/schedules/payments': () => json(200, written),
    'GET /api/people': () => json(200, { items: [ADA, GRACE], next: null }),
    'POST /api/schedules/preview': () => json(200, draft),
    'PUT /api/config/schedules/payments': () => json(200, { applied: true }),
  };
  send.mockImplementation(async (path, init) => {
    const line = `${init?.method} ${String(path).split('?')[0]}`;
    return answers[line]?.() ?? json(404, { detail: line });
  });
  vi.stubGlobal('fetch', send);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });

describe('the editor of a schedule', () => {
  it('shows whose hours the draft changes, and saves it as the next version', async () => {
    open('payments');
    const save = await button('Save version 4');
    expect(save.disabled).toBe(true);
    fireEvent.click(await button('primary, turn 2: earlier'));
    await waitFor(() => expect(save.disabled).toBe(false));
    expect(bodies('POST /api/schedules/preview').at(-1)?.schedule.layers[0]?.people).toEqual(['grace', 'ada']);
    expect(screen.getByText('Ada +7 h; Grace −7 h')).toBeTruthy();
    fireEvent.click(save);
    await waitFor(() => expect(window.location.pathname).toBe('/on-call/payments'));
    expect(bodies('PUT /api/config/schedules/payments')).toEqual([
      { ...definition, layers: [{ ...definition.layers[0], people: ['grace', 'ada'] }] },
    ]);
  });

  it('puts a mistake beside its field, and saves nothing', async () => {
    open('payments');
    const handover = await screen.findByLabelText('Handed over');
    const errors = [{ path: 'schedules.payments.layers[0].handover', message: 'Write a day and a time.' }];
    answers['POST /api/schedules/preview'] = () => json(400, { code: 'config_mistakes', detail: 'A mistake.', errors });
    fireEvent.change(handover, { target: { value: 'noon' } });
    expect(await screen.findByText('Write a day and a time.')).toBeTruthy();
    expect(screen.getByLabelText('Handed over').getAttribute('aria-invalid')).toBe('true');
    expect((await button('Save version 4')).disabled).toBe(true);
  });

  it('asks the server once for what is written in one go', async () => {
    open('payments');
    const name = await screen.findByDisplayValue('Payments');
    await waitFor(() => expect(bodies('POST /api/schedules/preview')).toHaveLength(1));
    for (const value of ['P', 'Pa', 'Pay']) fireEvent.change(name, { target: { value } });
    await waitFor(() => expect(bodies('POST /api/schedules/preview')).toHaveLength(2));
    expect(bodies('POST /api/schedules/preview').at(-1)?.schedule.name).toBe('Pay');
  });

  it('does not undo what somebody else saved meanwhile', async () => {
    open('payments');
    answers['POST /api/schedules/preview'] = () => json(200, { ...draft, version: 4 });
    fireEvent.change(await screen.findByDisplayValue('Payments'), { target: { value: 'Pay' } });
    expect(await screen.findByText(/Somebody saved version 4 meanwhile/)).toBeTruthy();
    expect((await button('Save version 4')).disabled).toBe(true);
  });

  it('puts two on call at once, and takes one of them away again', async () => {
    open('payments');
    fireEvent.click(await button('primary, turn 1: one more at once'));
    const second = screen.getByLabelText('primary, turn 1, person 2');
    await within(second).findByRole('option', { name: 'Grace Hopper' });
    fireEvent.change(second, { target: { value: 'grace' } });
    await waitFor(() =>
      expect(bodies('POST /api/schedules/preview').at(-1)?.schedule.layers[0]?.people).toEqual([
        ['ada', 'grace'],
        'grace',
      ]),
    );
    fireEvent.change(screen.getByLabelText('primary, turn 1, person 1'), { target: { value: '-' } });
    await waitFor(() =>
      expect(bodies('POST /api/schedules/preview').at(-1)?.schedule.layers[0]?.people).toEqual(['grace', 'grace']),
    );
  });

  it('lets a schedule of a file be read and copied, not changed', async () => {
    answers['GET /api/schedules/payments'] = () => json(200, { ...written, file: 'larum.yaml' });
    open('payments');
    expect(await screen.findByText('schedules: {payments: {}}')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'The schedule' })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  });

  it('lets whoever is no administrator read', async () => {
    open('payments', GRACE);
    expect(await screen.findByText('Only administrators change a schedule.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  });

  it('makes a new one only under a word that is free', async () => {
    open(null);
    fireEvent.change(await screen.findByLabelText('Word'), { target: { value: 'payments' } });
    expect(await screen.findByText(/There is a schedule of this word already/)).toBeTruthy();
    expect((await button('Save and use it')).disabled).toBe(true);
    answers['POST /api/schedules/preview'] = () => json(200, { ...draft, version: 0 });
    answers['PUT /api/config/schedules/nights'] = () => json(200, { applied: true });
    fireEvent.change(screen.getByLabelText('Word'), { target: { value: 'nights' } });
    const save = await button('Save and use it');
    await waitFor(() => expect(save.disabled).toBe(false));
    fireEvent.click(save);
    await waitFor(() => expect(window.location.pathname).toBe('/on-call/nights'));
  });
});
