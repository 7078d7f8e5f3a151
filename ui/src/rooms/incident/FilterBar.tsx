import { useMemo, useState } from 'react';
import type { Named } from '../../api/types';
import { Icon } from '../../kit/icons';
import type { Board } from './board';
import type { Filter } from './use-filter';

interface FilterBarProps {
  title: string;
  filter: Filter;
  board: Board | undefined;
  onSet: (name: 'service' | 'severity' | 'words', value: string | null) => void;
}

const SEVERITIES = [
  ['', 'Any severity'],
  ['critical', 'Critical'],
  ['critical,high', 'Critical and high'],
  ['medium,low', 'Medium and low'],
] as const;

/** The heading of the inbox and its filter; on a phone the filter opens on demand. */
export function FilterBar({ title, filter, board, onSet }: FilterBarProps) {
  const severity = filter.narrowing.severity.join(',');
  const { service } = filter.narrowing;
  const [isOpen, setOpen] = useState(Boolean(service || severity || filter.words));
  const services = useMemo(() => servicesIn(board, service), [board, service]);
  return (
    <>
      <div className="bar">
        <h1>{title}</h1>
        <button
          type="button"
          className="button quiet only-icon end small-only"
          aria-label="Filter"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" />
        </button>
      </div>
      <search className={isOpen ? 'bar filter-bar' : 'bar filter-bar wide-only'}>
        <input
          className="input"
          id="filter"
          type="search"
          aria-label="Filter incidents"
          placeholder="Filter by service, word or person"
          value={filter.words}
          onChange={(event) => onSet('words', event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <select
          className="input"
          aria-label="Severity"
          value={severity}
          onChange={(event) => onSet('severity', event.target.value)}
        >
          {SEVERITIES.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
          {!SEVERITIES.some(([value]) => value === severity) && <option value={severity}>{severity}</option>}
        </select>
        <select
          className="input"
          aria-label="Service"
          value={service ?? ''}
          onChange={(event) => onSet('service', event.target.value)}
        >
          <option value="">Any service</option>
          {services.map(({ word, name }) => (
            <option key={word} value={word}>
              {name}
            </option>
          ))}
        </select>
      </search>
    </>
  );
}

/** The services seen so far; a chosen one stays choosable. */
const seen = new Map<string, Pick<Named, 'word' | 'name'>>();

function servicesIn(board: Board | undefined, chosen: string | null): Pick<Named, 'word' | 'name'>[] {
  for (const { service } of board?.known.values() ?? []) seen.set(service.word, service);
  if (chosen && !seen.has(chosen)) seen.set(chosen, { word: chosen, name: chosen });
  return [...seen.values()].sort((a, b) => a.name.localeCompare(b.name));
}
