import type { LifeAct } from './wording';

/** What a form asks for. */
export type FieldKind =
  | 'reason'
  | 'note'
  | 'person'
  | 'severity'
  | 'cause'
  | 'priority'
  | 'moment'
  | 'pause'
  | 'incident'
  | 'alerts';

export type FormAct = Extract<
  LifeAct,
  'assign' | 'hand-over' | 'escalate' | 'snooze' | 'severity' | 'priority' | 'impact' | 'merge' | 'split'
>;

interface Form {
  title: string;
  /** What it leads to, before it is done. */
  leadsTo: string;
  fields: FieldKind[];
  verb: string;
}

export const FORMS: Record<FormAct, Form> = {
  assign: {
    title: 'Give it to somebody',
    leadsTo: 'It stays as it is otherwise: who is paged does not change.',
    fields: ['person'],
    verb: 'Give it',
  },
  'hand-over': {
    title: 'Hand it over',
    leadsTo: 'It leaves your hands. They say that it arrived by acknowledging it.',
    fields: ['person', 'note'],
    verb: 'Hand over',
  },
  escalate: {
    title: 'Escalate',
    leadsTo: 'The next ones of the policy are asked at once. Whoever holds it gives it up.',
    fields: ['cause', 'reason'],
    verb: 'Ask them now',
  },
  snooze: {
    title: 'Snooze',
    leadsTo: 'Nobody is paged until then. Then, or as soon as it becomes worse, escalation starts again.',
    fields: ['pause', 'reason'],
    verb: 'Snooze',
  },
  severity: {
    title: 'Change the severity',
    leadsTo: 'A later detection that is worse raises it again.',
    fields: ['severity', 'reason'],
    verb: 'Change',
  },
  priority: {
    title: 'Set the priority',
    leadsTo: 'What you set counts until you leave it to Larum again.',
    fields: ['priority', 'reason'],
    verb: 'Set',
  },
  impact: {
    title: 'Correct when the impact began',
    leadsTo: 'When the incident was opened stays known beside it.',
    fields: ['moment', 'reason'],
    verb: 'Write down',
  },
  merge: {
    title: 'Merge into another incident',
    leadsTo: 'Its open alerts move there, nobody is paged for it any more. It can be un-merged.',
    fields: ['incident'],
    verb: 'Merge',
  },
  split: {
    title: 'Split alerts off',
    leadsTo: 'They become an incident of their own, held by you if this one is held.',
    fields: ['alerts'],
    verb: 'Split off',
  },
};

export type Values = Partial<Record<FieldKind, string>> & { chosen?: readonly string[] };

/** What is sent; a pause counts from now. */
export function bodyOf(act: FormAct, values: Values, now: number): object {
  const { person, reason, severity, priority, moment, pause, incident, note, cause } = values;
  switch (act) {
    case 'assign':
      return { person: person || null };
    case 'hand-over':
      return { to: person, note: note || null };
    case 'escalate':
      return { customer: cause === 'customer', reason };
    case 'snooze':
      return { until: new Date(now + Number(pause) * 60_000).toISOString(), reason };
    case 'severity':
      return { severity, reason };
    case 'priority':
      return { priority: priority === 'larum' ? null : priority, reason };
    case 'impact':
      return { began: moment ? new Date(moment).toISOString() : '', reason };
    case 'merge':
      return { into: incident };
    case 'split':
      return { alerts: values.chosen ?? [] };
  }
}

/** Whether everything that is asked for is there. */
export function isReady(act: FormAct, values: Values): boolean {
  return FORMS[act].fields.every((field) => {
    if (field === 'note' || (field === 'person' && act === 'assign')) return true;
    return field === 'alerts' ? (values.chosen?.length ?? 0) > 0 : Boolean(values[field]?.trim());
  });
}
