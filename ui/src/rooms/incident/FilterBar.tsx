import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../kit/icons';
import { type Filter, type FilterName, isNarrow } from './use-filter';

const FacetPanel = lazy(() => import('./FacetPanel'));

interface FilterBarProps {
  title: string;
  filter: Filter;
  onSet: (name: FilterName, value: string | null) => void;
}

/** The heading of the inbox, the words that are looked for, and what can be chosen; the choice opens on demand. */
export function FilterBar({ title, filter, onSet }: FilterBarProps) {
  const [isOpen, setOpen] = useState(false);
  const chosen = chosenIn(filter);
  return (
    <>
      <div className="bar">
        <h1>{title}</h1>
        <button
          type="button"
          className={chosen > 0 ? 'button end' : 'button quiet end'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" /> Filter
          {chosen > 0 && <span className="count">{chosen}</span>}
        </button>
      </div>
      <search className={isOpen || filter.words ? 'bar filter-bar' : 'bar filter-bar wide-only'}>
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
      </search>
      {isOpen && (
        <Suspense fallback={<p className="meta">Loading the choices</p>}>
          <FacetPanel filter={filter} onSet={onSet} />
        </Suspense>
      )}
    </>
  );
}

/** In how many ways the inbox is narrowed. */
function chosenIn({ narrowing }: Filter): number {
  if (!isNarrow(narrowing)) return 0;
  const { severity, priority, service, team, isMajor, isMine } = narrowing;
  const lists = [severity, priority, service, team].filter((chosen) => chosen.length > 0).length;
  return lists + Number(isMajor) + Number(isMine);
}
