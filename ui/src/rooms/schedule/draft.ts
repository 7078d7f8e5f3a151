import type { FieldError, LoadChange } from '../../api/types';

/** A schedule while it is edited, from the shape of the file and back to it. What it means is worked out by the server. */

export const ROTATIONS = ['hourly', 'daily', 'weekly', 'monthly'];
/** A length of its own, such as `12h`. */
export const OWN = 'own';

/** Those who are on call at once, by their words. */
export interface Turn {
  id: number;
  people: string[];
}

export interface LayerDraft {
  id: number;
  name: string;
  turns: Turn[];
  rotation: string;
  every: string;
  handover: string;
  from: string;
  until: string;
  /** One stretch of the week on each line. */
  only: string;
  beside: boolean;
  /** Fields that nobody edits here. */
  others: Fields;
}

export interface Draft {
  word: string;
  name: string;
  timeZone: string;
  /** One day on each line. */
  holidays: string;
  remind: string;
  layers: LayerDraft[];
  others: Fields;
}

type Fields = Record<string, unknown>;

let count = 0;

export const turn = (...people: string[]): Turn => ({ id: ++count, people });

export const layer = (from: string): LayerDraft => ({
  id: ++count,
  name: '',
  turns: [turn('')],
  rotation: 'weekly',
  every: '',
  handover: 'Mon 09:00',
  from,
  until: '',
  only: '',
  beside: false,
  others: {},
});

export const blank = (zone: string, from: string): Draft => ({
  word: '',
  name: '',
  timeZone: zone,
  holidays: '',
  remind: '',
  layers: [{ ...layer(from), name: 'primary' }],
  others: {},
});

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('\n') : text(value));

const lines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const filled = (value: string, name: string): Fields => (value.trim() ? { [name]: value.trim() } : {});

/** From the shape of the file. */
export function draftOf(word: string, definition: Fields): Draft {
  const { name, timeZone, holidays, remind, layers, ...others } = definition;
  return {
    word,
    name: text(name),
    timeZone: text(timeZone) || 'UTC',
    holidays: listed(holidays),
    remind: text(remind),
    layers: ((layers ?? []) as Fields[]).map(layerOf),
    others,
  };
}

function layerOf(fields: Fields): LayerDraft {
  const { name, people, rotation, handover, from, until, only, beside, ...others } = fields;
  const isUsual = ROTATIONS.includes(text(rotation));
  return {
    id: ++count,
    name: text(name),
    turns: ((people ?? []) as (string | string[])[]).map((one) => turn(...(Array.isArray(one) ? one : [one]))),
    rotation: isUsual ? text(rotation) : OWN,
    every: isUsual ? '' : text(rotation),
    handover: text(handover),
    from: text(from),
    until: text(until),
    only: listed(only),
    beside: beside === true,
    others,
  };
}

/** To the shape of the file. */
export function definitionOf(draft: Draft): Fields {
  const holidays = lines(draft.holidays);
  return {
    ...draft.others,
    ...filled(draft.name, 'name'),
    timeZone: draft.timeZone,
    layers: draft.layers.map(fieldsOf),
    ...filled(draft.remind, 'remind'),
    ...(holidays.length > 0 ? { holidays } : {}),
  };
}

function fieldsOf(one: LayerDraft): Fields {
  const only = lines(one.only);
  return {
    ...one.others,
    name: one.name.trim(),
    people: one.turns.map(({ people }) => (people.length === 1 ? people[0] : people)),
    rotation: one.rotation === OWN ? one.every.trim() : one.rotation,
    ...filled(one.handover, 'handover'),
    ...filled(one.from, 'from'),
    ...filled(one.until, 'until'),
    ...(only.length > 0 ? { only } : {}),
    ...(one.beside ? { beside: true } : {}),
  };
}

const UNITS: Record<string, string> = { h: 'daily', d: 'daily', w: 'weekly', mo: 'monthly' };

/** A hand-over keeps its time of day when the rotation becomes another one. */
export function handoverFor(rotation: string, every: string, before: string): string {
  const time = /\d{1,2}:\d{2}$/.exec(before.trim())?.[0] ?? '09:00';
  const unit = rotation === OWN ? UNITS[/[a-z]+$/.exec(every.trim())?.[0] ?? ''] : rotation;
  if (unit === 'weekly') return `Mon ${time}`;
  if (unit === 'monthly') return `1 ${time}`;
  return unit === undefined ? before : time;
}

/** One place earlier or later. */
export function moved<T>(list: T[], place: number, by: 1 | -1): T[] {
  const next = [...list];
  const [one] = next.splice(place, 1);
  if (one !== undefined) next.splice(place + by, 0, one);
  return next;
}

const HERE =
  /^(word|name|timeZone|remind|holidays(\[\d+\])?|layers(\[\d+\])?|layers\[\d+\]\.(name|people(\[\d+\])*|rotation|handover|from|until|only(\[\d+\])?|beside))$/;

/** The field of a mistake, whatever the schedule is called: `layers[0].people[1]`; that of the whole is its word. */
function fieldOf({ path }: FieldError, word: string): string {
  const whole = `schedules.${word.trim() || 'draft'}`;
  return path.startsWith(`${whole}.`) ? path.slice(whole.length + 1) : 'word';
}

/** What is wrong with a field, or with a part of its list. */
export function mistakeAt(errors: FieldError[], word: string, field: string): string | undefined {
  return errors.find((error) => {
    const at = fieldOf(error, word);
    return at === field || (at.startsWith(`${field}[`) && !at.includes('.', field.length));
  })?.message;
}

/** Mistakes that stand beside no field of this form. */
export function mistakesElsewhere(errors: FieldError[], word: string): FieldError[] {
  return errors.filter((error) => !HERE.test(fieldOf(error, word)));
}

/** `7`, `7.5` */
export function hourFigure(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}

/** `+7`, `−7`, `0` */
export function signed(minutes: number): string {
  const figure = hourFigure(Math.abs(minutes));
  return figure === '0' ? figure : `${minutes < 0 ? '−' : '+'}${figure}`;
}

/** `Ada +7 h, +2 nights; Grace −7 h`, whose hours change most first. */
export function changeWords(changes: LoadChange[]): string | null {
  const words = changes
    .filter(({ more }) => more.all !== 0 || more.nights !== 0)
    .map(({ person, more }) => {
      const nights = Math.abs(more.nights);
      const sign = more.nights < 0 ? '−' : '+';
      return `${person.name} ${signed(more.all)} h${nights ? `, ${sign}${nights} ${nights === 1 ? 'night' : 'nights'}` : ''}`;
    });
  return words.length > 0 ? words.join('; ') : null;
}
