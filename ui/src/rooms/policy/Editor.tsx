import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Policy, PolicyPreview } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field, Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { useZone } from '../../kit/now';
import { Failure } from '../../kit/screens';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { useMe } from '../session/use-session';
import { instantOf, wallOf } from '../simulation/axis';
import { Checks } from './Checks';
import { changes } from './diff';
import {
  type Draft,
  draftOf,
  hasMistakes,
  hoursOf,
  mistakeOfWord,
  newCase,
  newDraft,
  policyOf,
  type Section,
  severitiesOf,
  yamlOf,
} from './draft';
import { defaultMatrix } from './matrix';
import { SectionForm } from './SectionForm';
import { remove, save, useIdle, usePreview } from './use-policies';
import { WhatIf } from './WhatIf';
import { findingWords, type Targets, targetWords } from './wording';

interface EditorProps {
  /** Null for a new one. */
  policy: Policy | null;
  known: Targets;
  onReload: () => void;
}

/** One policy with what it would do beside it. Nothing is saved before somebody has seen what changes. */
export function Editor({ policy, known, onReload }: EditorProps) {
  const { administrator } = useMe();
  const zone = useZone();
  const [, navigate] = useLocation();
  const [base] = useState(() => ({
    version: policy?.version ?? 0,
    draft: policy ? draftOf(policy.policy) : newDraft(),
  }));
  const [draft, setDraft] = useState<Draft>(base.draft);
  const [word, setWord] = useState(policy?.word ?? '');
  const [shown, setShown] = useState<number>(base.draft[0]?.id ?? 0);
  const [wall, setWall] = useState(() => wallOf(Date.now(), zone));
  const [severity, setSeverity] = useState('critical');
  const [service, setService] = useState('');
  const [dialog, setDialog] = useState<'save' | 'remove' | null>(null);

  const owner = policy && policy.origin !== 'api' ? policy.origin : null;
  const mayChange = administrator && !owner;
  const written = policyOf(draft);
  const at = instantOf(wall, zone);
  const asked = useIdle({
    word: word.trim(),
    policy: written,
    severity,
    isNew: policy === null,
    ...(at ? { at } : {}),
    ...(service ? { service } : {}),
  });
  const preview = usePreview(asked);
  const result = preview.data;
  const mistakes = result?.mistakes ?? [];
  const differences = policy
    ? changes(base.draft, draft, (target) => targetWords(target, known))
    : [`A new policy of ${draft[0]?.steps.length ?? 0} steps.`];
  const isChanged = policy === null || differences.length > 0;
  // A page that was only just opened has done nothing wrong.
  const isTouched = policy !== null || word !== '' || draft !== base.draft;
  const next = (policy?.version ?? 0) + 1;
  const isCurrent = !preview.isPlaceholderData && JSON.stringify(asked.policy) === JSON.stringify(written);
  const canSave = mayChange && isChanged && isCurrent && result?.canSave === true;
  const section = draft.find(({ id }) => id === shown) ?? (draft[0] as Section);

  const change = (changed: Section) => setDraft(draft.map((one) => (one.id === changed.id ? changed : one)));
  const choose = (chosen: Section) => {
    setShown(chosen.id);
    const first = severitiesOf(chosen.raw)[0];
    if (first) setSeverity(first);
  };
  const addCase = () => {
    const added = newCase();
    setDraft([...draft, added]);
    choose(added);
  };
  const discard = () => {
    if (policy === null) navigate('/policies');
    else onReload();
  };
  const buttons = (isThumb: boolean) => (
    <>
      <button type="button" className="button" onClick={discard} disabled={!isChanged}>
        Discard
      </button>
      <button
        type="button"
        className={blockedBy(result) ? 'button' : 'button primary'}
        disabled={!canSave}
        onClick={() => setDialog('save')}
      >
        {isThumb ? 'Save' : `Save version ${next}`}
      </button>
    </>
  );
  return (
    <div className="screen">
      <p className="bar">
        <Link className="tap back" href="/policies">
          <Icon name="left" small /> Policies
        </Link>
      </p>
      <header className="page-head">
        <div>
          <h1>{policy ? `Policy “${policy.word}”` : 'New policy'}</h1>
          <p>{headWords(policy, isChanged)}</p>
        </div>
        {mayChange && <div className="actions wide-only">{buttons(false)}</div>}
      </header>
      <div className="stack">
        {policy && policy.version !== base.version && (
          <div className="banner" role="status">
            <Icon name="alert" />
            <p>
              <b>Version {policy.version} was saved while you were here.</b> What you save replaces it.
            </p>
            <button type="button" className="button" onClick={onReload}>
              Show version {policy.version}
            </button>
          </div>
        )}
        {owner && <Owned word={word} owner={owner} yaml={yamlOf(word, policyOf(base.draft))} />}
        {!owner && !administrator && (
          <p className="meta">Only administrators change policies. What it would do stands beside it.</p>
        )}
        {isCurrent && result && mayChange && isTouched && <Blocked result={result} />}
        {preview.error && (
          <Failure
            what="What it would do could not be worked out."
            problem={preview.error}
            onRetry={() => void preview.refetch()}
          />
        )}
        <div className="columns policy">
          <section aria-label="Steps" className="stack tight">
            {policy === null && (
              <Field
                label="Word"
                hint="How services name it, such as payments"
                value={word}
                autoComplete="off"
                maxLength={63}
                problem={word ? mistakeOfWord(mistakes) : undefined}
                onChange={(event) => setWord(event.target.value)}
              />
            )}
            {policy === null && mayChange && draft === base.draft && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  const matrix = draftOf(defaultMatrix(known));
                  setDraft(matrix);
                  setShown((matrix[1] ?? matrix[0])?.id ?? 0);
                }}
              >
                <Icon name="steps" small /> Begin with the usual three levels
              </button>
            )}
            {(draft.length > 1 || mayChange) && (
              <nav className="tabs policy-cases" aria-label="Cases">
                {[...draft.slice(1), ...draft.slice(0, 1)].map((one) => (
                  <button
                    key={one.id}
                    type="button"
                    className="tab"
                    aria-current={one.id === section.id || undefined}
                    onClick={() => choose(one)}
                  >
                    {tabWords(one, draft)}
                    {hasMistakes(mistakes, draft, one) && (
                      <>
                        <Icon name="alert" small />
                        <span className="unseen">, has a mistake</span>
                      </>
                    )}
                  </button>
                ))}
                {mayChange && (
                  <button type="button" className="tab" onClick={addCase}>
                    <Icon name="plus" small /> Add a case
                  </button>
                )}
              </nav>
            )}
            <SectionForm
              key={section.id}
              draft={draft}
              section={section}
              known={known}
              mistakes={mistakes}
              mayChange={mayChange}
              onChange={change}
              onMove={(by) => setDraft(movedCase(draft, section, by))}
              onRemove={() => {
                setDraft(draft.filter(({ id }) => id !== section.id));
                setShown(draft[0]?.id ?? 0);
              }}
            />
            {mayChange && policy && (
              <p>
                <button type="button" className="button quiet" onClick={() => setDialog('remove')}>
                  Take this policy away
                </button>
              </p>
            )}
          </section>
          <div className="stack" aria-busy={preview.isFetching}>
            <WhatIf
              run={result?.run ?? null}
              hasMistakes={mistakes.length > 0}
              hasCases={draft.length > 1}
              wall={wall}
              onWall={setWall}
              severity={severity}
              onSeverity={setSeverity}
              services={policy?.services ?? []}
              service={service}
              onService={setService}
            />
            {result?.checks && <Checks checks={result.checks} />}
          </div>
        </div>
      </div>
      {mayChange && <div className="thumb">{buttons(true)}</div>}
      {dialog === 'save' && (
        <SaveDialog
          word={word.trim()}
          written={written}
          version={next}
          differences={differences}
          warnings={result?.checks?.findings.map(findingWords) ?? []}
          onClose={() => setDialog(null)}
          onSaved={() => {
            setDialog(null);
            say(`Version ${next} of ${word.trim()} is in force for incidents that begin now.`);
            if (policy) onReload();
            else navigate(`/policies/${encodeURIComponent(word.trim())}`);
          }}
        />
      )}
      {dialog === 'remove' && policy && (
        <RemoveDialog
          word={policy.word}
          onClose={() => setDialog(null)}
          onRemoved={() => {
            say(`Policy ${policy.word} is taken away.`);
            navigate('/policies');
          }}
        />
      )}
    </div>
  );
}

function headWords(policy: Policy | null, isChanged: boolean): string {
  if (!policy) return 'Not saved yet. A service names it by its word.';
  if (!isChanged) return `Version ${policy.version}.`;
  return `Version ${policy.version + 1}, not saved. Open incidents keep version ${policy.version}.`;
}

/** Short: the whole of it stands in the form. */
function tabWords(section: Section, draft: Draft): string {
  if (!section.isCase) return draft.length > 1 ? 'Otherwise' : 'Always';
  const severities = severitiesOf(section.raw).join(', ');
  const words = [severities, hoursOf(section.raw) && 'some hours'].filter(Boolean).join(', ');
  return `${draft.indexOf(section)}: ${words || 'no case yet'}`;
}

/** Cases are asked in their order; the one for everything has no place among them. */
function movedCase(draft: Draft, section: Section, by: -1 | 1): Draft {
  const from = draft.indexOf(section);
  const to = from + by;
  const other = draft[to];
  if (from < 1 || to < 1 || !other) return draft;
  return draft.map((one, place) => (place === from ? other : place === to ? section : one));
}

const blockedBy = (result: PolicyPreview | undefined) =>
  result?.checks?.findings.find(({ kind, always }) => kind === 'nobody' && always);

/** Why it cannot be saved, and the way to mend it. */
function Blocked({ result }: { result: PolicyPreview }) {
  const deadEnd = blockedBy(result);
  const word = mistakeOfWord(result.mistakes);
  const atSteps = result.mistakes.length - (word ? 1 : 0);
  if (result.mistakes.length > 0) {
    return (
      <div className="banner" role="status">
        <Icon name="alert" />
        <p>
          <b>It cannot be saved yet.</b> {word} {atSteps === 1 && 'A mistake stands at the steps.'}
          {atSteps > 1 && `${atSteps} mistakes stand at the steps.`}
        </p>
      </div>
    );
  }
  if (!deadEnd) return null;
  const schedule = deadEnd.schedules[0];
  return (
    <div className="banner" role="status">
      <Icon name="alert" />
      <p>
        <b>It cannot be saved.</b> {findingWords(deadEnd)} Name somebody else, or put somebody on call.
      </p>
      {schedule && (
        <Link className="button primary" href={`/on-call/${encodeURIComponent(schedule.word)}`}>
          Fill the gap
        </Link>
      )}
    </div>
  );
}

function Owned({ word, owner, yaml }: { word: string; owner: string; yaml: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(yaml);
      say(`Policy ${word} is copied.`);
    } catch {
      say('The browser did not let it be copied. Select the text instead.');
    }
  };
  return (
    <section className="banner policy-owned" aria-label="Described in a file">
      <Icon name="note" />
      <p>
        <b>It is described in {owner}.</b> Change it there and apply the file again.
      </p>
      <button type="button" className="button" onClick={() => void copy()}>
        Copy
      </button>
      <details>
        <summary>As it stands in the file</summary>
        <pre className="code">{yaml}</pre>
      </details>
    </section>
  );
}

interface SaveProps {
  word: string;
  written: Record<string, unknown>;
  version: number;
  differences: string[];
  warnings: string[];
  onClose: () => void;
  onSaved: () => void;
}

function SaveDialog({ word, written, version, differences, warnings, onClose, onSaved }: SaveProps) {
  const { send, problem, isBusy } = useSending();
  const submit = async () => {
    if (await send((key) => save(word, written, key))) onSaved();
  };
  return (
    <Dialog title={`Save version ${version} of ${word}`} onClose={onClose}>
      <div className="stack tight policy-dialog">
        <ul className="policy-changes" aria-label="What changes">
          {differences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {warnings.length > 0 && (
          <ul className="checks" aria-label="Warnings">
            {warnings.map((line) => (
              <li key={line}>
                <Icon name="alert" />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="meta">
          {version > 1
            ? `Open incidents keep version ${version - 1}; those that begin from now on get this one.`
            : 'Nothing uses it until a service names it.'}
        </p>
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="button" className="button primary" disabled={isBusy} onClick={() => void submit()}>
            {isBusy ? 'Saving' : `Save version ${version}`}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Cancel
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function RemoveDialog({ word, onClose, onRemoved }: { word: string; onClose: () => void; onRemoved: () => void }) {
  const { send, problem, isBusy } = useSending();
  const submit = async () => {
    if (await send((key) => remove(word, key))) onRemoved();
  };
  return (
    <Dialog title={`Take ${word} away`} onClose={onClose}>
      <div className="stack tight policy-dialog">
        <p>Open incidents keep it. While a service names it, it stays.</p>
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="button" className="button" disabled={isBusy} onClick={() => void submit()}>
            Take it away
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Keep it
          </button>
        </div>
      </div>
    </Dialog>
  );
}
