// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { queryClient } from '../../api/query-client';
import type { Improvement, Round } from '../../api/types';
import BacklogPage from './BacklogPage';
import ImprovementPage from './ImprovementPage';
import { dayOf, filled, mayBeJudged, measured, nextPhase } from './wording';

const item = (more: Partial<Improvement> = {}): Improvement => ({
  id: 'disk',
  kind: 'noisy_rule',
  subject: 'prometheus/disk',
  service: null,
  title: 'Delete or mend the rule “Disk” of Prometheus',
  sentence: '19 of 20 incidents of it led to nothing.',
  figure: 95,
  state: 'weighed',
  priority: {
    impact: 4,
    feasibility: 5,
    effort: 2,
    risk: 1,
    score: 10,
    arithmetic: '(impact 4 × feasibility 5) ÷ (effort 2 × risk 1) = 10.00',
  },
  round: null,
  criterion: null,
  proposedAt: '2026-11-23T09:00:00Z',
  proposedBy: { kind: 'system', id: null, name: 'Larum' },
  changedAt: null,
  measured: null,
  closedAt: null,
  rollback: null,
  recurrences: 0,
  index: 4,
  ...more,
});

const round: Round = {
  number: 24,
  now: 24,
  from: '2026-11-23',
  until: '2026-12-06',
  capacity: 20,
  points: 22,
  done: 4,
  phase: 'build',
  phases: [
    { phase: 'research', percent: 20, days: 2, from: '2026-11-23', until: '2026-11-24' },
    { phase: 'build', percent: 60, days: 6, from: '2026-11-25', until: '2026-12-02' },
    { phase: 'validate', percent: 20, days: 2, from: '2026-12-03', until: '2026-12-04' },
  ],
  states: [],
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const page = (items: unknown[]) => json(200, { items, next: null });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

function show(element: React.ReactNode, path = '/improvements') {
  const [at, search] = path.split('?');
  const { hook, searchHook } = memoryLocation({ path: at ?? path, searchPath: search ?? '' });
  render(
    <QueryClientProvider client={queryClient}>
      <Router hook={hook} searchHook={searchHook}>
        {element}
      </Router>
    </QueryClientProvider>,
  );
}

const posted = () =>
  send.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([path, init]) => [String(path), init?.body ? JSON.parse(String(init.body)) : null]);

beforeEach(() => {
  vi.stubGlobal('fetch', send);
  // jsdom has no modal dialogs
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  send.mockReset();
  send.mockImplementation(async (path, init) => {
    const answer = answers[`${init?.method === 'POST' ? 'POST ' : ''}${String(path).split('?')[0]}`];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe('the backlog', () => {
  it('says what was seen, and how the priority comes about', async () => {
    answers = { '/api/improvements': () => page([item({ recurrences: 2 })]) };
    show(<BacklogPage />);
    const row = within((await screen.findByRole('link', { name: /Delete or mend/ })).closest('tr') as HTMLElement);
    expect(row.getByText('19 of 20 incidents of it led to nothing.')).toBeTruthy();
    expect(row.getByText('10')).toBeTruthy();
    expect(row.getByText('(4 × 5) ÷ (2 × 1)')).toBeTruthy();
    expect(row.getByText('back 2 times')).toBeTruthy();
  });

  it('looks now, and says what it found', async () => {
    answers = {
      '/api/improvements': () => page([]),
      'POST /api/improvements/look': () => json(200, { seen: 5, proposed: 3, judged: 1 }),
    };
    show(<BacklogPage />);
    fireEvent.click(await screen.findByRole('button', { name: 'Look now' }));
    expect(await screen.findByText('3 new, 1 judged')).toBeTruthy();
  });

  it('shows a round by its phases, and that it is too full', async () => {
    answers = {
      '/api/improvements/rounds/now': () => json(200, round),
      '/api/improvements': () =>
        page([item({ state: 'build', round: 24 }), item({ id: 'b', state: 'planned', title: 'Later' })]),
    };
    show(<BacklogPage />, '/improvements?show=round');
    expect(await screen.findByText('22 of 20 points: 2 too many')).toBeTruthy();
    const build = within(await screen.findByRole('region', { name: 'Build' }));
    expect(await build.findByRole('link', { name: /Delete or mend/ })).toBeTruthy();
    expect(build.getByText('60 %, 6 days: Wed 25 Nov to Wed 2 Dec')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Research' })).getByRole('link', { name: 'Later' })).toBeTruthy();
  });

  it('names the rules that cost sleep for nothing', async () => {
    const rule = {
      sender: { id: 'p', word: 'prometheus', name: 'Prometheus' },
      rule: 'Disk',
      judged: 20,
      idle: 19,
      wakes: 12,
      nights: 4,
      sleepSeconds: 14_400,
    };
    answers = { '/api/improvements/delete-these': () => page([{ rule, improvement: 'disk', state: 'planned' }]) };
    show(<BacklogPage />, '/improvements?show=delete');
    expect(await screen.findByText('19 of 20')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Planned' }).getAttribute('href')).toBe('/improvements/disk');
  });
});

describe('one item', () => {
  const one = (more: Partial<Improvement>) => {
    answers = {
      '/api/improvements/disk': () => json(200, item(more)),
      '/api/improvements/rounds/now': () => json(200, round),
      '/api/improvements/disk/steps': () =>
        page([
          {
            index: 3,
            sentence: 'Proposed: seen.',
            at: '2026-11-23T09:00:00Z',
            by: { kind: 'system', id: null, name: 'Larum' },
          },
        ]),
    };
  };

  it('is weighed with the sum in sight', async () => {
    one({ state: 'proposed', priority: null });
    answers['POST /api/improvements/disk/weigh'] = () => {
      one({ state: 'weighed' });
      return json(200, { improvement: item(), changed: true, index: 5 });
    };
    show(<ImprovementPage id="disk" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Weigh it' }));
    fireEvent.change(screen.getByLabelText('Impact'), { target: { value: '5' } });
    fireEvent.change(screen.getByLabelText('Effort'), { target: { value: '1' } });
    expect(screen.getByRole('status', { name: '' }).textContent).toContain('(5 × 3) ÷ (1 × 3) = 5.00');
    fireEvent.click(screen.getByRole('button', { name: 'Weigh' }));
    await screen.findByRole('button', { name: 'Plan it into a round' });
    expect(posted()).toEqual([['/api/improvements/disk/weigh', { impact: 5, feasibility: 3, effort: 1, risk: 3 }]]);
  });

  it('asks for a criterion before it is live', async () => {
    one({ state: 'build', round: 24 });
    show(<ImprovementPage id="disk" />);
    expect(await screen.findByRole('button', { name: 'Say how one sees that it worked' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'The change is live' })).toBeNull();
  });

  it('asks what was taken back when it failed', async () => {
    one({
      state: 'failed',
      round: 24,
      measured: 3.5,
      criterion: {
        measure: 'nights_a_week',
        direction: 'at_most',
        target: 1,
        service: null,
        team: null,
        words: 'pages at night: at most 1 a week, of the whole house',
      },
    });
    show(<ImprovementPage id="disk" />);
    expect(await screen.findByText('3.5 a week')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Note what was taken back' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reopen' })).toBeTruthy();
    expect(await screen.findByText('Proposed: seen.')).toBeTruthy();
  });
});

describe('words', () => {
  it('say how full and how far', () => {
    expect(filled(12, 20)).toBe('12 of 20 points');
    expect(dayOf('2026-11-23')).toBe('Mon 23 Nov');
    expect(measured(0.333333, 'wakes_a_week')).toBe('0.33 a week');
    expect(nextPhase({ state: 'research' })?.phase).toBe('build');
    expect(nextPhase({ state: 'done' })).toBeNull();
    const live = { state: 'validate' as const, changedAt: '2026-11-23T09:00:00Z' };
    expect(mayBeJudged(live, Date.parse('2026-11-30T08:59:59Z'))).toBe(false);
    expect(mayBeJudged(live, Date.parse('2026-11-30T09:00:00Z'))).toBe(true);
  });
});
