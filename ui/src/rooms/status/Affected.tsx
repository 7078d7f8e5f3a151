import { useId, useState } from 'react';
import type { ComponentState, ServiceOnPage } from '../../api/types';
import { Icon } from '../../kit/icons';
import { COMPONENT_WORDS } from './wording';

const STATES = Object.keys(COMPONENT_WORDS) as ComponentState[];

interface AffectedProps {
  shown: ServiceOnPage[];
  affected: ReadonlyMap<string, ComponentState>;
  onChange: (affected: ReadonlyMap<string, ComponentState>) => void;
}

/** Which components it is about, by their public names: what is not shown cannot be named. */
export function Affected({ shown, affected, onChange }: AffectedProps) {
  const id = useId();
  const [filter, setFilter] = useState('');
  const named = shown.flatMap(({ service, component }) =>
    component ? [{ id: service.id, name: component.name }] : [],
  );
  const rest = named.filter((one) => !affected.has(one.id));
  const set = (service: string, state: ComponentState | null) => {
    const next = new Map(affected);
    if (state) next.set(service, state);
    else next.delete(service);
    onChange(next);
  };
  const add = (name: string) => {
    const found = rest.find((one) => one.name === name);
    if (found) set(found.id, 'degraded');
    setFilter(found ? '' : name);
  };
  return (
    <fieldset className="choice affected">
      <legend>Components</legend>
      {named.length === 0 && <p className="meta">The page shows no components yet.</p>}
      {named
        .filter((one) => affected.has(one.id))
        .map((one) => (
          <div className="bar" key={one.id}>
            <label htmlFor={`${id}-${one.id}`}>{one.name}</label>
            <select
              id={`${id}-${one.id}`}
              className="input"
              value={affected.get(one.id)}
              onChange={(event) => set(one.id, event.target.value as ComponentState)}
            >
              {STATES.map((state) => (
                <option key={state} value={state}>
                  {COMPONENT_WORDS[state]}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button quiet only-icon"
              aria-label={`Leave out ${one.name}`}
              onClick={() => set(one.id, null)}
            >
              <Icon name="x" />
            </button>
          </div>
        ))}
      {rest.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}-add`}>Add a component</label>
          <input
            id={`${id}-add`}
            className="input"
            list={`${id}-list`}
            value={filter}
            autoComplete="off"
            placeholder="Type or choose its name"
            onChange={(event) => add(event.target.value)}
          />
          <datalist id={`${id}-list`}>
            {rest.map((one) => (
              <option key={one.id} value={one.name} />
            ))}
          </datalist>
        </div>
      )}
    </fieldset>
  );
}
