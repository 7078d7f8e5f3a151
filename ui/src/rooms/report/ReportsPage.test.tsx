// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { ReportPlan, ReportRun } from '../../api/types';
import ReportsPage from './ReportsPage';

const run: ReportRun = {
  id: 'r1',
  report: 'weekly',
  title: 'Our week',
  from: '2026-11-16T00:00:00Z',
  until: '2026-11-23T00:00:00Z',
  timeZone: 'UTC',
  mailed: true,
  askedAt: '2026-11-23T08:00:00Z',
  state: 'done',
  failure: null,
  formats: ['html', 'pdf'],
  files: [
    { format: 'html', size: 21_000 },
    { format: 'pdf', size: 81_000 },
  ],
  readers: { told: 2, waiting: 0, missed: 1, reasons: ['No mail server is set up.'] },
  index: 7,
};

const plan: ReportPlan = {
  report: 'weekly',
  title: 'Our week',
  schedule: 'weekly',
  timeZone: 'UTC',
  next: '2026-11-30T08:00:00Z',
  sections: ['summary', 'low'],
  formats: ['html', 'pdf'],
  readers: 3,
  last: run,
};

const json = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });
const send = vi.fn<typeof fetch>();

function serve(plans: ReportPlan[], runs: ReportRun[]) {
  send.mockImplementation((path, init) => {
    if (init?.method === 'POST') return Promise.resolve(json({ ...run, state: 'running', files: [] }));
    return Promise.resolve(json({ items: String(path).includes('/runs') ? runs : plans, next: null }));
  });
}

const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <ReportsPage />
    </QueryClientProvider>,
  );

beforeEach(() => {
  queryClient.clear();
  send.mockReset();
  vi.stubGlobal('fetch', send);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the page of reports', () => {
  it('says how to describe the first one', async () => {
    serve([], []);
    open();
    expect(await screen.findByText('No report is described')).toBeTruthy();
  });

  it('gives the files of the archive, and says whom it did not reach', async () => {
    serve([plan], [run]);
    open();
    const pdf = await screen.findByRole('link', { name: /PDF 81 kB.*of Our week/ });
    expect(pdf.getAttribute('href')).toBe('/api/reports/runs/r1/pdf');
    expect(screen.getByText('2 told, 1 mail missed')).toBeTruthy();
    expect(screen.getByText('No mail server is set up.')).toBeTruthy();
  });

  it('makes one now, for the archive or for its readers', async () => {
    serve([plan], []);
    open();
    fireEvent.click(await screen.findByRole('button', { name: /Make it now/ }));
    await vi.waitFor(() =>
      expect(
        send.mock.calls.some(([path, init]) => init?.method === 'POST' && path === '/api/reports/weekly/run'),
      ).toBe(true),
    );
    await vi.waitFor(() =>
      expect(screen.getByRole('button', { name: /Make and send/ }).hasAttribute('disabled')).toBe(false),
    );
    fireEvent.click(screen.getByRole('button', { name: /Make and send/ }));
    await vi.waitFor(() =>
      expect(send.mock.calls.some(([path]) => path === '/api/reports/weekly/run?mail=true')).toBe(true),
    );
  });
});
