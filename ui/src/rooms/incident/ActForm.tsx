import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { read } from '../../api/query-client';
import type { Alert, Incident, Page, Person } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { bodyOf, type FieldKind, FORMS, type FormAct, isReady, type Values } from './act-forms';
import { nameOf } from './wording';

interface ActFormProps {
  act: FormAct;
  /** Null when many are meant. */
  incident: Incident | null;
  onSend: (body: object) => Promise<void>;
  onBack: () => void;
}

/** Asks for what an act needs, and keeps it until the server has it. */
export function ActForm({ act, incident, onSend, onBack }: ActFormProps) {
  const [values, setValues] = useState<Values>({});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { leadsTo, fields, verb } = FORMS[act];
  const set = (field: FieldKind | 'chosen', value: string | readonly string[]) =>
    setValues((before) => ({ ...before, [field]: value }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !isReady(act, values)) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSend(bodyOf(act, values, Date.now()));
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'That did not work. Nothing was changed.');
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{leadsTo}</p>
      {fields.map((field) => (
        <OneField key={field} field={field} values={values} incident={incident} onSet={set} />
      ))}
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="button" className="button quiet" onClick={onBack}>
          Back
        </button>
        <button type="submit" className="button primary" disabled={isBusy || !isReady(act, values)}>
          {isBusy ? 'Sending' : verb}
        </button>
      </div>
    </form>
  );
}

interface OneFieldProps {
  field: FieldKind;
  values: Values;
  incident: Incident | null;
  onSet: (field: FieldKind | 'chosen', value: string | readonly string[]) => void;
}

const PAUSES: [string, string][] = [
  ['30', '30 minutes'],
  ['60', '1 hour'],
  ['240', '4 hours'],
  ['480', '8 hours'],
  ['1440', '1 day'],
  ['4320', '3 days'],
  ['10079', '7 days'],
];
const SEVERITIES: [string, string][] = [
  ['critical', 'Critical'],
  ['high', 'High'],
  ['medium', 'Medium'],
  ['low', 'Low'],
];
const CAUSES: [string, string][] = [
  ['help', 'More hands are needed'],
  ['customer', 'A customer has complained'],
];
const PRIORITIES: [string, string][] = [
  ['P1', 'P1'],
  ['P2', 'P2'],
  ['P3', 'P3'],
  ['P4', 'P4'],
  ['P5', 'P5'],
  ['larum', 'Leave it to Larum'],
];

function OneField({ field, values, incident, onSet }: OneFieldProps) {
  const choose = (label: string, options: readonly [string, string][]) => (
    <Choice label={label} value={values[field] ?? ''} options={options} onSet={(value) => onSet(field, value)} />
  );
  const write = (label: string, more: object = {}) => (
    <Field
      label={label}
      value={values[field] ?? ''}
      maxLength={500}
      onChange={(event) => onSet(field, event.target.value)}
      {...more}
    />
  );
  switch (field) {
    case 'reason':
      return write('Why', { hint: 'The others read it in the timeline.' });
    case 'note':
      return write('Note, if you like');
    case 'moment':
      return write('Since when', { type: 'datetime-local', hint: 'In the time of this device.' });
    case 'pause':
      return choose('For', PAUSES);
    case 'severity':
      return choose('Severity', SEVERITIES);
    case 'cause':
      return choose('What for', CAUSES);
    case 'priority':
      return choose('Priority', PRIORITIES);
    case 'person':
      return <PersonChoice value={values.person ?? ''} onSet={(value) => onSet('person', value)} />;
    case 'incident':
      return (
        <IncidentChoice but={incident} value={values.incident ?? ''} onSet={(value) => onSet('incident', value)} />
      );
    case 'alerts':
      return (
        incident && <AlertChoice of={incident} chosen={values.chosen ?? []} onSet={(ids) => onSet('chosen', ids)} />
      );
  }
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly [string, string][];
  onSet: (value: string) => void;
  empty?: string;
}

function Choice({ label, value, options, onSet, empty = 'Choose' }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onSet(event.target.value)}>
        <option value="">{empty}</option>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

interface PickProps {
  value: string;
  onSet: (value: string) => void;
}

function PersonChoice({ value, onSet }: PickProps) {
  const { data } = useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => read<Page<Person>>('/api/people', { limit: 1000 }, signal),
  });
  const options = (data?.items ?? []).map(({ id, name }): [string, string] => [id, name]);
  return (
    <Choice label="Who" value={value} options={options} onSet={onSet} empty={data ? 'Nobody' : 'Loading people'} />
  );
}

function IncidentChoice({ but, value, onSet }: PickProps & { but: Incident | null }) {
  const { data } = useQuery({
    queryKey: ['mergeable'],
    queryFn: ({ signal }) => read<Page<Incident>>('/api/incidents', { state: 'open', limit: 200 }, signal),
  });
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== but?.id)
    .map((one): [string, string] => [one.id, `${nameOf(one)} ${one.title}`]);
  return (
    <Choice
      label="Into"
      value={value}
      options={options}
      onSet={onSet}
      empty={data ? 'Choose an open incident' : 'Loading incidents'}
    />
  );
}

interface AlertChoiceProps {
  of: Incident;
  chosen: readonly string[];
  onSet: (ids: readonly string[]) => void;
}

function AlertChoice({ of, chosen, onSet }: AlertChoiceProps) {
  const { data } = useQuery({
    queryKey: ['alerts', of.id, 'open'],
    queryFn: ({ signal }) => read<Page<Alert>>('/api/alerts', { incident: of.id, state: 'open', limit: 500 }, signal),
  });
  const toggle = (id: string) => onSet(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="choices">
      <legend>Which alerts; leave at least one here</legend>
      {data === undefined && <p className="meta">Loading alerts</p>}
      {data?.items.map(({ id, summary }) => (
        <label className="check" key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {summary}
        </label>
      ))}
    </fieldset>
  );
}
