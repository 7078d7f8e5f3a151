import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ApiProblem, newKey } from '../../api/client';
import type { Rule } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { say } from '../../kit/toasts';
import { useMe } from '../session/use-session';
import { PreviewCard } from './PreviewCard';
import { remove, save, silence, usePreview } from './use-rules';
import { type FieldWords, isWhole, KINDS, type RuleKind, ruleOf, type Values, valuesOf, wordFor } from './wording';

const IDLE_MS = 600;
const REPEATS = ['never', 'daily', 'weekly', 'monthly'];

interface EditorProps {
  kind: RuleKind;
  /** Null for a new one. */
  rule: Rule | null;
  onSaved: (word: string) => void;
  onRemoved: () => void;
}

/** One rule, and what it would have done in the last days; nothing is saved before somebody says so. */
export function RuleEditor({ kind, rule, onSaved, onRemoved }: EditorProps) {
  const { administrator } = useMe();
  const [values, setValues] = useState<Values>(() => (rule ? valuesOf(kind, rule.rule) : {}));
  const [days, setDays] = useState(7);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = useRef(newKey());
  const draft = useIdle(values);
  const preview = usePreview(kind, isWhole(kind, draft) ? ruleOf(kind, draft) : null, days);
  const refused = problem ?? (preview.error instanceof ApiProblem ? preview.error : null);
  const owner = rule && rule.origin !== 'api' ? rule.origin : null;
  const mayChange = !owner && (administrator || kind === 'silences');
  const set = (name: string, value: string) => {
    setProblem(null);
    key.current = newKey();
    setValues((before) => ({ ...before, [name]: value }));
  };
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      key.current = newKey();
    } catch (failure) {
      setProblem(
        failure instanceof ApiProblem ? failure : new ApiProblem(0, { detail: 'Reload the page and try again.' }),
      );
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void act(async () => {
      const written = ruleOf(kind, values);
      if (administrator) {
        const word = rule?.word ?? wordFor(kind, values);
        await save(kind, word, written, key.current);
        say(`${KINDS[kind].one} ${word} is saved and in force.`);
        onSaved(word);
      } else {
        const { word } = await silence(written, key.current);
        say('The silence is in force.');
        onSaved(word);
      }
    });
  };
  const end = () =>
    void act(async () => {
      if (!rule) return;
      await remove(kind, rule.word, key.current);
      say(`${KINDS[kind].one} ${rule.word} has ended. What it held back and is still open comes back now.`);
      onRemoved();
    });
  return (
    <>
      <section className="card" aria-labelledby="rule-heading">
        <div className="card-head">
          <h2 id="rule-heading">{rule ? `${KINDS[kind].one} ${rule.word}` : `New ${KINDS[kind].one.toLowerCase()}`}</h2>
          {rule && (
            <span className="meta">
              version {rule.version}, {rule.state}
              {rule.held > 0 && `, holds back ${rule.held}`}
            </span>
          )}
        </div>
        <p className="meta rule-does">{KINDS[kind].does}</p>
        {rule?.fault && (
          <div className="banner" role="status">
            <Icon name="alert" />
            <p>
              <b>It cannot be asked, and holds nothing back.</b> {rule.fault}
            </p>
          </div>
        )}
        <form className="stack tight" onSubmit={submit}>
          <fieldset className="rule-fields" disabled={!mayChange}>
            {KINDS[kind].fields.map((field) => (
              <RuleField
                key={field.name}
                field={field}
                value={values[field.name] ?? ''}
                problem={mistakeAt(refused, field.name)}
                onChange={(value) => set(field.name, value)}
              />
            ))}
          </fieldset>
          {problem && !KINDS[kind].fields.some(({ name }) => mistakeAt(problem, name)) && (
            <div className="banner" role="alert">
              <Icon name="alert" />
              <p>
                <b>Nothing was changed.</b> {problem.message}
              </p>
            </div>
          )}
          {owner && <p className="meta">It is described in {owner}. Change it there and apply the file again.</p>}
          {mayChange && (
            <div className="bar">
              <button type="submit" className="button" disabled={isBusy}>
                {rule ? 'Save' : 'Save and use it'}
              </button>
              {rule && (
                <button type="button" className="button quiet" disabled={isBusy} onClick={end}>
                  {kind === 'silences' ? 'End it now' : 'Take it away'}
                </button>
              )}
            </div>
          )}
        </form>
      </section>
      <PreviewCard kind={kind} preview={preview} isWhole={isWhole(kind, draft)} days={days} onDays={setDays} />
    </>
  );
}

/** The values when the writer has paused: a condition that is half written is wrong, and need not be said to be. */
function useIdle(values: Values): Values {
  const [idle, setIdle] = useState(values);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(values), IDLE_MS);
    return () => clearTimeout(timer);
  }, [values]);
  return idle;
}

/** What is wrong with a field, whatever the entry is called; also of one part of a list. */
function mistakeAt(problem: ApiProblem | null, name: string): string | undefined {
  const at = new RegExp(`^[^.]+\\.[^.]+\\.${name}(\\[\\d+\\])?$`);
  return problem?.errors.find(({ path }) => at.test(path))?.message;
}

interface FieldProps {
  field: FieldWords;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

function RuleField({ field, value, problem, onChange }: FieldProps) {
  const id = useId();
  const described = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const common = { id, className: 'input', 'aria-describedby': described, 'aria-invalid': problem ? true : undefined };
  if (field.type === 'flag') {
    return (
      <label className="check">
        <input type="checkbox" checked={value === 'true'} onChange={(e) => onChange(e.target.checked ? 'true' : '')} />
        {field.label}
      </label>
    );
  }
  return (
    <div className={field.type === 'condition' ? 'field wide' : 'field'}>
      <label htmlFor={id}>{field.label}</label>
      {field.hint && (
        <span className="hint" id={`${id}-hint`}>
          {field.hint}
        </span>
      )}
      {field.type === 'condition' && (
        <textarea
          {...common}
          className="input code"
          rows={2}
          spellCheck={false}
          autoCapitalize="off"
          value={value}
          onChange={(e) => onChange(e.target.value.replaceAll('\n', ' '))}
        />
      )}
      {field.type === 'repeat' && (
        <select {...common} value={value || 'never'} onChange={(e) => onChange(e.target.value)}>
          {REPEATS.map((repeat) => (
            <option key={repeat} value={repeat}>
              {repeat}
            </option>
          ))}
        </select>
      )}
      {field.type !== 'condition' && field.type !== 'repeat' && (
        <input
          {...common}
          inputMode={field.type === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          value={value}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}
