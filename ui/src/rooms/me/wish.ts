import type { FieldError, MyDelivery, MyStep, ReachWish, Severity } from '../../api/types';
import { span } from '../../kit/time';

export const SEVERITIES: Severity[] = ['critical', 'high', 'medium', 'low'];

/** One way while it is edited: times as they are written, such as `2m`. */
export interface Step {
  id: number;
  channel: string;
  after: string;
  every: string;
}

export interface Quiet {
  from: string;
  until: string;
  except: Severity[];
}

/** What somebody may change of themselves, while they do. A severity that is not in `orders` is left to Larum. */
export interface Draft {
  phone: string;
  timeZone: string;
  orders: Partial<Record<Severity, Step[]>>;
  quiet: Quiet | null;
}

let count = 0;
export const step = (channel: string, after: string, every = ''): Step => ({ id: ++count, channel, after, every });

/** In the shape of the file: `{sms: "2m", every: "3m"}`. */
type Written = Record<string, string>;

/** From the shape of the file. */
export function draftOf(mine: Record<string, unknown>): Draft {
  const reach = (mine.reach ?? {}) as Partial<Record<Severity, Written[]>>;
  const quiet = mine.quiet as { hours: string; except: Severity[] } | undefined;
  const [from = '', until = ''] = quiet?.hours.split('-') ?? [];
  const orders: Draft['orders'] = {};
  for (const severity of SEVERITIES) {
    const ways = reach[severity];
    if (ways) orders[severity] = ways.map(stepOf);
  }
  return {
    phone: String(mine.phone ?? ''),
    timeZone: String(mine.timeZone ?? 'UTC'),
    orders,
    quiet: quiet ? { from, until, except: quiet.except } : null,
  };
}

function stepOf({ every = '', ...way }: Written): Step {
  const [channel = '', after = '0m'] = Object.entries(way)[0] ?? [];
  return step(channel, after, every);
}

/** To the shape of the file. Only the last way is gone again and again. */
export function wishOf(draft: Draft): ReachWish {
  const reach: Record<string, Written[]> = {};
  for (const severity of SEVERITIES) {
    const steps = draft.orders[severity];
    if (steps) {
      reach[severity] = steps.map(({ channel, after, every }, place) =>
        every.trim() && place === steps.length - 1
          ? { [channel]: after.trim(), every: every.trim() }
          : { [channel]: after.trim() },
      );
    }
  }
  return {
    timeZone: draft.timeZone,
    ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}),
    ...(Object.keys(reach).length > 0 ? { reach } : {}),
    ...(draft.quiet
      ? { quiet: { hours: `${draft.quiet.from}-${draft.quiet.until}`, except: draft.quiet.except } }
      : {}),
  } as ReachWish;
}

/** Larum's own order, to begin with. */
export const stepsOf = (ways: MyStep[]): Step[] =>
  ways.map(({ channel, afterSeconds, everySeconds }) =>
    step(channel, written(afterSeconds), everySeconds === null ? '' : written(everySeconds)),
  );

/** `0m`, `20s`, `2m`, `1h` */
export function written(seconds: number): string {
  if (seconds === 0) return '0m';
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

/** `e-mail`, `SMS after 2 min`, `call after 5 min, then every 3 min` */
export function stepWords({ name, afterSeconds, everySeconds }: MyStep): string {
  const after = afterSeconds === 0 ? name : `${name} after ${span(afterSeconds * 1000)}`;
  return everySeconds === null ? after : `${after}, then every ${span(everySeconds * 1000)}`;
}

const DAY = 86_400_000;

/** A test that may still be confirmed. */
export const isRecent = (test: MyDelivery, now: number): boolean => now - Date.parse(test.requestedAt) < DAY;

/** A test that was taken, and of which nobody has said yet that it arrived. */
export const isOpen = (test: MyDelivery, now: number): boolean =>
  isRecent(test, now) && (test.state === 'sent' || test.state === 'delivered') && test.confirmedAt === null;

/** The list with the way at one place a place further up or down. */
export function moved(steps: Step[], place: number, by: -1 | 1): Step[] {
  const one = steps[place];
  const other = steps[place + by];
  if (!one || !other) return steps;
  // Times stay where they are: what moves up is gone earlier.
  return steps.map((each, at) => {
    if (at === place) return { ...other, after: one.after, every: one.every };
    if (at === place + by) return { ...one, after: other.after, every: other.every };
    return each;
  });
}

/** Where in the wish a mistake is: `people.ada.reach.high[1].sms` is at `reach.high[1].sms`; empty for what is not of the wish. */
const placeOf = ({ path }: FieldError): string => path.match(/\.((phone|timeZone|reach|quiet)(\W.*)?)$/)?.[1] ?? '';

const said = (errors: FieldError[]): string | undefined =>
  errors.length > 0 ? errors.map(({ message }) => message).join(' ') : undefined;

/** What the server says of one field of the wish, such as `phone` or `reach.critical[1]`; all below it is its own. */
export function problemAt(errors: FieldError[], field: string): string | undefined {
  return said(
    errors.filter((error) => {
      const place = placeOf(error);
      return place.startsWith(field) && /^(\W|$)/.test(place.slice(field.length));
    }),
  );
}

/** What it says of all that has no field here. */
export const problemElsewhere = (errors: FieldError[]): string | undefined =>
  said(errors.filter((error) => placeOf(error) === ''));
