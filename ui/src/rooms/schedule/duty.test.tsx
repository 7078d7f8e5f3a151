// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Cover, Duty, Person } from '../../api/types';
import { PersonContext } from '../session/use-session';
import { Absences } from './Absences';
import { AgreedList } from './AgreedList';
import { CoverRequests } from './CoverRequests';
import { ShiftDialog } from './ShiftDialog';
import { Unreadies } from './Unreadies';

const person = (word: string, administrator = false): Person => ({
  id: word,
  word,
  name: word === 'ada' ? 'Ada Lovelace' : 'Grace Hopper',
  email: null,
  timeZone: 'Europe/Berlin',
  administrator,
  account: 'active',
});
const ADA = person('ada');
const GRACE = person('grace');
const named = ({ id, word, name }: Person) => ({ id, word, name });
const schedule = { id: 's', word: 'payments', name: 'Payments' };

const HOUR = 3_600_000;
const FROM = Math.floor(Date.now() / HOUR) * HOUR + 48 * HOUR;
const at = (hours: number) => new Date(FROM + hours * HOUR).toISOString();

const shift: Duty = {
  schedule,
  person: named(ADA),
  layer: 'primary',
  override: null,
  insteadOf: null,
  from: at(0),
  until: at(8),
};
const plan = { timeZone: 'UTC', from: at(-24), until: at(32), items: [{ ...shift, person: named(GRACE) }], gaps: [] };
const request: Cover = {
  id: 'r1',
  schedule,
  timeZone: 'UTC',
  person: named(ADA),
  from: at(0),
  until: at(8),
  asked: [named(GRACE)],
  swap: null,
  reason: 'A concert',
  state: 'open',
  open: [{ from: at(0), until: at(8) }],
  taken: [],
  mayTake: true,
  mayWithdraw: false,
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const page = (...items: unknown[]) => json(200, { items, next: null });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

const posted = (path: string): unknown[] =>
  send.mock.calls
    .filter(([asked, init]) => init?.method === 'POST' && String(asked) === path)
    .map(([, init]) => JSON.parse(String(init?.body)));

const show = (what: ReactNode, me: Person) =>
  render(
    <QueryClientProvider client={queryClient}>
      <PersonContext value={me}>{what}</PersonContext>
    </QueryClientProvider>,
  );
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('what people agree on', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
    vi.stubGlobal('fetch', send);
    send.mockReset();
    answers = {
      'POST /api/schedules/payments/preview': () => json(200, plan),
      'GET /api/people': () => page(ADA, GRACE),
    };
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

  const dialog = (duty: Duty, onClose: () => void) => (
    <ShiftDialog
      schedule={schedule}
      duty={duty}
      zone="UTC"
      window={{ from: FROM, until: FROM + HOUR }}
      onClose={onClose}
    />
  );

  it('names those who cannot be woken, and says nothing while everybody can', async () => {
    const because = 'There is no e-mail address and no telephone number. Write one under people: ada.';
    answers['GET /api/readiness'] = () =>
      page({ word: 'ada', person: named(ADA), because, paths: ['payments, step 1', 'payments, step 2'] });
    show(<Unreadies />, GRACE);
    expect(await screen.findByText('1 person cannot be woken.')).toBeTruthy();
    expect(screen.getByText(/There is no e-mail address/)).toBeTruthy();
    expect(screen.getByText('Asked by payments, step 1; payments, step 2')).toBeTruthy();
    cleanup();
    queryClient.clear();
    answers['GET /api/readiness'] = () => page();
    const { container } = show(<Unreadies />, GRACE);
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(container.textContent).toBe('');
  });

  it('takes a shift of somebody else with one press, with the preview of the server', async () => {
    answers['POST /api/schedules/payments/overrides'] = () => json(201, {});
    const onClose = vi.fn();
    show(dialog(shift, onClose), GRACE);
    const preview = within(await screen.findByRole('region', { name: 'As it would be' }));
    expect(preview.getByText(/Grace Hopper/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    await press('Take this shift');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(posted('/api/schedules/payments/overrides')).toEqual([{ from: at(0), until: at(8), instead: 'ada' }]);
  });

  it('sends a changed end as wall time, and says why it was refused', async () => {
    answers['POST /api/schedules/payments/overrides'] = () =>
      json(409, { code: 'away', detail: 'Grace Hopper is away. Nothing was changed.' });
    const onClose = vi.fn();
    show(dialog(shift, onClose), GRACE);
    fireEvent.change(await screen.findByLabelText('Until'), { target: { value: '2030-01-01T10:00' } });
    await press('Take this shift');
    expect(await screen.findByText('Grace Hopper is away. Nothing was changed.')).toBeTruthy();
    expect(posted('/api/schedules/payments/overrides')).toEqual([
      { from: at(0), until: '2030-01-01T10:00', instead: 'ada' },
    ]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('asks for cover of a shift of mine', async () => {
    answers['POST /api/cover-requests'] = () => json(201, {});
    const onClose = vi.fn();
    show(dialog(shift, onClose), ADA);
    fireEvent.change(await screen.findByLabelText('Why'), { target: { value: ' A concert ' } });
    await press('Ask for cover');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(posted('/api/cover-requests')).toEqual([
      { from: at(0), until: at(8), reason: 'A concert', schedule: 'payments' },
    ]);
  });

  it('lets only an administrator put somebody else on call', async () => {
    answers['POST /api/schedules/payments/overrides'] = () => json(201, {});
    const onClose = vi.fn();
    show(dialog(shift, onClose), { ...ADA, administrator: true });
    fireEvent.click(await screen.findByRole('radio', { name: 'Override' }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Override' }).disabled).toBe(true);
    await screen.findByRole('option', { name: 'Grace Hopper' });
    fireEvent.change(screen.getByLabelText('Who stands in'), { target: { value: 'grace' } });
    await press('Override');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(posted('/api/schedules/payments/overrides')).toEqual([
      { from: at(0), until: at(8), instead: 'ada', person: 'grace' },
    ]);
  });

  it('offers nothing for a shift that is over', () => {
    show(dialog({ ...shift, from: at(-72), until: at(-64) }, vi.fn()), GRACE);
    expect(screen.getByText(/This shift is over/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take this shift' })).toBeNull();
  });

  const serveRequests = (forMe: Cover[], byMe: Cover[]) => {
    send.mockImplementation(async (path, init) => {
      const text = String(path);
      if (text.startsWith('/api/cover-requests?')) return page(...(text.includes('for-me') ? forMe : byMe));
      const answer = answers[`${init?.method} ${text}`];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer();
    });
  };

  it('takes all that is open, or a part of it', async () => {
    serveRequests([request], []);
    answers['POST /api/cover-requests/r1/take'] = () =>
      json(409, { code: 'cover_taken', detail: 'Linus has taken it already.' });
    show(<CoverRequests />, GRACE);
    await press('Take it');
    const open = within(screen.getByRole('dialog'));
    fireEvent.click(open.getByRole('button', { name: 'Take it' }));
    expect(await screen.findByText('Linus has taken it already.')).toBeTruthy();
    fireEvent.click(open.getByRole('checkbox'));
    fireEvent.change(open.getByLabelText('Until'), { target: { value: '2030-01-01T10:00' } });
    fireEvent.click(open.getByRole('button', { name: 'Take it' }));
    await waitFor(() =>
      expect(posted('/api/cover-requests/r1/take')).toEqual([{}, { from: at(0), until: '2030-01-01T10:00' }]),
    );
  });

  it('withdraws a request of mine', async () => {
    serveRequests([], [{ ...request, mayTake: false, mayWithdraw: true }]);
    answers['DELETE /api/cover-requests/r1'] = () => json(200, {});
    show(<CoverRequests />, ADA);
    expect(await screen.findByText('You ask')).toBeTruthy();
    await press('Withdraw');
    await waitFor(() =>
      expect(send.mock.calls.some(([path, init]) => init?.method === 'DELETE' && String(path).endsWith('/r1'))).toBe(
        true,
      ),
    );
  });

  it('shows nothing where nobody asks', async () => {
    serveRequests([], []);
    const { container } = show(<CoverRequests />, ADA);
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(container.textContent).toBe('');
  });

  it('lists what is agreed and withdraws only what one may', async () => {
    const agreed = {
      id: 'o1',
      schedule,
      person: named(GRACE),
      instead: named(ADA),
      from: at(0),
      until: at(8),
      reason: null,
      request: null,
      by: { kind: 'person', id: 'grace', name: 'Grace Hopper' },
      state: 'coming',
      mayWithdraw: true,
    };
    answers['GET /api/schedules/payments/overrides'] = () =>
      page(agreed, { ...agreed, id: 'o2', instead: null, mayWithdraw: false });
    show(<AgreedList word="payments" zone="UTC" />, GRACE);
    expect(await screen.findByText(/instead of Ada Lovelace/)).toBeTruthy();
    expect(screen.getByText(/for everybody/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Withdraw' })).toHaveLength(1);
  });

  it('reads absences from a calendar file, and says what became of its events', async () => {
    answers['GET /api/absences'] = () => page();
    answers['POST /api/absences/import'] = () => json(200, { declared: 3, withdrawn: 1, unchanged: 2, past: 4 });
    show(<Absences />, ADA);
    await press('From a calendar');
    const open = within(screen.getByRole('dialog'));
    const text = 'BEGIN:VCALENDAR';
    const file = new File([text], 'holidays.ics', { type: 'text/calendar' });
    file.text = async () => text;
    fireEvent.change(open.getByLabelText('Calendar file'), { target: { files: [file] } });
    fireEvent.click(open.getByRole('button', { name: 'Read it' }));
    expect((await open.findByRole('status')).textContent).toBe(
      '2 absences are new. 1 was moved. 2 are known already. 4 events are over and were left out.',
    );
    const sent = send.mock.calls.find(([path]) => String(path) === '/api/absences/import')?.[1];
    expect(sent?.body).toBe(text);
    expect(sent?.headers).toMatchObject({ 'Content-Type': 'text/calendar' });
  });

  it('says who is away and takes a word for oneself', async () => {
    answers['GET /api/absences'] = () => page();
    answers['POST /api/absences'] = () => json(201, {});
    show(<Absences />, ADA);
    expect(await screen.findByText('Nobody has said so.')).toBeTruthy();
    await press('I am away');
    const open = within(screen.getByRole('dialog'));
    fireEvent.change(open.getByLabelText('From'), { target: { value: '2030-01-01T10:00' } });
    fireEvent.change(open.getByLabelText('Until'), { target: { value: '2030-01-08T10:00' } });
    fireEvent.click(open.getByRole('button', { name: 'I am away' }));
    await waitFor(() =>
      expect(posted('/api/absences')).toEqual([{ from: '2030-01-01T10:00', until: '2030-01-08T10:00' }]),
    );
  });
});
