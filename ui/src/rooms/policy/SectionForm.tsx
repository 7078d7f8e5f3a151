import { useState } from 'react';
import { Field, Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { zones } from '../../kit/time';
import {
  beginnings,
  type Draft,
  type DraftStep,
  hoursOf,
  mistakeOfCase,
  mistakeOfSection,
  moved,
  newStep,
  type Placed,
  patched,
  type Section,
  severitiesOf,
  textOf,
} from './draft';
import { StepCard } from './StepCard';
import type { Targets } from './wording';

const SEVERITIES = ['critical', 'high', 'medium', 'low'];

interface SectionProps {
  draft: Draft;
  section: Section;
  known: Targets;
  mistakes: Placed[];
  mayChange: boolean;
  onChange: (section: Section) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** The steps of one case, or of all that no case is for. */
export function SectionForm({ draft, section, known, mistakes, mayChange, ...on }: SectionProps) {
  const { raw, steps } = section;
  const [open, setOpen] = useState(mayChange ? (steps[0]?.id ?? 0) : 0);
  const begin = beginnings(steps);
  const set = (patch: Record<string, unknown>) => on.onChange({ ...section, raw: patched(raw, patch) });
  const setSteps = (changed: DraftStep[]) => on.onChange({ ...section, steps: changed });
  const add = () => {
    const step = newStep();
    setSteps([...steps, step]);
    setOpen(step.id);
  };
  const none = mistakeOfSection(mistakes, draft, section, 'steps');
  return (
    <>
      {section.isCase && (
        <CaseFields draft={draft} section={section} mistakes={mistakes} mayChange={mayChange} set={set} {...on} />
      )}
      <ol className="steps">
        {steps.map((step, place) => (
          <StepCard
            key={step.id}
            step={step}
            place={place}
            count={steps.length}
            begin={begin[place] ?? null}
            draft={draft}
            section={section}
            known={known}
            mistakes={mistakes}
            mayChange={mayChange}
            isOpen={open === step.id}
            onOpen={() => setOpen(open === step.id ? 0 : step.id)}
            onChange={(changed) => setSteps(steps.map((one) => (one.id === step.id ? changed : one)))}
            onMove={(by) => setSteps(moved(steps, place, by))}
            onRemove={() => setSteps(steps.filter(({ id }) => id !== step.id))}
          />
        ))}
      </ol>
      {none && <Problem>{none}</Problem>}
      {mayChange && (
        <div className="bar">
          <button type="button" className="button" onClick={add}>
            <Icon name="plus" /> Add step
          </button>
        </div>
      )}
      <Field
        label="Further rounds"
        hint="How often all of it begins again while nobody answers; 0 is once through"
        inputMode="numeric"
        autoComplete="off"
        disabled={!mayChange}
        value={textOf(raw, 'repeat') || '0'}
        problem={mistakeOfSection(mistakes, draft, section, 'repeat')}
        onChange={(event) => set({ repeat: numberOf(event.target.value) })}
      />
    </>
  );
}

/** What is no number is sent as it is, for the server to refuse. */
const numberOf = (text: string): number | string | undefined =>
  text.trim() === '' ? undefined : /^\d+$/.test(text.trim()) ? Number(text) : text;

interface CaseProps {
  draft: Draft;
  section: Section;
  mistakes: Placed[];
  mayChange: boolean;
  set: (patch: Record<string, unknown>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** When a case holds. The first that fits is gone through. */
function CaseFields({ draft, section, mistakes, mayChange, set, onMove, onRemove }: CaseProps) {
  const { raw } = section;
  const place = draft.indexOf(section);
  const chosen = severitiesOf(raw);
  const [hours, setHours] = useState(() => hoursOf(raw));
  const severity = mistakeOfSection(mistakes, draft, section, 'severity');
  const whole = mistakeOfCase(mistakes, draft, section);
  const toggle = (one: string) => {
    const next = SEVERITIES.filter((each) => (each === one) !== chosen.includes(each));
    set({ severity: next.length > 0 ? next : undefined });
  };
  const writeHours = (text: string) => {
    setHours(text);
    const parts = hourLines(text);
    set({ hours: parts.length > 0 ? parts : undefined });
  };
  return (
    <fieldset className="card policy-case" disabled={!mayChange}>
      <legend className="unseen">When this case holds</legend>
      <fieldset className="policy-severities">
        <legend>For</legend>
        <div className="bar">
          {SEVERITIES.map((one) => (
            <label key={one} className="check">
              <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} />
              {one}
            </label>
          ))}
        </div>
        {severity && <Problem>{severity}</Problem>}
      </fieldset>
      <Field
        label="Hours"
        hint="Such as Mon-Fri 09:00-17:00; at all hours when it is empty"
        autoComplete="off"
        value={hours}
        problem={mistakeOfSection(mistakes, draft, section, 'hours')}
        onChange={(event) => writeHours(event.target.value)}
      />
      {hours.trim() !== '' && (
        <ZoneField
          value={textOf(raw, 'timeZone') || 'UTC'}
          problem={mistakeOfSection(mistakes, draft, section, 'timeZone')}
          onChange={(timeZone) => set({ timeZone })}
        />
      )}
      {whole && <Problem>{whole}</Problem>}
      {mayChange && (
        <div className="bar">
          <button type="button" className="button quiet" disabled={place <= 1} onClick={() => onMove(-1)}>
            Ask earlier
          </button>
          <button type="button" className="button quiet" disabled={place >= draft.length - 1} onClick={() => onMove(1)}>
            Ask later
          </button>
          <button type="button" className="button quiet" onClick={onRemove}>
            Remove this case
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** `Sat,Sun` is one line and `Mon-Fri 09:00-17:00, Sat` are two: a comma after a time parts them, or one with a space. */
export const hourLines = (text: string): string[] =>
  text
    .split(/,\s+|(?<=\d),/)
    .map((part) => part.trim())
    .filter(Boolean);

interface ZoneProps {
  value: string;
  problem: string | undefined;
  onChange: (zone: string) => void;
}

function ZoneField({ value, problem, onChange }: ZoneProps) {
  return (
    <div className="field">
      <label htmlFor="policy-zone">Time zone of the hours</label>
      <select id="policy-zone" className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {[...new Set([value, 'responder', ...zones()])].map((one) => (
          <option key={one} value={one}>
            {one === 'responder' ? 'where whoever is asked first lives' : one}
          </option>
        ))}
      </select>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}
