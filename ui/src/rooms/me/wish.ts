import type { FieldError, MyStep, ReachWish, Severity } from '../../api/types';
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

/** What the server says of one field of the wish, such as `phone` or `reach.critical[1]`; all below it is its own. */
export function problemAt(errors: FieldError[], field: string): string | undefined {
  const found = errors.filter(({ path }) => {
    const at = path.search(/\.(?=(phone|timeZone|reach|quiet)(\W|$))/);
    const rest = path.slice(at + 1);
    return at >= 0 && (rest === field || (rest.startsWith(field) && /^\W/.test(rest.slice(field.length))));
  });
  return found.length > 0 ? found.map(({ message }) => message).join(' ') : undefined;
}
