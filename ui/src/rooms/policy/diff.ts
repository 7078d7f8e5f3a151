import { type Draft, type DraftStep, hoursOf, type Section, severitiesOf, targetsOf, textOf } from './draft';

type Name = (target: string) => string;

const KNOWN = new Set(['notify', 'wait', 'level', 'each', 'roundRobin', 'acknowledge']);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const people = (step: DraftStep, name: Name) => targetsOf(step).map(name).join(', ') || 'nobody';

/** What a save would change, in words: of each step, of each case. Both come from one policy, so a step that moved is known again. */
export function changes(before: Draft, after: Draft, name: Name): string[] {
  const found: string[] = [];
  const old = new Map(before.map((section) => [section.id, section]));
  const isThere = new Set(after.map(({ id }) => id));
  after.forEach((section, place) => {
    const was = old.get(section.id);
    const where = whereOf(after, section, place);
    if (!was) found.push(`Case ${place} is new: ${caseWords(section)}.`);
    else found.push(...sectionChanges(was, section, where), ...stepChanges(was.steps, section.steps, where, name));
  });
  for (const section of before) {
    if (!isThere.has(section.id)) found.push(`The case for ${caseWords(section)} goes.`);
  }
  const order = (draft: Draft, known: (id: number) => boolean) =>
    draft.filter(({ id }) => known(id)).map(({ id }) => id);
  if (
    !same(
      order(before, (id) => isThere.has(id)),
      order(after, (id) => old.has(id)),
    )
  ) {
    found.push('The cases are asked in another order.');
  }
  return found;
}

const whereOf = (draft: Draft, section: Section, place: number): string =>
  section.isCase ? `Case ${place}, step` : draft.length > 1 ? 'Otherwise, step' : 'Step';

/** `critical, Mon-Fri 09:00-17:00` */
export function caseWords({ raw }: Section): string {
  return [severitiesOf(raw).join(', '), hoursOf(raw)].filter(Boolean).join(', ') || 'nothing yet';
}

function sectionChanges(was: Section, is: Section, where: string): string[] {
  const found: string[] = [];
  const what = where.replace(/, step$|Step$/, '');
  const say = (text: string) => found.push(what ? `${what}: ${text}` : text[0]?.toUpperCase() + text.slice(1));
  if (!same(Number(was.raw.repeat ?? 0), Number(is.raw.repeat ?? 0))) {
    say(`further rounds ${Number(was.raw.repeat ?? 0)} → ${textOf(is.raw, 'repeat') || 0}.`);
  }
  if (is.isCase && caseWords(was) !== caseWords(is)) say(`for ${caseWords(was)} → ${caseWords(is)}.`);
  if (is.isCase && textOf(was.raw, 'timeZone') !== textOf(is.raw, 'timeZone')) {
    say(`time zone ${textOf(was.raw, 'timeZone') || 'UTC'} → ${textOf(is.raw, 'timeZone') || 'UTC'}.`);
  }
  return found;
}

function stepChanges(before: DraftStep[], after: DraftStep[], where: string, name: Name): string[] {
  const found: string[] = [];
  const old = new Map(before.map((step, place) => [step.id, { step, place }]));
  const stays = before.filter(({ id }) => after.some((step) => step.id === id)).map(({ id }) => id);
  const order = after.filter(({ id }) => old.has(id)).map(({ id }) => id);
  after.forEach((step, place) => {
    const title = `${where} ${place + 1}`;
    const was = old.get(step.id);
    if (!was) {
      found.push(`${title} is new: ${people(step, name)}, wait ${textOf(step.raw, 'wait')}.`);
      return;
    }
    const parts = fieldChanges(was.step, step, name);
    if (order.indexOf(step.id) !== stays.indexOf(step.id)) parts.unshift(`was step ${was.place + 1}`);
    if (parts.length > 0) found.push(`${title}: ${parts.join('; ')}.`);
  });
  before.forEach((step, place) => {
    if (!after.some(({ id }) => id === step.id)) {
      found.push(`${where} ${place + 1} of before goes: ${people(step, name)}.`);
    }
  });
  return found;
}

function fieldChanges(was: DraftStep, is: DraftStep, name: Name): string[] {
  const parts: string[] = [];
  if (!same(targetsOf(was), targetsOf(is))) parts.push(`${people(was, name)} → ${people(is, name)}`);
  for (const [field, words] of [
    ['wait', 'wait'],
    ['level', 'called'],
    ['each', 'one after the other, apart by'],
  ] as const) {
    const [from, to] = [textOf(was.raw, field), textOf(is.raw, field)];
    if (from !== to) parts.push(`${words} ${from || 'nothing'} → ${to || 'nothing'}`);
  }
  if (was.raw.roundRobin !== is.raw.roundRobin) parts.push(is.raw.roundRobin ? 'one of them in turn' : 'all of them');
  if (was.raw.acknowledge !== is.raw.acknowledge) {
    parts.push(is.raw.acknowledge ? 'each must acknowledge' : 'one acknowledgement is enough');
  }
  for (const field of new Set([...Object.keys(was.raw), ...Object.keys(is.raw)])) {
    if (!KNOWN.has(field) && !same(was.raw[field], is.raw[field])) parts.push(`${field} changed`);
  }
  return parts;
}
