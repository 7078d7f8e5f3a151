import { useMemo } from 'react';
import type { MaintenanceWindow } from '../../api/types';
import { useNow, useZone } from '../../kit/now';
import { Empty, Failure, Waiting } from '../../kit/screens';
import { clock } from '../../kit/time';
import { useWindows } from './use-rules';

const DAY_MS = 86_400_000;
const DAYS = 31;

/** Maintenance of the next weeks by day, in the reader's own zone. */
export function Windows() {
  const zone = useZone();
  const now = useNow();
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const [from, until] = useMemo(
    () => [new Date(today - DAY_MS).toISOString(), new Date(today + DAYS * DAY_MS).toISOString()],
    [today],
  );
  const { data, error, isPending, refetch } = useWindows(from, until);
  if (isPending) return <Waiting />;
  if (error && !data) {
    return <Failure what="The calendar could not be loaded." problem={error} onRetry={() => void refetch()} />;
  }
  const windows = (data?.items ?? []).filter(({ until: end }) => Date.parse(end) > now);
  if (windows.length === 0) {
    return (
      <Empty icon="clock" title="No maintenance is planned">
        What is planned for the next 31 days stands here, day by day.
      </Empty>
    );
  }
  return (
    <section className="card" aria-labelledby="windows-heading">
      <div className="card-head">
        <h2 id="windows-heading">Maintenance</h2>
        <span className="meta">next 31 days, {zone.replaceAll('_', ' ')}</span>
      </div>
      <ol className="agenda">
        {[...byDay(windows, zone)].map(([day, its]) => (
          <li key={day}>
            <h3>{day}</h3>
            <ul>
              {its.map((window) => (
                <li key={`${window.word}/${window.from}`} aria-current={isOpen(window, now) || undefined}>
                  <span className="num">
                    {clock(Date.parse(window.from), zone)} to {clock(Date.parse(window.until), zone)}
                  </span>
                  <span>
                    <b>{window.word}</b> {window.services.join(', ')}{' '}
                    <span className="meta">
                      {window.reason}
                      {isOpen(window, now) && '. Open now'}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

const isOpen = (window: MaintenanceWindow, now: number) =>
  Date.parse(window.from) <= now && now < Date.parse(window.until);

function byDay(windows: MaintenanceWindow[], timeZone: string): Map<string, MaintenanceWindow[]> {
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  const days = new Map<string, MaintenanceWindow[]>();
  for (const window of windows) {
    const day = name.format(Date.parse(window.from));
    days.set(day, [...(days.get(day) ?? []), window]);
  }
  return days;
}
