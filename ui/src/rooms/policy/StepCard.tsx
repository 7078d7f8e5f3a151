import { useId } from 'react';
import { Field, Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { span } from '../../kit/time';
import {
  type Draft,
  type DraftStep,
  mistakeOf,
  mistakesOfStep,
  type Placed,
  patched,
  type Section,
  targetsOf,
  textOf,
  waitMillis,
} from './draft';
import { KINDS, meansNow, type Targets, targetWords } from './wording';

const HAS_FIELD = /\.(notify|wait|level|each)(\[\d+\])?$/;
const NOBODY = 'Nobody is asked yet. Choose somebody.';

interface StepProps {
  step: DraftStep;
  place: number;
  count: number;
  /** How long after the first it comes; null while a wait before it is none. */
  begin: number | null;
  draft: Draft;
  section: Section;
  known: Targets;
  mistakes: Placed[];
  mayChange: boolean;
  isOpen: boolean;
  onOpen: () => void;
  onChange: (step: DraftStep) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One step: whom it asks when, and its fields while it is open. */
export function StepCard(props: StepProps) {
  const { step, place, count, begin, known, mayChange, isOpen, draft, section, mistakes } = props;
  const { raw } = step;
  const number = place + 1;
  const wait = textOf(raw, 'wait');
  const length = waitMillis(wait);
  const isLast = number === count;
  const mine = mistakesOfStep(mistakes, draft, section, place);
  // While it is open, what has a field of its own is said there.
  const said = isOpen ? mine.filter(({ path }) => !HAS_FIELD.test(path)) : mine;
  return (
    <li className="step-place">
      <article className="step" aria-current={isOpen || undefined} aria-label={`Step ${number}`}>
        <span className="step-number" aria-hidden="true">
          {number}
        </span>
        <div className="step-what">
          <h2>
            {place === 0 ? 'At once' : begin === null ? 'Then' : `After ${span(begin)}`}:{' '}
            {targetsOf(step)
              .map((target) => targetWords(target, known))
              .join(', ') || 'nobody yet'}
          </h2>
          <p className="meta">{stepMeta(step, known)}</p>
          {said.length > 0 && (
            <span className="problem">
              <Icon name="alert" small />
              {isOpen || targetsOf(step).length > 0 ? said[0]?.message : NOBODY}
            </span>
          )}
        </div>
        {mayChange && (
          <div className="actions">
            <button
              type="button"
              className="button quiet"
              aria-expanded={isOpen}
              aria-label={isOpen ? `Close step ${number}` : `Edit step ${number}`}
              onClick={props.onOpen}
            >
              {isOpen ? 'Close' : 'Edit'}
            </button>
          </div>
        )}
        {isOpen && <StepFields {...props} />}
      </article>
      <p className="step-wait">
        <Icon name="chevron-down" small />
        {length === null ? 'nobody answers' : `nobody answers for ${span(length)}${place > 0 ? ' more' : ''}`}
        {isLast && `: ${Number(section.raw.repeat ?? 0) > 0 ? 'the next round begins' : 'the administrators are told'}`}
      </p>
    </li>
  );
}

function stepMeta({ raw }: DraftStep, known: Targets): string {
  const targets = Array.isArray(raw.notify) ? raw.notify.map(String) : [];
  return [
    textOf(raw, 'level'),
    ...targets.map((target) => meansNow(target, known)),
    raw.each !== undefined && `one after the other, ${textOf(raw, 'each')} apart`,
    raw.roundRobin === true && 'one of them, in turn',
    raw.acknowledge === 'all' && 'each of them must acknowledge',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The twin of dragging, and the way out. */
function StepActions({ place, count, onMove, onRemove }: StepProps) {
  const number = place + 1;
  return (
    <div className="bar whole">
      <button
        type="button"
        className="button quiet"
        aria-label={`Move step ${number} up`}
        disabled={place === 0}
        onClick={() => onMove(-1)}
      >
        <Icon name="up" small /> Up
      </button>
      <button
        type="button"
        className="button quiet"
        aria-label={`Move step ${number} down`}
        disabled={number === count}
        onClick={() => onMove(1)}
      >
        <Icon name="down" small /> Down
      </button>
      <button
        type="button"
        className="button quiet end"
        aria-label={`Delete step ${number}`}
        disabled={count === 1}
        onClick={onRemove}
      >
        <Icon name="x" small /> Delete
      </button>
    </div>
  );
}

function StepFields(props: StepProps) {
  const { step, place, draft, section, known, mistakes, onChange } = props;
  const { raw } = step;
  const mistake = (field: string) => mistakeOf(mistakes, draft, section, place, field);
  const set = (patch: Record<string, unknown>) => onChange({ ...step, raw: patched(raw, patch) });
  const isApart = raw.each !== undefined;
  return (
    <div className="step-fields">
      <Who
        targets={targetsOf(step)}
        known={known}
        problem={mistake('notify') && (targetsOf(step).length > 0 ? mistake('notify') : NOBODY)}
        onChange={(notify) => set({ notify })}
      />
      <Field
        label="Answer within"
        hint="Such as 30s, 5m or 1h30m"
        autoComplete="off"
        value={textOf(raw, 'wait')}
        problem={mistake('wait')}
        onChange={(event) => set({ wait: event.target.value.trim() })}
      />
      <Field
        label="You call them"
        hint="May be left out"
        autoComplete="off"
        value={textOf(raw, 'level')}
        problem={mistake('level')}
        onChange={(event) => set({ level: event.target.value || undefined })}
      />
      <label className="check whole">
        <input
          type="checkbox"
          checked={raw.roundRobin === true}
          onChange={(event) =>
            set(
              event.target.checked
                ? { roundRobin: true, each: undefined, acknowledge: undefined }
                : { roundRobin: undefined },
            )
          }
        />
        Ask one of them, whoever is next in turn
      </label>
      <label className="check whole">
        <input
          type="checkbox"
          checked={raw.acknowledge === 'all'}
          disabled={raw.roundRobin === true}
          onChange={(event) => set({ acknowledge: event.target.checked ? 'all' : undefined })}
        />
        Each of them must acknowledge
      </label>
      <label className="check whole">
        <input
          type="checkbox"
          checked={isApart}
          disabled={raw.roundRobin === true}
          onChange={(event) => set({ each: event.target.checked ? '2m' : undefined })}
        />
        Ask one after the other, and not all at once
      </label>
      {isApart && (
        <Field
          label="So long apart"
          hint="Such as 2m"
          autoComplete="off"
          value={textOf(raw, 'each')}
          problem={mistake('each')}
          onChange={(event) => set({ each: event.target.value.trim() })}
        />
      )}
      <StepActions {...props} />
    </div>
  );
}

interface WhoProps {
  targets: string[];
  known: Targets;
  problem: string | undefined;
  onChange: (targets: string[]) => void;
}

/** Those who are asked, each to be taken out, and all others to be chosen. */
function Who({ targets, known, problem, onChange }: WhoProps) {
  const id = useId();
  return (
    <div className="field whole">
      <label htmlFor={id}>Who</label>
      {targets.length > 0 && (
        <ul className="step-targets">
          {targets.map((target) => (
            <li key={target}>
              <span className="chip">
                {targetWords(target, known)}
                <span className="meta">{target.split(':')[0]}</span>
              </span>
              <button
                type="button"
                className="button quiet only-icon"
                aria-label={`Take ${targetWords(target, known)} out`}
                onClick={() => onChange(targets.filter((one) => one !== target))}
              >
                <Icon name="x" small />
              </button>
            </li>
          ))}
        </ul>
      )}
      <select
        id={id}
        className="input"
        value=""
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => event.target.value && onChange([...targets, event.target.value])}
      >
        <option value="">{targets.length > 0 ? 'Ask somebody else too…' : 'Choose who is asked…'}</option>
        {KINDS.map(([kind, words]) => {
          const those = [...known.values()].filter((one) => one.kind === kind && !targets.includes(one.target));
          return (
            those.length > 0 && (
              <optgroup key={kind} label={words}>
                {those.map((one) => (
                  <option key={one.target} value={one.target}>
                    {one.name}
                  </option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}
