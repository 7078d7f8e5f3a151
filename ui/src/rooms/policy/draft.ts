/** A policy while somebody writes it. Only what the editor knows is touched; all else of a step or a case stays as it was. */

type Raw = Record<string, unknown>;

export interface DraftStep {
  /** Stays with the step while it moves. */
  id: number;
  raw: Raw;
}

/** The steps that hold for everything, or those of one case of `when`. */
export interface Section {
  id: number;
  isCase: boolean;
  raw: Raw;
  steps: DraftStep[];
}

export type Draft = Section[];

let ids = 0;
const nextId = () => {
  ids += 1;
  return ids;
};

const without = (raw: Raw, ...names: string[]): Raw =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => !names.includes(name)));
const list = (value: unknown): Raw[] => (Array.isArray(value) ? value : []);

const sectionOf = (raw: Raw, isCase: boolean): Section => ({
  id: nextId(),
  isCase,
  raw: without(raw, 'steps', 'when'),
  steps: list(raw.steps).map((step) => ({ id: nextId(), raw: step })),
});

/** The first section is the one that holds for everything. */
export function draftOf(policy: Raw): Draft {
  return [sectionOf(policy, false), ...list(policy.when).map((raw) => sectionOf(raw, true))];
}

/** As the file says it. */
export function policyOf(draft: Draft): Raw {
  const [always, ...cases] = draft.map(({ raw, steps }) => ({ ...raw, steps: steps.map((step) => step.raw) }));
  return { ...always, ...(cases.length > 0 ? { when: cases } : {}) };
}

export const newStep = (): DraftStep => ({ id: nextId(), raw: { notify: [], wait: '5m' } });

export const newCase = (): Section => ({
  id: nextId(),
  isCase: true,
  raw: { severity: ['critical'], repeat: 0 },
  steps: [newStep()],
});

export const newDraft = (): Draft => [{ id: nextId(), isCase: false, raw: { repeat: 0 }, steps: [newStep()] }];

/** Sets fields; what is undefined is taken out. */
export function patched(raw: Raw, patch: Raw): Raw {
  return Object.fromEntries(Object.entries({ ...raw, ...patch }).filter(([, value]) => value !== undefined));
}

/** One place up or down; at an end nothing moves. */
export function moved<T>(items: T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const rest = items.filter((_, place) => place !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

export const targetsOf = ({ raw }: DraftStep): string[] =>
  Array.isArray(raw.notify) ? raw.notify.map((one) => String(one)) : [];

export const textOf = (raw: Raw, name: string): string => {
  const value = raw[name];
  return value === undefined || value === null ? '' : String(value);
};

/** `critical` alone or in a list, as the file may say it. */
export const severitiesOf = (raw: Raw): string[] => [raw.severity ?? []].flat().map((one) => String(one));

/** As people write it: the server names each day. */
export const hoursOf = (raw: Raw): string =>
  [raw.hours ?? []]
    .flat()
    .map((one) =>
      String(one).replace('Mon,Tue,Wed,Thu,Fri,Sat,Sun', 'Mon-Sun').replace('Mon,Tue,Wed,Thu,Fri', 'Mon-Fri'),
    )
    .join(', ');

const LENGTH = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/;

/** Milliseconds of a wait such as 1h30m, to be shown; null while it is none. What counts is what the server reads. */
export function waitMillis(text: string): number | null {
  const found = LENGTH.exec(text);
  if (!found || text === '') return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** How long after the first each step comes, in milliseconds; null after a wait that is none. */
export function beginnings(steps: DraftStep[]): (number | null)[] {
  let at: number | null = 0;
  return steps.map(({ raw }) => {
    const begin = at;
    const wait = waitMillis(textOf(raw, 'wait'));
    at = at === null || wait === null ? null : at + wait;
    return begin;
  });
}

export interface Placed {
  path: string;
  message: string;
}

/** Where the server finds a section: nothing, or `when[0].`. */
const pathOf = (draft: Draft, section: Section): string =>
  section.isCase ? `when[${draft.indexOf(section) - 1}].` : '';

/** The path of a mistake within the policy, whatever the policy is called. */
const within = (path: string): string => path.replace(/^policies\.[^.]*\.?/, '').replace(/^policies$/, '');

/** What is wrong with one field of a step, also with one part of its list. */
export function mistakeOf(mistakes: Placed[], draft: Draft, section: Section, step: number, field: string) {
  const place = `${pathOf(draft, section)}steps[${step}].${field}`;
  return mistakes.find(({ path }) => within(path).replace(/\[\d+\]$/, '') === place)?.message;
}

export function mistakesOfStep(mistakes: Placed[], draft: Draft, section: Section, step: number): Placed[] {
  const place = `${pathOf(draft, section)}steps[${step}]`;
  return mistakes.filter(({ path }) => within(path) === place || within(path).startsWith(`${place}.`));
}

/** What is wrong with a field of the policy or of a case, or with its list of steps. */
export function mistakeOfSection(mistakes: Placed[], draft: Draft, section: Section, field: string) {
  const place = `${pathOf(draft, section)}${field}`;
  return mistakes.find(({ path }) => within(path).replace(/\[\d+\]$/, '') === place)?.message;
}

/** What is wrong with a case as a whole. */
export function mistakeOfCase(mistakes: Placed[], draft: Draft, section: Section) {
  const place = pathOf(draft, section).replace(/\.$/, '');
  return place ? mistakes.find(({ path }) => within(path) === place)?.message : undefined;
}

/** What is wrong with the word, or with the policy as a whole. */
export const mistakeOfWord = (mistakes: Placed[]) => mistakes.find(({ path }) => within(path) === '')?.message;

/** Whether the mistakes are of this section, so that its tab can say so. */
export function hasMistakes(mistakes: Placed[], draft: Draft, section: Section): boolean {
  const place = pathOf(draft, section);
  return mistakes.some(({ path }) => {
    const inside = within(path);
    return place ? inside.startsWith(place) || `${inside}.` === place : inside !== '' && !inside.startsWith('when[');
  });
}

const BARE = /^[A-Za-z][A-Za-z0-9_ -]*$|^\d+[a-z][a-z0-9]*$/;

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(([name, one]) => `${name}: ${inline(one)}`);
    return `{${fields.join(', ')}}`;
  }
  const isPlain =
    typeof value === 'string' && BARE.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function lines(raw: Raw, indent: string): string[] {
  return Object.entries(raw).flatMap(([name, value]) => {
    const isList = Array.isArray(value) && value.some((one) => one !== null && typeof one === 'object');
    if (!isList) return [`${indent}${name}: ${inline(value)}`];
    return [`${indent}${name}:`, ...(value as unknown[]).map((one) => `${indent}  - ${inline(one)}`)];
  });
}

/** The policy as it stands in the file, to copy. */
export function yamlOf(word: string, policy: Raw): string {
  return ['policies:', `  ${word}:`, ...lines(policy, '    ')].join('\n');
}
