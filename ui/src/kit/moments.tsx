import type { ReactNode } from 'react';
import { useNow, useSecond, useZone } from './now';
import { age, ago, clock, clockOnDay, countdown, fullClock } from './time';

/** `4 min`, renewed while it is on the screen. */
export function Age({ from }: { from: string }) {
  return <>{age(Date.parse(from), useNow())}</>;
}

/** `03:17 CET (02:17 UTC), 4 min ago` */
export function Moment({ at }: { at: string }) {
  const now = useNow();
  const zone = useZone();
  return (
    <time dateTime={at}>
      {fullClock(Date.parse(at), zone, now)}, {ago(Date.parse(at), now)}
    </time>
  );
}

/** `03:17` today, `26 Mar, 03:17` on another day; the full form on hover. */
export function Clock({ at, isBare = false }: { at: string; isBare?: boolean }) {
  const now = useNow();
  const zone = useZone();
  const moment = Date.parse(at);
  return (
    <time dateTime={at} title={fullClock(moment, zone, now)}>
      {isBare ? clock(moment, zone) : clockOnDay(moment, zone, now)}
    </time>
  );
}

interface CountdownProps {
  to: string;
  /** What stands there once the moment has come. */
  due: ReactNode;
  children?: (left: string) => ReactNode;
}

/** `10:58`, counting down. */
export function Countdown({ to, due, children = (left) => left }: CountdownProps) {
  const left = countdown(Date.parse(to), useSecond());
  return <>{left === null ? due : children(left)}</>;
}
