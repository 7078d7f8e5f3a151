// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Slo, SloWhole } from '../../api/types';
import SloPage from './SloPage';
import SlosPage from './SlosPage';
import { amount, leftOf, percent, promised } from './wording';

const slo = (more: Partial<Slo> = {}): Slo => ({
  word: 'checkout-up',
  service: { id: 's', word: 'checkout', name: 'Checkout' },
  kind: 'availability',
  from: 'incidents',
  objective: 99.9,
  windowSeconds: 2_592_000,
  policy: 'conservative',
  policyShare: 0.1,
  withinMillis: null,
  severities: ['critical', 'high'],
  good: 99.908,
  unit: 'seconds',
  budget: 2592,
  spent: 2384.64,
  left: 0.08,
  burns: [
    { alarm: 'fast', stretch: '1h', limit: 14.4, rate: 120.5, sounds: true, since: '2026-11-23T09:00:00Z' },
    { alarm: 'slow', stretch: '6h', limit: 6, rate: 2, sounds: false, since: null },
    { alarm: 'creeping', stretch: '3d', limit: 1, rate: null, sounds: false, since: null },
  ],
  low: true,
  asks: 'Halt deployments of checkout: 8 % of the budget is left.',
  missing: null,
  ...more,
});

const whole: SloWhole = {
  slo: slo(),
  course: [
    { at: '2026-10-24T09:00:00Z', left: 1 },
    { at: '2026-11-23T09:00:00Z', left: 0.08 },
  ],
  incidents: [
    {
      id: 'one',
      number: 1001,
      title: 'Disk is full',
      severity: 'critical',
      beganAt: '2026-11-20T03:00:00Z',
      ongoing: false,
      seconds: 1296,
    },
  ],
};

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
});

describe('the budgets', () => {
  it('say what is left, how fast it goes and what the policy asks', async () => {
    answers = {
      '/api/slos': () =>
        json(200, {
          items: [slo(), slo({ word: 'orders', left: null, good: null, asks: null, missing: 'Nothing was counted.' })],
          next: null,
        }),
    };
    show(<SlosPage />);
    const row = within((await screen.findByRole('link', { name: 'checkout-up' })).closest('tr') as HTMLElement);
    expect(row.getByText('8 %')).toBeTruthy();
    expect(row.getByText('120.5×')).toBeTruthy();
    expect(row.getByText('told')).toBeTruthy();
    expect(row.getByText(/Halt deployments of checkout/)).toBeTruthy();
    expect(screen.getByText('Nothing was counted.')).toBeTruthy();
  });

  it('say how to begin while there are none', async () => {
    answers = { '/api/slos': () => json(200, { items: [], next: null }) };
    show(<SlosPage />);
    expect(await screen.findByText('Nothing is owed yet')).toBeTruthy();
  });
});

describe('one budget', () => {
  it('shows its course with a table, and what it cost', async () => {
    answers = { '/api/slos/checkout-up': () => json(200, whole) };
    show(<SloPage word="checkout-up" />);
    expect(await screen.findByRole('heading', { name: 'checkout-up' })).toBeTruthy();
    expect(screen.getByRole('img', { name: /share of the budget/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'INC-1001 Disk is full' }).getAttribute('href')).toBe('/i/one');
    expect(screen.getByText('50 %')).toBeTruthy();
    expect(screen.getByText('too little seen')).toBeTruthy();
  });

  it('says so when there is none', async () => {
    answers = { '/api/slos/nothing': () => json(404, { detail: 'There is no SLO of this word.' }) };
    show(<SloPage word="nothing" />);
    expect((await screen.findByRole('alert')).textContent).toContain('There is no SLO of this word.');
  });
});

describe('words', () => {
  it('never promise more than there is', () => {
    expect(percent(99.99999)).toBe('99.999 %');
    expect(percent(null)).toBe('–');
    expect(leftOf(0.0999)).toBe('9 %');
    expect(leftOf(-0.5)).toBe('−50 %');
    expect(promised(slo({ kind: 'latency', objective: 95, withinMillis: 500 }))).toBe(
      '95 % of 30 days fast enough (500 ms)',
    );
    expect(amount(2592, 'seconds')).toBe('43 min');
    expect(amount(1234, 'events')).toBe('1,234');
  });
});
