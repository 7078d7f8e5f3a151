// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { MyCheck, MyReach, MyWay } from '../../api/types';
import MePage from './MePage';

const AT = '2026-03-26T02:40:00Z';

const mail: MyWay = {
  channel: 'email',
  name: 'e-mail',
  address: 'ada@example.org',
  setUp: true,
  state: 'works',
  missing: null,
  told: { id: 'm1', state: 'sent', reason: null, requestedAt: AT, at: AT, confirmedAt: null },
  test: null,
  confirmedAt: null,
  unverified: false,
};
const sms: MyWay = {
  ...mail,
  channel: 'sms',
  name: 'SMS',
  address: null,
  setUp: false,
  state: 'missing',
  missing: 'Not set up in this house. An administrator describes it under channels.',
  told: null,
};
const check = (word: string, passed: boolean, more: Partial<MyCheck> = {}): MyCheck => ({
  check: word,
  passed,
  sentence: passed ? `${word} holds` : `Not yet: ${word}`,
  detail: null,
  at: null,
  remedy: null,
  channel: null,
  ...more,
});
const reach: MyReach = {
  word: 'ada',
  name: 'Ada',
  teams: ['Payments'],
  at: AT,
  file: null,
  yaml: 'people: {}',
  mine: { timeZone: 'Europe/Berlin' },
  headline: 'Ready for tonight, with one hole',
  sentence: 'Critical reaches you by e-mail.',
  passed: 1,
  checks: [check('quiet', true), check('tested', false, { remedy: 'test', channel: 'email' })],
  ways: [mail, sms],
  orders: [
    {
      severity: 'critical',
      wished: false,
      heldInQuietHours: false,
      heldUntil: null,
      ways: [{ channel: 'email', name: 'e-mail', afterSeconds: 0, everySeconds: null }],
    },
  ],
  rest: { until: null, except: [], morning: '2026-03-26T07:00:00Z' },
  duty: { now: null, shifts: [] },
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

const bodies = (line: string) =>
  send.mock.calls
    .filter(([path, init]) => `${init?.method} ${String(path).split('?')[0]}` === line)
    .map(([, init]) => JSON.parse(String(init?.body)) as unknown);

function open(shown: MyReach, more: Record<string, () => Response> = {}) {
  answers = { 'GET /api/me/reach': () => json(200, shown), ...more };
  render(
    <QueryClientProvider client={queryClient}>
      <MePage />
    </QueryClientProvider>,
  );
  return screen.findByRole('heading', { name: shown.headline });
}

beforeEach(() => {
  queryClient.clear();
  window.history.replaceState(null, '', '/me');
  send.mockReset();
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

describe('the page Me', () => {
  it('says in one figure and one sentence whether its reader is reachable', async () => {
    await open(reach);
    expect(screen.getByRole('img', { name: '1 of 2 checks pass' })).toBeTruthy();
    expect(screen.getByText('Critical reaches you by e-mail.')).toBeTruthy();
    expect(screen.getByText(/Not set up in this house: SMS/)).toBeTruthy();
    const ways = screen.getByRole('region', { name: 'My ways to be reached' });
    expect(within(ways).getAllByRole('button')).toHaveLength(1);
  });

  it('lists the devices, says what is in the way of this one, and removes one from anywhere', async () => {
    const device = { id: 'd1', name: 'Chrome on Android', service: 'fcm.googleapis.com', since: AT };
    let devices = [device];
    await open(reach, {
      'GET /api/me/devices': () => json(200, { publicKey: 'BP', here: null, devices }),
      'DELETE /api/me/devices/d1': () => {
        devices = [];
        return json(200, { publicKey: 'BP', here: null, devices });
      },
    });
    const card = screen.getByRole('region', { name: 'My devices' });
    expect(await within(card).findByText(/by fcm.googleapis.com/)).toBeTruthy();
    expect(within(card).queryByRole('button', { name: /Add/ })).toBeNull();
    expect(within(card).getByText(/only over https/)).toBeTruthy();
    fireEvent.click(within(card).getByRole('button', { name: /^Remove/ }));
    await vi.waitFor(() => expect(within(card).queryByText(/by fcm/)).toBeNull());
  });

  it('sends a test by the way that the first failing check names', async () => {
    await open(reach, { 'POST /api/me/tests': () => json(202, { id: 't1', index: 7 }) });
    fireEvent.click(screen.getByRole('button', { name: 'Test my e-mail' }));
    await vi.waitFor(() => expect(bodies('POST /api/me/tests')).toEqual([{ channel: 'email' }]));
  });

  it('verifies a number by the code that came to it', async () => {
    const until = '2026-03-26T02:50:00Z';
    const phone: MyWay = { ...mail, channel: 'sms', name: 'SMS', address: '+44 … 0123', unverified: true };
    const path = 'POST /api/me/numbers/verification';
    await open(
      { ...reach, ways: [mail, phone, { ...phone, channel: 'call', name: 'call' }] },
      {
        [path]: () => json(202, { id: 'n1', until, index: 9 }),
        [`${path}/confirm`]: () => json(409, { code: 'wrong_code', detail: 'This is not the code. 4 tries are left.' }),
      },
    );
    const part = within(screen.getByRole('region', { name: '+44 … 0123 is not verified' }));
    expect(part.getByText(/better one page too many/)).toBeTruthy();
    expect(part.getByRole('button', { name: 'Call me with a code' })).toBeTruthy();
    expect(part.queryByRole('textbox')).toBeNull();
    fireEvent.click(part.getByRole('button', { name: 'Text me a code' }));
    const field = await part.findByRole('textbox', { name: 'The six digits that came' });
    expect(bodies(path)).toEqual([{ channel: 'sms' }]);
    fireEvent.change(field, { target: { value: '123456' } });
    fireEvent.click(part.getByRole('button', { name: 'Verify' }));
    expect(await part.findByText('This is not the code. 4 tries are left.')).toBeTruthy();
    answers[`${path}/confirm`] = () => json(200, reach);
    fireEvent.change(field, { target: { value: '654321' } });
    fireEvent.click(part.getByRole('button', { name: 'Verify' }));
    await vi.waitFor(() => expect(screen.queryByText(/is not verified$/)).toBeNull());
    expect(bodies(`${path}/confirm`)).toEqual([{ code: '123456' }, { code: '654321' }]);
  });

  it('tells a refusal of a test in the words of the server', async () => {
    const detail = 'Nothing was sent. Send the next one in 8 s.';
    await open(reach, { 'POST /api/me/tests': () => json(409, { code: 'too_many_tests', detail }) });
    fireEvent.click(screen.getByRole('button', { name: /^Send test/ }));
    expect(await screen.findByText(detail)).toBeTruthy();
  });

  it('confirms nothing by being opened from the link of a test, only by the button', async () => {
    window.history.replaceState(null, '', '/me?test=t1');
    await open(reach, { 'POST /api/me/tests/t1/confirm': () => json(200, { id: 't1', index: 8 }) });
    expect(bodies('POST /api/me/tests/t1/confirm')).toEqual([]);
    expect(document.querySelectorAll('.primary')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'It reached me' }));
    await vi.waitFor(() => expect(bodies('POST /api/me/tests/t1/confirm')).toHaveLength(1));
    await vi.waitFor(() => expect(screen.queryByText('Did this test reach you?')).toBeNull());
  });

  it('shows how far a test has come', async () => {
    const test = { ...mail.told, id: 't1', requestedAt: new Date().toISOString() } as NonNullable<MyWay['test']>;
    await open({ ...reach, ways: [{ ...mail, test }] });
    const stages = within(screen.getByRole('list', { name: 'How far the test has come' })).getAllByRole('listitem');
    expect(stages.map(({ textContent }) => textContent)).toEqual(['queued', 'accepted', 'did it reach you?']);
  });

  it('saves an order whole, and puts a mistake at its way', async () => {
    const errors = [{ path: 'people.ada.reach.critical[1].email', message: 'This is not a time.' }];
    await open(reach, {
      'PUT /api/me/reach': () => json(400, { code: 'config_mistakes', detail: 'A mistake.', errors }),
    });
    fireEvent.click(screen.getByRole('button', { name: /^Change\s*critical/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Add a way' }));
    const after = screen.getByRole('textbox', { name: 'critical, way 2: how long after the first' });
    fireEvent.change(after, { target: { value: 'soon' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This is not a time.')).toBeTruthy();
    expect(bodies('PUT /api/me/reach')).toEqual([
      { timeZone: 'Europe/Berlin', reach: { critical: [{ email: '0m' }, { email: 'soon' }] } },
    ]);
  });

  it('saves quiet hours with those severities that may still wake', async () => {
    await open(reach, { 'PUT /api/me/reach': () => json(200, reach) });
    fireEvent.click(screen.getByRole('checkbox', { name: 'I have quiet hours' }));
    const anyway = within(screen.getByRole('group', { name: 'Wake me anyway for' }));
    fireEvent.click(anyway.getByRole('checkbox', { name: 'High' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() =>
      expect(bodies('PUT /api/me/reach')).toEqual([
        { timeZone: 'Europe/Berlin', quiet: { hours: '22:00-07:00', except: ['critical'] } },
      ]),
    );
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
  });

  it('leaves its reader alone for a while, but for what they let through', async () => {
    const until = '2026-03-26T03:10:00Z';
    await open(reach, {
      'PUT /api/do-not-disturb': () => json(200, { changed: true }),
      'DELETE /api/do-not-disturb': () => json(200, { changed: true }),
    });
    const card = within(screen.getByRole('region', { name: 'Do not disturb' }));
    expect(card.getByText(/^Critical and high still come through\..*You stay on call/)).toBeTruthy();
    fireEvent.click(card.getByRole('checkbox', { name: 'High' }));
    expect(card.getByText(/^Critical still comes through\./)).toBeTruthy();
    const resting = { ...reach, rest: { ...reach.rest, until, except: ['critical'] } };
    answers['GET /api/me/reach'] = () => json(200, resting);
    fireEvent.click(card.getByRole('button', { name: '30 min' }));
    const on = within(await screen.findByRole('region', { name: /^Do not disturb until/ }));
    expect(bodies('PUT /api/do-not-disturb')).toEqual([{ lasting: '30m', except: ['critical'] }]);
    answers['GET /api/me/reach'] = () => json(200, reach);
    fireEvent.click(on.getByRole('button', { name: 'End now' }));
    await screen.findByRole('region', { name: 'Do not disturb' });
  });

  it('says until when an order would wait', async () => {
    const [order] = reach.orders;
    await open({ ...reach, orders: [{ ...(order as MyReach['orders'][0]), heldUntil: '2026-03-26T07:00:00Z' }] });
    expect(within(screen.getByRole('region', { name: 'In which order' })).getByText(/Waits until/)).toBeTruthy();
  });

  it('shows what a file says of its reader, and lets nothing be changed', async () => {
    await open({ ...reach, file: 'larum.yaml', yaml: 'people: {ada: {}}' });
    expect(screen.getByText('people: {ada: {}}')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Change\s*critical/ })).toBeNull();
    expect(screen.getByRole('group', { name: 'Quiet hours, zone and number' })).toHaveProperty('disabled', true);
  });
});
