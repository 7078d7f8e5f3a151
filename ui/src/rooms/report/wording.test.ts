import { describe, expect, it } from 'vitest';
import type { ReportRun } from '../../api/types';
import { days, progress, size } from './wording';

const run: ReportRun = {
  id: '1',
  report: 'weekly',
  title: 'Our week',
  from: '2026-11-15T23:00:00Z',
  until: '2026-11-22T23:00:00Z',
  timeZone: 'Europe/Berlin',
  mailed: true,
  askedAt: '2026-11-23T07:00:00Z',
  state: 'done',
  failure: null,
  formats: ['html', 'pdf'],
  files: [{ format: 'html', size: 1 }],
  readers: { told: 3, waiting: 0, missed: 0, reasons: [] },
  index: 1,
};

describe('a report in words', () => {
  it('says how far it is', () => {
    expect(progress({ ...run, state: 'running' })).toBe('1 of 2 files; 3 told, 0 waiting');
    expect(progress(run)).toBe('3 told');
    expect(progress({ ...run, readers: { ...run.readers, missed: 1 } })).toBe('3 told, 1 mail missed');
    expect(progress({ ...run, mailed: false })).toBe('Made for the archive');
    expect(progress({ ...run, state: 'failed', failure: 'No.' })).toBe('No.');
  });

  it('names the days of its own zone', () => {
    expect(days(run)).toBe('2026-11-16 to 2026-11-22');
    expect(days({ ...run, until: '2026-11-16T23:00:00Z' })).toBe('2026-11-16');
  });

  it('rounds sizes', () => {
    expect(size(10)).toBe('1 kB');
    expect(size(2_340_000)).toBe('2.3 MB');
  });
});
