import { usePlaces } from './use-boards';

interface Props {
  value: string;
  onChange: (value: string) => void;
  label?: string;
}

const SEVERITIES = [
  ['critical', 'Critical'],
  ['critical,high', 'Critical and high'],
  ['medium,low', 'Medium and low'],
] as const;

export function SeverityChoice({ value, onChange, label = 'Severity' }: Props) {
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">All severities</option>
      {value && !SEVERITIES.some(([words]) => words === value) && <option value={value}>{value}</option>}
      {SEVERITIES.map(([words, name]) => (
        <option key={words} value={words}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** A team or a service by its word; what was chosen elsewhere, such as several at once, stays a choice. */
export function PlaceChoice({ what, value, onChange, label }: Props & { what: 'team' | 'service' }) {
  const { data } = usePlaces();
  const places = new Map<string, string>();
  for (const service of data ?? []) {
    const place = what === 'team' ? service.team : service;
    if (place) places.set(place.word, place.name);
  }
  const name = what === 'team' ? 'Team' : 'Service';
  return (
    <select
      className="input"
      aria-label={label ?? name}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{what === 'team' ? 'All teams' : 'All services'}</option>
      {value && !places.has(value) && <option value={value}>{value.replaceAll(',', ', ')}</option>}
      {[...places]
        .sort(([, a], [, b]) => a.localeCompare(b))
        .map(([word, called]) => (
          <option key={word} value={word}>
            {called}
          </option>
        ))}
    </select>
  );
}
