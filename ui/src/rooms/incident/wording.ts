import type { Actor, Incident, Severity } from '../../api/types';
import type { Standing } from '../../kit/marks';
import { clockOnDay, countdown, fullClock, span } from '../../kit/time';

/** What an incident says about itself: who, what, next. */

export interface Reader {
  /** The id of the person who reads. */
  me: string;
  zone: string;
  now: number;
}

/** How its mark is drawn: filled only while somebody is asked for it. */
export function standingOf(incident: Incident): Standing {
  const { state, snooze } = incident;
  if (state === 'merged') return 'resolved';
  if (state === 'triggered') return snooze || isQuiet(incident) ? 'acknowledged' : 'firing';
  return state;
}

/** The word beside the mark, where it is another one than the mark's own. */
export function stateWord(incident: Incident): string | undefined {
  if (incident.state === 'merged') return 'Merged';
  if (incident.snooze) return 'Snoozed';
  return isQuiet(incident) ? 'Quiet' : undefined;
}

/** Rules silence all its alerts, and nobody holds it: nobody is asked. */
export const isQuiet = ({ state, snooze, quiet }: Incident): boolean =>
  quiet !== null && state === 'triggered' && !snooze;

export const nameOf = (incident: Incident): string => `INC-${incident.number}`;

export const isMe = (actor: Actor | null, me: string): boolean => actor?.kind === 'person' && actor.id === me;

/** `Grace`, `Grace or Linus`, `Grace and 2 more`. */
export function namesOf(names: readonly string[]): string {
  const [first, second] = names;
  if (!first) return 'the next person';
  if (!second) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}

/** Who or what did it, for the middle of a sentence. */
export function actorIn(actor: Actor | null, me: string): string {
  if (!actor) return 'somebody';
  return isMe(actor, me) ? 'you' : actor.name;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** `by Grace`, `by you`, `by itself` when no person was needed. */
export function resolvedBy(incident: Incident, me: string): string {
  const actor = incident.resolvedBy;
  if (!actor || actor.kind === 'integration' || actor.kind === 'system') return 'by itself';
  return `by ${actorIn(actor, me)}`;
}

/** In whose hands it is: whoever it was given to, else whoever holds it. */
export function handOf({ assignee, acknowledgedBy, mitigatedBy }: Incident): Actor | null {
  return assignee ? { kind: 'person', id: assignee.id, name: assignee.name } : (acknowledgedBy ?? mitigatedBy);
}

export type Next =
  | { kind: 'countdown'; who: string; to: string }
  | { kind: 'words'; words: string }
  | { kind: 'part'; of: string }
  | { kind: 'snoozed'; until: string }
  | { kind: 'quiet'; until: string | null }
  | { kind: 'held'; who: string; isMine: boolean; word: string | null }
  | { kind: 'done'; at: string; by: string };

/** The last column of a row. */
export function nextOf(incident: Incident, me: string): Next {
  if (incident.snooze) return { kind: 'snoozed', until: incident.snooze.until };
  if (incident.quiet && isQuiet(incident)) return { kind: 'quiet', until: incident.quiet.until };
  switch (incident.state) {
    case 'merged':
      return { kind: 'part', of: incident.partOf ? `INC-${incident.partOf.number}` : 'another' };
    case 'triggered':
      if (incident.nextStep) {
        return { kind: 'countdown', who: short(incident.nextStep.names), to: incident.nextStep.at };
      }
      return { kind: 'words', words: noNext(incident) };
    case 'acknowledged':
    case 'mitigated':
      return {
        kind: 'held',
        who: capital(actorIn(handOf(incident), me)),
        isMine: isMe(handOf(incident), me),
        word: incident.state === 'mitigated' ? 'mitigated' : null,
      };
    case 'resolved':
      return { kind: 'done', at: incident.resolvedAt ?? incident.openedAt, by: resolvedBy(incident, me) };
  }
}

function short(names: readonly string[]): string {
  const [first] = names;
  if (!first) return 'Next step';
  return names.length > 1 ? `${first} +${names.length - 1}` : first;
}

function noNext(incident: Incident): string {
  if (incident.escalation === 'exhausted') return 'Nobody left to page';
  if (!incident.policy) return 'No policy, nobody paged';
  return incident.escalation === 'stopped' ? 'Escalation stopped' : 'Paging now';
}

export interface Outlook {
  /** The bold sentence. */
  headline: string;
  /** What follows from it. */
  consequence: string;
}

/** What holds now and what comes next, in two sentences. */
export function outlookOf(incident: Incident, { me, zone, now }: Reader): Outlook {
  if (incident.snooze) {
    return {
      headline: `Snoozed until ${fullClock(Date.parse(incident.snooze.until), zone, now)}.`,
      consequence: `Nobody is paged before then, unless it becomes worse. Reason: ${incident.snooze.reason}`,
    };
  }
  switch (incident.state) {
    case 'merged':
      return {
        headline: incident.partOf
          ? `This is a part of INC-${incident.partOf.number}.`
          : 'This is a part of another one.',
        consequence: 'It is answered there. Un-merge it if it is a fault of its own.',
      };
    case 'triggered':
      return incident.quiet ? quietOutlook(incident.quiet, zone, now) : firingOutlook(incident, zone, now);
    case 'acknowledged': {
      const since = incident.acknowledgedAt ? Date.parse(incident.acknowledgedAt) : null;
      const holds = isMe(incident.acknowledgedBy, me)
        ? 'You hold this'
        : `${capital(actorIn(incident.acknowledgedBy, me))} holds this`;
      return {
        headline: since === null ? `${holds}.` : `${holds} since ${fullClock(since, zone, now)}.`,
        consequence: incident.awaits.length
          ? `${awaited(incident, me)} must acknowledge too, and ${incident.nextStep ? `at ${clockOnDay(Date.parse(incident.nextStep.at), zone, now)} ${namesOf(incident.nextStep.names)} will be paged.` : 'is still being asked.'}`
          : incident.escalation === 'running' && incident.nextStep
            ? `${capital(namesOf(incident.nextStep.names))} will still be paged at ${clockOnDay(Date.parse(incident.nextStep.at), zone, now)}.`
            : `Escalation stopped. Nobody else will be paged${leaseEnd(incident, zone, now)}.${alsoQuiet(incident, zone, now)}`,
      };
    }
    case 'mitigated':
      return {
        headline: 'The damage is contained.',
        consequence: 'Nobody else will be paged. Resolve it when the cause is gone.',
      };
    case 'resolved': {
      const at = incident.resolvedAt ? Date.parse(incident.resolvedAt) : null;
      const who = resolvedBy(incident, me);
      const took = at === null ? '' : ` It took ${span(at - Date.parse(incident.openedAt))}.`;
      return {
        headline: `Resolved ${who}${at === null ? '' : ` at ${fullClock(at, zone, now)}`}.`,
        consequence: `Nobody will be paged.${took}`,
      };
    }
  }
}

/** Those without whose answer the escalation goes on. */
function awaited({ awaits }: Incident, me: string): string {
  return capital(namesOf(awaits.map(({ id, name }) => (id === me ? 'you' : name))));
}

/** Somebody else holds it, and my answer is wanted as well. */
export const isAwaited = ({ awaits }: Incident, me: string): boolean => awaits.some(({ id }) => id === me);

/** Until when that is so: holding an incident has an end, so that none is forgotten. */
function leaseEnd({ heldUntil }: Incident, zone: string, now: number): string {
  return heldUntil ? ` until ${clockOnDay(Date.parse(heldUntil), zone, now)}` : '';
}

/** Who is paged when the acknowledgement ends, while rules silence its alerts: nobody. */
function alsoQuiet({ quiet }: Incident, zone: string, now: number): string {
  if (!quiet) return '';
  const until = quiet.until ? ` until ${clockOnDay(Date.parse(quiet.until), zone, now)}` : '';
  return ` All its alerts are silenced${until}, so nobody is paged then either.`;
}

function quietOutlook(quiet: NonNullable<Incident['quiet']>, zone: string, now: number): Outlook {
  const rules = quiet.by.map(({ kind, rule, reason }) => `${kind} ${rule} (${reason.replace(/\.$/, '')})`);
  return {
    headline: quiet.until
      ? `Quiet until ${fullClock(Date.parse(quiet.until), zone, now)}.`
      : 'Quiet while all its alerts are silenced.',
    consequence: `Nobody is paged: all its alerts are silenced by ${rules.join(' and ')}. When that ends and they still fire, people are paged again.`,
  };
}

function firingOutlook(incident: Incident, zone: string, now: number): Outlook {
  if (incident.nextStep) {
    const at = Date.parse(incident.nextStep.at);
    const names = namesOf(incident.nextStep.names);
    const verb = incident.nextStep.names.length > 1 ? 'are' : 'is';
    if (countdown(at, now) === null) {
      return { headline: 'Nobody has answered yet.', consequence: `${capital(names)} ${verb} being paged now.` };
    }
    return {
      headline: 'Nobody has answered yet.',
      consequence: `If nobody does, ${names} ${verb} paged at ${fullClock(at, zone, now)}.`,
    };
  }
  if (incident.escalation === 'exhausted') {
    return {
      headline: 'Nobody answered, and nobody is left to page.',
      consequence: 'The escalation is at its end. It stays open until somebody acknowledges it.',
    };
  }
  if (!incident.policy) {
    return {
      headline: 'Nobody was paged.',
      consequence: 'This service has no escalation policy. Only people who look here will see it.',
    };
  }
  return incident.escalation === 'stopped'
    ? { headline: 'Nobody holds this.', consequence: 'Escalation is stopped, so nobody else will be paged.' }
    : { headline: 'Nobody has answered yet.', consequence: 'The next page is being prepared.' };
}

const DONE: Record<Act, string> = { acknowledge: 'acknowledged', resolve: 'resolved', reopen: 'reopened' };

export type Act = 'acknowledge' | 'resolve' | 'reopen';

/** What else can be done to an incident, by the last word of its address. */
export type LifeAct =
  | 'acknowledge'
  | 'take'
  | 'assign'
  | 'hand-over'
  | 'escalate'
  | 'mitigate'
  | 'snooze'
  | 'unsnooze'
  | 'severity'
  | 'priority'
  | 'impact'
  | 'merge'
  | 'unmerge'
  | 'split';

const LIFE_SAID: Record<LifeAct, (incident: Incident) => string> = {
  acknowledge: (incident) => `You still hold ${nameOf(incident)}.`,
  take: (incident) => `${nameOf(incident)} is yours.`,
  assign: (incident) =>
    incident.assignee
      ? `${nameOf(incident)} is given to ${incident.assignee.name}.`
      : `${nameOf(incident)} is nobody's.`,
  'hand-over': (incident) => `${nameOf(incident)} is handed over to ${incident.assignee?.name ?? 'somebody else'}.`,
  escalate: (incident) => `${nameOf(incident)} is escalated. More people are asked now.`,
  mitigate: (incident) => `${nameOf(incident)} is mitigated. Nobody is paged unless it becomes worse.`,
  snooze: (incident) => `${nameOf(incident)} is snoozed. Nobody is paged until then, unless it becomes worse.`,
  unsnooze: (incident) =>
    `${nameOf(incident)} is awake.${incident.state === 'triggered' ? ' Escalation starts again.' : ''}`,
  severity: (incident) => `${nameOf(incident)} is ${incident.severity} now.`,
  priority: (incident) => `${nameOf(incident)} is ${incident.priority ?? 'without a priority of its own'} now.`,
  impact: (incident) => `When users first felt ${nameOf(incident)} is written down.`,
  merge: (incident) =>
    `${nameOf(incident)} is a part of ${incident.partOf ? `INC-${incident.partOf.number}` : 'another one'} now.`,
  unmerge: (incident) =>
    `${nameOf(incident)} stands alone again.${incident.state === 'triggered' ? ' Escalation starts again.' : ''}`,
  split: (incident) => `The alerts are ${nameOf(incident)} now.`,
};

/** What the reader is told after such an act. */
export function lifeSaid(act: LifeAct, after: Incident, isChanged: boolean): string {
  return isChanged ? LIFE_SAID[act](after) : `${nameOf(after)} was so already. Nothing changed.`;
}

/** What the reader is told after an act; `changed: false` says who came first. */
export function afterAct(
  act: Act,
  before: Incident,
  after: Incident,
  isChanged: boolean,
  { me, zone, now }: Reader,
): string {
  const name = nameOf(after);
  if (!isChanged) {
    const [actor, at] =
      act === 'acknowledge' ? [after.acknowledgedBy, after.acknowledgedAt] : [after.resolvedBy, after.resolvedAt];
    if (act === 'reopen' || !at) return `${name} was ${DONE[act]} already. Nothing changed.`;
    if (act === 'acknowledge' && after.state === 'resolved') {
      return `${name} was resolved already, ${resolvedBy(after, me)}.`;
    }
    if (isMe(actor, me)) return `You ${DONE[act]} ${name} already, at ${clockOnDay(Date.parse(at), zone, now)}.`;
    const earlier = span(now - Date.parse(at));
    return `${capital(actorIn(actor, me))} ${DONE[act]} ${name} first, ${earlier} before you.`;
  }
  switch (act) {
    case 'acknowledge':
      return before.nextStep
        ? `You hold ${name}. ${capital(namesOf(before.nextStep.names))} will not be paged.`
        : `You hold ${name}.`;
    case 'resolve':
      return `You resolved ${name}. Nobody will be paged.`;
    case 'reopen':
      return `You reopened ${name}. Escalation starts again.`;
  }
}

/** What the reader is told when there is nothing to do. */
export function notNeeded(act: Act, incident: Incident, me: string): string {
  const name = nameOf(incident);
  if (act === 'reopen') return `${name} is open.`;
  if (incident.state === 'merged') return `${name} is a part of another incident, and is answered there.`;
  if (incident.state === 'resolved') return `${name} is resolved already, ${resolvedBy(incident, me)}.`;
  const holder = incident.acknowledgedBy;
  return isMe(holder, me) ? `You hold ${name} already.` : `${capital(actorIn(holder, me))} holds ${name} already.`;
}

/** What the reader is told when an act failed: what happened, what is safe, what comes. */
export function actFailed(
  act: Act,
  incident: Incident,
  reason: string,
  isRetrying: boolean,
  { zone, now }: Reader,
): string {
  const what = `${nameOf(incident)} is not ${DONE[act]}${isRetrying ? ' yet' : ''}. ${reason}`;
  const ahead =
    act === 'acknowledge' && incident.nextStep
      ? ` ${capital(namesOf(incident.nextStep.names))} will be paged at ${clockOnDay(Date.parse(incident.nextStep.at), zone, now)} unless it gets through.`
      : '';
  return isRetrying ? `${what} Still trying.${ahead}` : `${what} Nothing was changed.${ahead}`;
}

/** What the act will most likely lead to, shown until the server has answered. */
export function foretell(act: Act, incident: Incident, me: Actor, now: string): Incident {
  switch (act) {
    case 'acknowledge':
      return {
        ...incident,
        state: 'acknowledged',
        acknowledgedAt: now,
        acknowledgedBy: me,
        snooze: null,
        escalation: 'stopped',
        nextStep: null,
      };
    case 'resolve':
      return {
        ...incident,
        state: 'resolved',
        resolvedAt: now,
        resolvedBy: me,
        heldUntil: null,
        snooze: null,
        escalation: 'stopped',
        nextStep: null,
      };
    case 'reopen':
      return {
        ...incident,
        state: 'triggered',
        resolvedAt: null,
        resolvedBy: null,
        acknowledgedAt: null,
        acknowledgedBy: null,
      };
  }
}

export function canDo(act: Act, incident: Incident): boolean {
  switch (act) {
    case 'acknowledge':
      return incident.state === 'triggered';
    case 'resolve':
      return incident.state !== 'resolved' && incident.state !== 'merged';
    case 'reopen':
      return incident.state === 'resolved' || incident.state === 'mitigated';
  }
}

const RANKS: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** `3 new, 1 high, 2 moved` */
export function pillOf(fresh: readonly Incident[], moved: readonly Incident[]): string {
  const words: string[] = [];
  if (fresh.length > 0) {
    words.push(`${fresh.length} new`);
    const worst = RANKS.find((rank) => fresh.some(({ severity }) => severity === rank));
    if (worst === 'critical' || worst === 'high') {
      words.push(`${fresh.filter(({ severity }) => severity === worst).length} ${worst}`);
    }
  }
  if (moved.length > 0) words.push(`${moved.length} moved`);
  return words.join(', ');
}
