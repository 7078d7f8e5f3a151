import type { PolicyFinding, PolicyTarget } from '../../api/types';
import { span } from '../../kit/time';
import { beginnings, draftOf, targetsOf } from './draft';
import { namesOf } from './night';

export const KINDS = [
  ['schedule', 'Schedules'],
  ['person', 'People'],
  ['team', 'Teams'],
  ['role', 'Roles'],
  ['webhook', 'Webhooks'],
] as const;

/** What a step names, by how it names it. */
export type Targets = Map<string, PolicyTarget>;

/** `everybody in Payments` for `team:payments`. */
export function targetWords(target: string, known: Targets): string {
  const found = known.get(target);
  const [kind = '', word = target] = target.split(':');
  const name = found?.name ?? word;
  switch (kind) {
    case 'team':
      return `everybody in ${name}`;
    case 'role':
      return `role ${name}`;
    case 'webhook':
      return `webhook ${name}`;
    default:
      return name;
  }
}

/** Whom that means at the moment, where the name does not say it. */
export function meansNow(target: string, known: Targets): string | null {
  const found = known.get(target);
  if (!found || found.kind === 'person' || found.kind === 'webhook') return null;
  const who = namesOf(found.people);
  if (found.kind === 'schedule') return who ? `now ${who}` : 'nobody is on call now';
  return who || 'nobody';
}

/** All steps in one line. */
export function gist(policy: Record<string, unknown>, known: Targets): string {
  const [always] = draftOf(policy);
  if (!always) return '';
  const begin = beginnings(always.steps);
  return always.steps
    .map((step, place) => {
      const who = targetsOf(step)
        .map((target) => targetWords(target, known))
        .join(', ');
      const at = begin[place];
      return place === 0 || at === null || at === undefined ? who : `after ${span(at)} ${who}`;
    })
    .join(' · ');
}

/** `Step 2` or `Case 1, step 2`. */
export const stepWords = ({ branch, step }: PolicyFinding): string =>
  branch === null ? `step ${step}` : `step ${step} of case ${branch}`;

/** The first words of a finding, with how often it is so. */
export function findingWords(finding: PolicyFinding): string {
  const where = stepWords(finding);
  if (finding.kind === 'nobody') {
    return finding.always
      ? `${capital(where)} never reaches anybody.`
      : `${finding.moments.toLocaleString()} reach nobody at ${where}.`;
  }
  return finding.always
    ? `${capital(where)} never wakes anybody new.`
    : `${finding.moments.toLocaleString()} wake nobody new at ${where}.`;
}

/** The same for a list, where the hours were counted. */
export function shortFinding(finding: PolicyFinding): string {
  const where = stepWords(finding);
  const verb = finding.kind === 'nobody' ? 'reaches nobody' : 'wakes nobody new';
  return capital(
    `${where} ${verb}${finding.always ? ' at all' : ` for ${finding.moments.toLocaleString()} h in 8 weeks`}`,
  );
}

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
