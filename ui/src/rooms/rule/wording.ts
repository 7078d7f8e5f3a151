import type { Rule } from '../../api/types';

export type RuleKind =
  | 'maintenance'
  | 'silences'
  | 'knownIssues'
  | 'inhibitions'
  | 'flapping'
  | 'thresholds'
  | 'holds'
  | 'correlation';

export type FieldType = 'text' | 'condition' | 'list' | 'number' | 'time' | 'repeat' | 'flag';

export interface FieldWords {
  name: string;
  label: string;
  hint?: string;
  type: FieldType;
  isNeeded?: boolean;
}

interface KindWords {
  one: string;
  many: string;
  does: string;
  fields: FieldWords[];
}

const WHEN: FieldWords = {
  name: 'when',
  label: 'When',
  hint: 'A condition, such as labels.region == "eu" && severity in ["medium", "low"]',
  type: 'condition',
  isNeeded: true,
};
const REASON: FieldWords = {
  name: 'reason',
  label: 'Reason',
  hint: 'For those who ask later',
  type: 'text',
  isNeeded: true,
};
const WITHIN: FieldWords = { name: 'within', label: 'Within', hint: 'Such as 5m or 1h', type: 'text', isNeeded: true };
const EVERYTHING: FieldWords = { name: 'everything', label: 'It is meant to match everything', type: 'flag' };
const ORDER: FieldWords = {
  name: 'order',
  label: 'Order',
  hint: 'The smaller is asked first; 100 by itself',
  type: 'number',
};

/** The kinds in the order in which they are asked. */
export const KINDS: Record<RuleKind, KindWords> = {
  maintenance: {
    one: 'Maintenance',
    many: 'Maintenance',
    does: 'Planned work: alerts of these services, and of what needs them, wake nobody while the window is open.',
    fields: [
      { name: 'services', label: 'Services', hint: 'Their words, apart by commas', type: 'list' },
      { ...WHEN, label: 'Or when', isNeeded: false },
      { name: 'from', label: 'From', hint: 'Such as 2026-03-29T02:00', type: 'time', isNeeded: true },
      { name: 'until', label: 'Until', type: 'time', isNeeded: true },
      { name: 'repeat', label: 'Again', type: 'repeat' },
      { name: 'timeZone', label: 'Time zone', hint: 'Such as Europe/London', type: 'text' },
      REASON,
      EVERYTHING,
      ORDER,
    ],
  },
  silences: {
    one: 'Silence',
    many: 'Silences',
    does: 'Alerts that match wake nobody until it ends. When the fault is still there then, it comes back.',
    fields: [
      WHEN,
      { name: 'until', label: 'Until', hint: 'Such as 2026-03-29T02:00Z', type: 'time', isNeeded: true },
      { name: 'from', label: 'From', hint: 'At once when it is left out', type: 'time' },
      REASON,
      EVERYTHING,
      ORDER,
    ],
  },
  knownIssues: {
    one: 'Known issue',
    many: 'Known issues',
    does: 'Somebody works on it: alerts that match wake nobody until it is closed.',
    fields: [
      WHEN,
      REASON,
      { name: 'ticket', label: 'Ticket', hint: 'Its name or its address', type: 'text' },
      { name: 'incident', label: 'Incident', hint: 'Ends with it. The id in the address of its page', type: 'text' },
      { name: 'until', label: 'Until', hint: 'For as long as the rule stands when it is left out', type: 'time' },
      EVERYTHING,
      ORDER,
    ],
  },
  inhibitions: {
    one: 'Inhibition',
    many: 'Inhibitions',
    does: 'While a cause is open, its consequences with equal values wake nobody.',
    fields: [
      { ...WHEN, name: 'source', label: 'Cause' },
      { ...WHEN, name: 'target', label: 'Consequence' },
      { name: 'equal', label: 'Equal in', hint: 'Names of facts, such as service, labels.region', type: 'list' },
      ORDER,
    ],
  },
  flapping: {
    one: 'Flapping',
    many: 'Flapping',
    does: 'One that comes and goes is told, and then held back until it has been calm.',
    fields: [WHEN, { name: 'changes', label: 'More often than', type: 'number', isNeeded: true }, WITHIN, ORDER],
  },
  thresholds: {
    one: 'Threshold',
    many: 'Thresholds',
    does: 'It counts only when it was detected often enough in time.',
    fields: [WHEN, { name: 'count', label: 'Detections', type: 'number', isNeeded: true }, WITHIN, ORDER],
  },
  holds: {
    one: 'Hold',
    many: 'Holds',
    does: 'It counts only when it is still open after a while.',
    fields: [WHEN, { name: 'wait', label: 'Wait', hint: 'Such as 90s or 5m', type: 'text', isNeeded: true }, ORDER],
  },
  correlation: {
    one: 'Correlation',
    many: 'Correlation',
    does: 'Alerts that match and agree in these values belong to one incident. Without a rule, related services do.',
    fields: [
      WHEN,
      { name: 'by', label: 'Together by', hint: 'Names of facts, such as labels.cluster', type: 'list' },
      { name: 'window', label: 'Window', hint: '5m when it is left out', type: 'text' },
      ORDER,
    ],
  },
};

export const KIND_NAMES = Object.keys(KINDS) as RuleKind[];

export const isKind = (text: string): text is RuleKind => text in KINDS;

export type Values = Record<string, string>;

/** What a rule says, as its form shows it. */
export function valuesOf(kind: RuleKind, rule: Rule['rule']): Values {
  const values: Values = {};
  for (const { name } of KINDS[kind].fields) {
    const value = (rule as Record<string, unknown>)[name];
    if (value !== undefined && value !== null) values[name] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return values;
}

/** The rule as the server reads it; what is empty is left out. */
export function ruleOf(kind: RuleKind, values: Values): Record<string, unknown> {
  const rule: Record<string, unknown> = {};
  for (const { name, type } of KINDS[kind].fields) {
    const text = (values[name] ?? '').trim();
    if (!text) continue;
    if (type === 'list') {
      rule[name] = text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
    } else if (type === 'number') rule[name] = /^\d+$/.test(text) ? Number(text) : text;
    else if (type === 'flag') rule[name] = text === 'true';
    else rule[name] = text;
  }
  return rule;
}

/** Whether there is enough to try it. */
export function isWhole(kind: RuleKind, values: Values): boolean {
  return KINDS[kind].fields.every(({ name, isNeeded }) => !isNeeded || (values[name] ?? '').trim() !== '');
}

/** The first line of a rule in the list. */
export function gist({ kind, rule }: Rule): string {
  const said = rule as Record<string, unknown>;
  const text = (name: string) => {
    const value = said[name];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };
  switch (kind) {
    case 'maintenance':
      return [text('services') || text('when'), said.repeat ? text('repeat') : '', text('reason')]
        .filter(Boolean)
        .join(' · ');
    case 'inhibitions':
      return `${text('source')} mutes ${text('target')}`;
    case 'correlation':
      return `${text('when')} · by ${text('by') || 'the rule alone'}`;
    case 'flapping':
      return `${text('when')} · more than ${text('changes')} times in ${text('within')}`;
    case 'thresholds':
      return `${text('when')} · ${text('count')} in ${text('within')}`;
    case 'holds':
      return `${text('when')} · ${text('wait')}`;
    default:
      return `${text('when')} · ${text('reason')}`;
  }
}

/** A word that nobody has to think of. */
export function wordFor(kind: RuleKind, values: Values): string {
  const from = values.reason ?? values.when ?? kind;
  const plain = from
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain || 'rule';
}
