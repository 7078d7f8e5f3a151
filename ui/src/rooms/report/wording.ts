import type { ReportRun } from '../../api/types';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** How far it is, in one sentence. */
export function progress(run: ReportRun): string {
  if (run.state === 'failed') return run.failure ?? 'It could not be made.';
  const { told, waiting, missed } = run.readers;
  const files = `${run.files.length} of ${many(run.formats.length, 'file', 'files')}`;
  if (run.state === 'running') return told + waiting > 0 ? `${files}; ${told} told, ${waiting} waiting` : files;
  if (!run.mailed) return 'Made for the archive';
  return missed > 0 ? `${told} told, ${many(missed, 'mail', 'mails')} missed` : `${told} told`;
}

export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The days of a period in its zone; its last moment belongs to the next one. */
export function days({ from, until, timeZone }: Pick<ReportRun, 'from' | 'until' | 'timeZone'>): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const first = day.format(Date.parse(from));
  const last = day.format(Date.parse(until) - 1);
  return first === last ? first : `${first} to ${last}`;
}
