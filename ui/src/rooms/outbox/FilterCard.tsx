import { useId } from 'react';
import { Field } from '../../kit/field';
import { type Filter, type FilterName, localOf, momentOf } from './filter';
import { useRecipients } from './use-outbox';
import { CHOICES, channelOf, kindOf, sentence, stateOf } from './wording';

interface FilterCardProps {
  filter: Filter;
  onSet: (name: FilterName, value: string | null) => void;
}

/** Which messages are shown; what is chosen stands in the address. */
export function FilterCard({ filter, onSet }: FilterCardProps) {
  const { data } = useRecipients();
  const recipients = data?.items ?? [];
  return (
    <search className="card delivery-filter" aria-label="Which messages">
      <Choice
        label="State"
        value={filter.state}
        onChange={(value) => onSet('state', value)}
        options={[
          ['open', 'Not finished'],
          ['failed,undelivered', 'Any failure'],
          ...CHOICES.state.map((word): Option => [word, stateOf(word).word]),
        ]}
      />
      <Choice
        label="Channel"
        value={filter.channel}
        onChange={(value) => onSet('channel', value)}
        options={CHOICES.channel.map((word): Option => [word, sentence(channelOf(word))])}
      />
      <Choice
        label="Kind"
        value={filter.kind}
        onChange={(value) => onSet('kind', value)}
        options={CHOICES.kind.map((word): Option => [word, sentence(kindOf(word))])}
      />
      <Choice
        label="To"
        value={filter.recipient}
        onChange={(value) => onSet('recipient', value)}
        options={recipients.map((one): Option => [one.id ?? '', one.name])}
      />
      <Field
        label="Incident"
        inputMode="numeric"
        placeholder="1001"
        defaultValue={filter.incident ?? ''}
        key={filter.incident}
        onBlur={(event) => onSet('incident', event.target.value.trim() || null)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <Field
        label="Asked for from"
        type="datetime-local"
        value={localOf(filter.from)}
        onChange={(event) => onSet('from', momentOf(event.target.value))}
      />
      <Field
        label="and before"
        type="datetime-local"
        value={localOf(filter.to)}
        onChange={(event) => onSet('to', momentOf(event.target.value))}
      />
    </search>
  );
}

type Option = [value: string, word: string];

interface ChoiceProps {
  label: string;
  value: string | null;
  options: Option[];
  onChange: (value: string | null) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  const isKnown = value === null || options.some(([word]) => word === value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">All</option>
        {!isKnown && <option value={value}>{value}</option>}
        {options.map(([word, name]) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
