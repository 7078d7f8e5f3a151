import { type FormEvent, useState } from 'react';
import type { FacetCount, SavedView } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import type { Priority } from './board';
import { type Filter, type FilterName, isViewOf, wishOf } from './use-filter';
import { beginWith, deleteView, keepView, useFacets, useSavedViews } from './use-views';

interface FacetPanelProps {
  filter: Filter;
  onSet: (name: FilterName, value: string | null) => void;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What can be chosen, each with how many incidents it would show; and the view under which the choice is kept. */
export default function FacetPanel({ filter, onSet }: FacetPanelProps) {
  const { data } = useFacets(filter);
  const { severity, priority, service, team, isMajor, isMine, order } = filter.narrowing;
  return (
    <section className="card stack facets" aria-label="Filter and views">
      <Choices label="Severity" name="severity" chosen={severity} counts={named(data?.severity)} onSet={onSet} />
      <Choices
        label="Priority"
        name="priority"
        chosen={priority}
        counts={data?.priority as Choice<Priority>[] | undefined}
        onSet={onSet}
      />
      <Choices label="Team" name="team" chosen={team} counts={data?.team} onSet={onSet} />
      <Choices label="Service" name="service" chosen={service} counts={data?.service} onSet={onSet} />
      <fieldset className="facet">
        <legend>Only</legend>
        <Toggle word="Mine" count={data?.mine} isOn={isMine} onFlip={() => onSet('mine', isMine ? null : 'true')} />
        <Toggle
          word="Major"
          count={data?.major}
          isOn={isMajor}
          onFlip={() => onSet('major', isMajor ? null : 'true')}
        />
      </fieldset>
      <fieldset className="facet">
        <legend>Order</legend>
        <Toggle word="Newest first" isOn={order === 'newest'} onFlip={() => onSet('order', null)} />
        <Toggle word="Worst first" isOn={order === 'worst'} onFlip={() => onSet('order', 'worst')} />
      </fieldset>
      <KeepView filter={filter} />
    </section>
  );
}

type Choice<T extends string = string> = Omit<FacetCount, 'value'> & { value: T };

const named = (counts: FacetCount[] | undefined) => counts?.map((one) => ({ ...one, name: capital(one.name) }));

interface ChoicesProps {
  label: string;
  name: FilterName;
  chosen: readonly string[];
  counts: Choice[] | undefined;
  onSet: FacetPanelProps['onSet'];
}

function Choices({ label, name, chosen, counts, onSet }: ChoicesProps) {
  const shown = withChosen(counts ?? [], chosen);
  if (shown.length === 0) return null;
  const flip = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    onSet(name, next.join(',') || null);
  };
  return (
    <fieldset className="facet">
      <legend>{label}</legend>
      {shown.map(({ value, name: word, count }) => (
        <Toggle key={value} word={word} count={count} isOn={chosen.includes(value)} onFlip={() => flip(value)} />
      ))}
    </fieldset>
  );
}

/** What is chosen can be given up again, also when nothing of it is left. */
function withChosen(counts: Choice[], chosen: readonly string[]): Choice[] {
  const missing = chosen.filter((value) => !counts.some((one) => one.value === value));
  return [...counts, ...missing.map((value) => ({ value, name: value, count: 0 }))];
}

interface ToggleProps {
  word: string;
  count?: number | undefined;
  isOn: boolean;
  onFlip: () => void;
}

function Toggle({ word, count, isOn, onFlip }: ToggleProps) {
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={onFlip}>
      {word}
      {count !== undefined && <span className="meta">{count.toLocaleString('en')}</span>}
    </button>
  );
}

function KeepView({ filter }: { filter: Filter }) {
  const { data: views } = useSavedViews();
  const here = views?.find((view) => isViewOf(view, filter)) ?? null;
  return <ViewForm key={here?.id ?? 'new'} here={here} filter={filter} />;
}

/** Keeps what is chosen under a name; of a view that is kept already, changes the name, whom it is for, or ends it. */
function ViewForm({ here, filter }: { here: SavedView | null; filter: Filter }) {
  const { data } = useFacets({ ...filter, section: null });
  const { send, renew, problem, isBusy } = useSending();
  const [name, setName] = useState(here?.name ?? '');
  const [team, setTeam] = useState(here?.team?.word ?? '');
  const isOwn = here === null || here.editable;
  const teams = withChosen(data?.team ?? [], team ? [team] : []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wish = { name, filter: wishOf(filter), order: filter.narrowing.order, team };
    if (await send((key) => keepView(wish, here, key))) say(`The view ${name.trim()} is kept.`);
  };
  const begin = (view: SavedView) =>
    send((key) => beginWith(view, !view.first, key)).then(
      (isDone) => isDone && say(view.first ? 'You begin with all incidents again.' : `You begin with ${view.name}.`),
    );
  const end = (view: SavedView) =>
    send((key) => deleteView(view, key)).then((isDone) => isDone && say(`The view ${view.name} is deleted.`));
  return (
    <form className="stack tight" onSubmit={(event) => void submit(event)}>
      {isOwn ? (
        <div className="bar view-form">
          <Field
            label={here ? 'Name of this view' : 'Keep this as a view'}
            value={name}
            maxLength={60}
            placeholder="Such as: Payments, critical"
            onChange={(event) => {
              setName(event.target.value);
              renew();
            }}
          />
          <div className="field">
            <label htmlFor="view-team">For</label>
            <select
              className="input"
              id="view-team"
              value={team}
              onChange={(event) => {
                setTeam(event.target.value);
                renew();
              }}
            >
              <option value="">Only me</option>
              {teams.map(({ value, name: word }) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          </div>
        </div>
      ) : (
        <p className="meta">
          {here?.owner.name} shares the view {here?.name} with {here?.team?.name}.
        </p>
      )}
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        {isOwn && (
          <button type="submit" className="button" disabled={isBusy || name.trim() === ''}>
            {here ? 'Save' : 'Keep view'}
          </button>
        )}
        {here && (
          <button type="button" className="button quiet" disabled={isBusy} onClick={() => void begin(here)}>
            {here.first ? 'Begin with all instead' : 'Begin with this'}
          </button>
        )}
        {here?.editable && (
          <button type="button" className="button quiet" disabled={isBusy} onClick={() => void end(here)}>
            Delete view
          </button>
        )}
      </div>
    </form>
  );
}
