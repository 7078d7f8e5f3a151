// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Person, Policy, PolicyPreview, PolicyTarget } from '../../api/types';
import { PersonContext } from '../session/use-session';
import PoliciesPage from './PoliciesPage';
import PolicyPage from './PolicyPage';

const ADA: Person = {
  id: 'ada',
  word: 'ada',
  name: 'Ada Lovelace',
  email: null,
  timeZone: 'UTC',
  administrator: true,
  account: 'active',
};
const named = (word: string, name: string) => ({ id: word, word, name });
const GAP = {
  kind: 'nobody',
  branch: null,
  step: 1,
  moments: 36,
  always: false,
  people: [],
  schedules: [named('office', 'Office hours')],
  spans: [{ from: '2030-03-29T12:00:00Z', until: '2030-03-29T18:00:00Z' }],
  more: 0,
};
const POLICY: Policy = {
  word: 'payments',
  version: 14,
  origin: 'api',
  policy: {
    repeat: 0,
    steps: [
      { notify: ['schedule:office'], wait: '15m', turns: true },
      { notify: ['person:grace'], wait: '15m' },
    ],
  } as unknown as Policy['policy'],
  services: ['checkout'],
  findings: [GAP],
  unready: [{ person: named('grace', 'Grace Hopper'), because: 'There is no e-mail address.' }],
};
const target = (kind: string, word: string, name: string): PolicyTarget => ({
  target: `${kind}:${word}`,
  kind,
  word,
  name,
  people: [named(word, name)],
});
const PREVIEW: PolicyPreview = {
  version: 14,
  origin: 'api',
  canSave: true,
  mistakes: [],
  run: {
    service: 'checkout',
    severity: 'critical',
    branch: null,
    at: '2030-03-29T01:17:00Z',
    reachedAfter: 'PT0S',
    exhaustedAfter: 'PT30M',
    lines: [],
    people: [],
  },
  checks: {
    from: '2030-03-29T00:00:00Z',
    until: '2030-05-24T00:00:00Z',
    moments: 8064,
    every: 'PT10M',
    findings: [GAP],
    unready: [],
    clockChanges: [],
  },
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let policies: Policy[];
let preview: PolicyPreview;
let saved: (body: unknown) => Response;

const sent = (method: string, path: string): Record<string, unknown>[] =>
  send.mock.calls
    .filter(([asked, init]) => init?.method === method && String(asked).split('?')[0] === path)
    .map(([, init]) => JSON.parse(String(init?.body ?? 'null')));
const previews = () => sent('POST', '/api/policies/preview');

const show = (what: React.ReactNode, me: Person = ADA) =>
  render(
    <QueryClientProvider client={queryClient}>
      <PersonContext value={me}>{what}</PersonContext>
    </QueryClientProvider>,
  );
const press = async (name: string) => fireEvent.click((await screen.findAllByRole('button', { name }))[0] as Element);
const ready = () => screen.findByText(/36 reach nobody at step 1/);
const saveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save version 15' });

describe('the editor of a policy', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
    vi.stubGlobal('fetch', send);
    send.mockReset();
    policies = [POLICY];
    preview = PREVIEW;
    saved = () => json(200, { applied: true, dryRun: false, changes: [] });
    send.mockImplementation(async (path, init) => {
      const where = String(path).split('?')[0];
      if (where === '/api/policies') return json(200, { items: policies, next: null });
      if (where === '/api/policies/preview') return json(200, preview);
      if (where === '/api/policies/targets') {
        const items = [
          target('person', 'grace', 'Grace Hopper'),
          target('person', 'linus', 'Linus'),
          target('schedule', 'office', 'Office hours'),
        ];
        return json(200, { items, next: null });
      }
      return saved(JSON.parse(String(init?.body ?? 'null')));
    });
  });

  afterEach(() => {
    cleanup();
    queryClient.clear();
    vi.unstubAllGlobals();
  });

  it('lists who is asked, who uses it and what is wrong', async () => {
    show(<PoliciesPage />);
    expect(await screen.findByText('Office hours · after 15 min Grace Hopper')).toBeTruthy();
    expect(screen.getByText(/Used by checkout/)).toBeTruthy();
    const found = within(screen.getByRole('list', { name: 'What is found in payments' }));
    expect(found.getByText('Step 1 reaches nobody for 36 h in 8 weeks')).toBeTruthy();
    expect(found.getByText('No way reaches Grace Hopper')).toBeTruthy();
  });

  it('asks the server again after an edit, and saves what was seen, with what it does not know', async () => {
    show(<PolicyPage word="payments" />);
    await ready();
    expect(saveButton().disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Answer within'), { target: { value: '20m' } });
    expect(screen.getByText('Version 15, not saved. Open incidents keep version 14.')).toBeTruthy();
    await waitFor(() => expect(previews()).toHaveLength(2));
    expect((previews()[1]?.policy as { steps: unknown[] }).steps[0]).toEqual({
      notify: ['schedule:office'],
      wait: '20m',
      turns: true,
    });
    await waitFor(() => expect(saveButton().disabled).toBe(false));
    await press('Save version 15');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('Step 1: wait 15m → 20m.')).toBeTruthy();
    expect(dialog.getByText('36 reach nobody at step 1.')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Save version 15' }));
    await waitFor(() => expect(sent('PUT', '/api/config/policies/payments')).toHaveLength(1));
    expect((sent('PUT', '/api/config/policies/payments')[0] as { steps: unknown[] }).steps).toHaveLength(2);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says why the server refused, and keeps the draft', async () => {
    saved = () => json(409, { code: 'owned_by_file', detail: 'It is described by larum.yaml. Nothing was changed.' });
    show(<PolicyPage word="payments" />);
    await ready();
    await press('Move step 1 down');
    await waitFor(() => expect(saveButton().disabled).toBe(false));
    await press('Save version 15');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('Step 1: was step 2.')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Save version 15' }));
    expect(await dialog.findByText('It is described by larum.yaml. Nothing was changed.')).toBeTruthy();
  });

  it('adds, moves and deletes steps with buttons, and chooses who is asked', async () => {
    show(<PolicyPage word="payments" />);
    await ready();
    await press('Add step');
    const third = within(screen.getByRole('article', { name: 'Step 3' }));
    fireEvent.change(third.getByLabelText('Who'), { target: { value: 'person:linus' } });
    fireEvent.click(third.getByRole('checkbox', { name: /one after the other/ }));
    await press('Edit step 1');
    await press('Delete step 1');
    await waitFor(() =>
      expect((previews().at(-1)?.policy as { steps: unknown[] }).steps).toEqual([
        { notify: ['person:grace'], wait: '15m' },
        { notify: ['person:linus'], wait: '5m', each: '2m' },
      ]),
    );
  });

  it('shows a mistake at its step and lets nothing be saved', async () => {
    show(<PolicyPage word="payments" />);
    await ready();
    preview = {
      ...PREVIEW,
      canSave: false,
      mistakes: [{ path: 'policies.payments.steps[0].wait', message: 'This is not a time to wait.' }],
      run: null,
      checks: null,
    };
    fireEvent.change(screen.getByLabelText('Answer within'), { target: { value: 'soon' } });
    expect(await screen.findByText('This is not a time to wait.')).toBeTruthy();
    expect(screen.getByLabelText('Answer within').getAttribute('aria-invalid')).toBe('true');
    expect(saveButton().disabled).toBe(true);
  });

  it('says what is wrong with a field that it does not show, and nothing of what was not begun', async () => {
    preview = {
      ...PREVIEW,
      canSave: false,
      mistakes: [
        { path: 'policies.payments.steps[0].turns', message: 'There is no such field in a step.' },
        { path: 'policies', message: 'The policy has no word yet.' },
      ],
    };
    show(<PolicyPage word="payments" />);
    expect(await screen.findByText('There is no such field in a step.')).toBeTruthy();
    expect(screen.getByText(/A mistake stands at the steps/)).toBeTruthy();
    cleanup();
    show(<PolicyPage word={null} />);
    await ready();
    expect(screen.queryByText('It cannot be saved yet.')).toBeNull();
    fireEvent.change(screen.getByLabelText('Word'), { target: { value: 'x' } });
    expect(await screen.findByText('It cannot be saved yet.')).toBeTruthy();
  });

  it('is blocked by a step that never reaches anybody, and says where to mend it', async () => {
    preview = {
      ...PREVIEW,
      canSave: false,
      checks: { ...(PREVIEW.checks as object), findings: [{ ...GAP, always: true }] } as never,
    };
    show(<PolicyPage word="payments" />);
    expect((await screen.findByRole('link', { name: 'Fill the gap' })).getAttribute('href')).toBe('/on-call/office');
    fireEvent.change(screen.getByLabelText('Answer within'), { target: { value: '20m' } });
    await waitFor(() => expect(previews()).toHaveLength(2));
    expect(saveButton().disabled).toBe(true);
  });

  it('adds a case and asks about its severity', async () => {
    show(<PolicyPage word="payments" />);
    await ready();
    await press('Add a case');
    fireEvent.click(screen.getByRole('checkbox', { name: 'critical' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'low' }));
    fireEvent.change(screen.getByLabelText('Hours'), { target: { value: 'Mon-Fri 09:00-17:00' } });
    await waitFor(() =>
      expect((previews().at(-1)?.policy as { when: unknown[] }).when).toEqual([
        { severity: ['low'], repeat: 0, hours: ['Mon-Fri 09:00-17:00'], steps: [{ notify: [], wait: '5m' }] },
      ]),
    );
  });

  it('leaves one that a file describes as it is, and gives its text', async () => {
    policies = [{ ...POLICY, origin: 'larum.yaml' }];
    show(<PolicyPage word="payments" />);
    expect(await screen.findByText('It is described in larum.yaml.')).toBeTruthy();
    expect(screen.getByText(/notify: \["schedule:office"\]/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add step' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save version 15' })).toBeNull();
  });

  it('offers nothing to save to somebody who is no administrator', async () => {
    show(<PolicyPage word="payments" />, { ...ADA, administrator: false });
    expect(await screen.findByText(/Only administrators change policies/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save version 15' })).toBeNull();
    expect(await ready()).toBeTruthy();
  });

  it('writes a new one under a word that is asked for', async () => {
    preview = { ...PREVIEW, version: 0 };
    show(<PolicyPage word={null} />);
    await ready();
    expect(previews()[0]).toMatchObject({ word: '', isNew: true });
    fireEvent.change(screen.getByLabelText('Word'), { target: { value: 'nights' } });
    await waitFor(() => expect(previews().at(-1)).toMatchObject({ word: 'nights', isNew: true }));
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Save version 1' });
    await waitFor(() => expect(button.disabled).toBe(false));
    fireEvent.click(button);
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save version 1' }));
    await waitFor(() => expect(sent('PUT', '/api/config/policies/nights')).toHaveLength(1));
  });

  it('says that there is none of this word', async () => {
    policies = [];
    show(<PolicyPage word="payments" />);
    expect(await screen.findByText('No such policy')).toBeTruthy();
  });
});
