// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { MeasureFigures, Measures } from '../../api/types';
import InsightsPage from './InsightsPage';
import ListPage from './ListPage';

const never = { count: 0, mean: null, p50: null, p90: null, p95: null };

const figures = (more: Partial<MeasureFigures> = {}): MeasureFigures => ({
  incidents: 0,
  open: 0,
  over: 0,
  answer: never,
  repair: never,
  between: null,
  triggeredSeconds: 0,
  acknowledgedSeconds: 0,
  mitigatedSeconds: 0,
  escalated: 0,
  reopened: 0,
  handless: 0,
  told: 0,
  judged: 0,
  useful: 0,
  impactKnown: 0,
  foundFirst: 0,
  answersPromised: 0,
  answersLate: 0,
  repairsPromised: 0,
  repairsLate: 0,
  alerts: 0,
  held: 0,
  messages: 0,
  wakes: 0,
  nights: 0,
  sleepSeconds: 0,
  ...more,
});

const measures = (more: Partial<MeasureFigures> = {}): Measures => ({
  from: '2026-10-29T00:00:00Z',
  until: '2026-11-28T00:00:00Z',
  figures: figures(more),
  before: figures(),
  unit: 'day',
  series: [],
  severities: [],
  services: [],
  teams: [],
  people: [],
  pageHours: [],
  serviceHours: [],
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

const show = (page: React.ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);

beforeEach(() => {
  vi.stubGlobal('fetch', send);
  send.mockReset();
  send.mockImplementation(async (path) => {
    const answer = answers[String(path).split('?')[0] ?? ''];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
  window.history.replaceState(null, '', '/');
});

describe('insights', () => {
  it('say the figures, and each opens its list', async () => {
    answers = {
      '/api/measures': () =>
        json(200, measures({ incidents: 4, judged: 3, useful: 2, nights: 2, sleepSeconds: 3600, alerts: 40, told: 4 })),
    };
    show(<InsightsPage />);
    const woken = await screen.findByRole('link', { name: /Woken at night/ });
    expect(woken.textContent).toContain('2 times');
    expect(woken.textContent).toContain('1 h of sleep lost');
    expect(woken.getAttribute('href')).toBe('/insights/list?list=pages&days=30&which=nights');
    expect(screen.getByRole('link', { name: /Acted on/ }).textContent).toContain('67 %');
    expect(screen.getByRole('link', { name: /Noise taken away/ }).textContent).toContain('90 %');
    expect(screen.getByRole('link', { name: /Time to answer/ }).textContent).toContain('–');
  });

  it('say what outages cost', async () => {
    answers = {
      '/api/measures': () => json(200, measures({ incidents: 1 })),
      '/api/measures/business': () =>
        json(200, {
          from: '2026-10-29T00:00:00Z',
          until: '2026-11-28T00:00:00Z',
          figures: {
            availability: 99.9123,
            outSeconds: 3600,
            incidents: 2,
            revenue: 72_000,
            satisfaction: 4.25,
            ratings: 8,
          },
          before: { availability: 100, outSeconds: 0, incidents: 0, revenue: 0, satisfaction: null, ratings: 0 },
          services: [
            {
              service: { id: 's', word: 'checkout', name: 'Checkout' },
              tier: 1,
              process: 'Order to cash',
              incidents: 2,
              outSeconds: 3600,
              availability: 99.86,
              users: 50_000,
              revenue: 72_000,
            },
          ],
        }),
    };
    answers['/api/panels/figures'] = () =>
      json(200, {
        from: '2026-10-29T00:00:00Z',
        until: '2026-11-28T00:00:00Z',
        days: 30,
        panels: [
          {
            show: 'paging-cost',
            title: 'Cost of paging',
            about: null,
            note: null,
            picture: 'figure',
            figure: {
              value: 500,
              before: 250,
              unit: 'amount',
              notes: [{ value: null, unit: 'text', words: '40 pages × 12.5 each' }],
              href: null,
            },
            tables: [],
            missing: null,
          },
        ],
      });
    show(<InsightsPage />);
    const paging = await screen.findByRole('link', { name: /Cost of paging/ });
    await vi.waitFor(() => expect(paging.textContent).toContain('40 pages × 12.5 each, 100 % more than before'));
    expect(paging.getAttribute('href')).toBe('/insights/list?list=pages&days=30&which=all');
    expect((await screen.findByRole('link', { name: /Availability/ })).textContent).toContain('99.912 %');
    expect(screen.getByRole('link', { name: /Revenue lost/ }).textContent).toContain('72,000');
    expect(screen.getByRole('link', { name: /Satisfaction/ }).textContent).toContain('4.3');
    expect(screen.getByRole('link', { name: '2' }).getAttribute('href')).toContain('severity=critical%2Chigh');
  });

  it('say that nothing happened', async () => {
    answers = { '/api/measures': () => json(200, measures()) };
    show(<InsightsPage />);
    expect(await screen.findByText('Nothing happened')).toBeTruthy();
  });

  it('ask for what is chosen', async () => {
    answers = { '/api/measures': () => json(200, measures({ incidents: 1 })) };
    show(<InsightsPage />);
    fireEvent.change(await screen.findByRole('combobox', { name: 'Severity' }), { target: { value: 'critical' } });
    await vi.waitFor(() =>
      expect(send.mock.calls.some(([path]) => String(path).includes('severity=critical'))).toBe(true),
    );
  });

  it('go around on a wall, one board after the other', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      answers = { '/api/measures': () => json(200, measures({ incidents: 1 })) };
      const { container } = show(<InsightsPage />);
      const wall = container.querySelector('.insights') as HTMLDivElement;
      wall.requestFullscreen = async () => {
        Object.defineProperty(document, 'fullscreenElement', { value: wall, configurable: true });
      };
      await screen.findByRole('region', { name: 'Figures of the period' });
      fireEvent.click(screen.getByRole('button', { name: 'On the wall' }));
      await vi.advanceTimersByTimeAsync(30_000);
      expect(screen.getByRole('link', { name: 'Operational' }).getAttribute('aria-current')).toBe('true');
      Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true });
      await vi.advanceTimersByTimeAsync(30_000);
      expect(screen.getByRole('link', { name: 'Operational' }).getAttribute('aria-current')).toBe('true');
    } finally {
      vi.useRealTimers();
    }
  });

  it('do not pass for figures when they cannot be made', async () => {
    answers = { '/api/measures': () => json(500, { detail: 'A mistake.' }) };
    show(<InsightsPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('Alerts and pages go on. A mistake.');
  });
});

describe('the list behind a figure', () => {
  it('names what happened in each incident', async () => {
    window.history.replaceState(null, '', '/insights/list?list=incidents&which=idle');
    answers = {
      '/api/measures/incidents': () =>
        json(200, {
          items: [
            {
              id: 'one',
              number: 1001,
              title: 'Disk is full',
              severity: 'critical',
              state: 'resolved',
              service: { id: 's', word: 'checkout', name: 'Checkout' },
              openedAt: '2026-11-20T03:00:00Z',
              answerSeconds: 108,
              repairSeconds: null,
              told: true,
              idle: true,
            },
          ],
          next: null,
        }),
    };
    show(<ListPage />);
    const row = within(
      (await screen.findByRole('link', { name: 'INC-1001 Disk is full' })).closest('tr') as HTMLElement,
    );
    expect(row.getByText('1 min 48 s')).toBeTruthy();
    expect(row.getByText(/led to nothing/)).toBeTruthy();
    expect(send.mock.calls.some(([path]) => String(path).includes('which=idle'))).toBe(true);
  });
});
