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

export const standingOf = (incident: Incident): Standing =>
  incident.state === 'triggered' ? 'firing' : incident.state;

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

export type Next =
  | { kind: 'countdown'; who: string; to: string }
  | { kind: 'words'; words: string }
  | { kind: 'held'; who: string; isMine: boolean; word: string | null }
  | { kind: 'done'; at: string; by: string };

/** The last column of a row. */
export function nextOf(incident: Incident, me: string): Next {
  switch (incident.state) {
    case 'triggered':
      if (incident.nextStep) {
        return { kind: 'countdown', who: short(incident.nextStep.names), to: incident.nextStep.at };
      }
      return { kind: 'words', words: noNext(incident) };
    case 'acknowledged':
    case 'mitigated':
      return {
        kind: 'held',
        who: capital(actorIn(incident.acknowledgedBy, me)),
        isMine: isMe(incident.acknowledgedBy, me),
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
  switch (incident.state) {
    case 'triggered':
      return firingOutlook(incident, zone, now);
    case 'acknowledged': {
      const since = incident.acknowledgedAt ? Date.parse(incident.acknowledgedAt) : null;
      const holds = isMe(incident.acknowledgedBy, me)
        ? 'You hold this'
        : `${capital(actorIn(incident.acknowledgedBy, me))} holds this`;
      return {
        headline: since === null ? `${holds}.` : `${holds} since ${fullClock(since, zone, now)}.`,
        consequence:
          incident.escalation === 'running' && incident.nextStep
            ? `${capital(namesOf(incident.nextStep.names))} will still be paged at ${clockOnDay(Date.parse(incident.nextStep.at), zone, now)}.`
            : 'Escalation stopped. Nobody else will be paged.',
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
        escalation: 'stopped',
        nextStep: null,
      };
    case 'resolve':
      return { ...incident, state: 'resolved', resolvedAt: now, resolvedBy: me, escalation: 'stopped', nextStep: null };
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
      return incident.state !== 'resolved';
    case 'reopen':
      return incident.state === 'resolved';
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
