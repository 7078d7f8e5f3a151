import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { ScheduleDefinition } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { dayKey } from '../../kit/time';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { useIsNarrow } from '../../kit/wide';
import { FileNote } from '../me/FileNote';
import { useMe } from '../session/use-session';
import { DiffCard } from './DiffCard';
import { blank, type Draft, definitionOf, draftOf, layer, mistakeAt, mistakesElsewhere, moved } from './draft';
import { LayerCard, Lines } from './LayerCard';
import { PlanCard } from './PlanCard';
import './schedule.css';
import { saveSchedule, useDefinition, useDraftPreview } from './use-draft';
import { useEverybody } from './use-duty';
import { useView } from './use-view';
import { askedFor } from './view';
import { ZoneOptions } from './ZoneOptions';

/** A schedule in edit, and what it would be; nothing is saved before somebody says so. Without a word it is a new one. */
export default function EditorPage({ word = null }: { word?: string | null }) {
  const { data, error, refetch } = useDefinition(word);
  const isNowhere = error instanceof ApiProblem && error.status === 404;
  if (word === null || data) return <Editor written={data ?? null} />;
  return (
    <div className="screen">
      <h1 className="unseen">Edit a schedule</h1>
      {!error && <Waiting rows={8} />}
      {isNowhere && (
        <Empty icon="calendar" title="No such schedule" action={<BackTo word={null} />}>
          It may have been renamed or taken out of the configuration.
        </Empty>
      )}
      {error && !isNowhere && (
        <Failure what="The schedule could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function BackTo({ word }: { word: string | null }) {
  return (
    <Link className="tap back" href={word ? `/on-call/${encodeURIComponent(word)}` : '/on-call'}>
      <Icon name="left" small /> {word ? 'To the schedule' : 'On-call'}
    </Link>
  );
}

function Editor({ written }: { written: ScheduleDefinition | null }) {
  const me = useMe();
  const looking = useView();
  const isNarrow = useIsNarrow();
  const [, navigate] = useLocation();
  const [saved] = useState(() =>
    written
      ? draftOf(written.word, written.definition)
      : blank(me.timeZone, `${dayKey(looking.opened, me.timeZone)}T00:00`),
  );
  const [draft, setDraft] = useState(saved);
  const { send, renew, problem, isBusy } = useSending();
  const isTouched = draft !== saved;
  const preview = useDraftPreview(draft, askedFor(looking.view), looking.zone, written !== null || isTouched);
  const { data: everybody } = useEverybody();
  const errors = isTouched && preview.error instanceof ApiProblem ? preview.error.errors : [];
  const problemAt = (field: string) => mistakeAt(errors, draft.word, field);
  const [begun] = useState(written?.version ?? 0);
  const inUse = preview.shown?.version ?? begun;
  const isOvertaken = inUse !== begun;
  const isChanged = useMemo(
    () => JSON.stringify([draft.word, definitionOf(draft)]) !== JSON.stringify([saved.word, definitionOf(saved)]),
    [draft, saved],
  );
  const isFixed = !me.administrator || (written?.file ?? null) !== null;
  const change = (part: Partial<Draft>) => {
    renew();
    setDraft((before) => ({ ...before, ...part }));
  };
  const title = written ? saved.name || written.word : 'New schedule';
  useTitle(written ? `Edit ${title}` : title);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await send((key) => saveSchedule(draft, key)))) return;
    say(`Version ${begun + 1} is in force. What has been does not change.`);
    navigate(`/on-call/${encodeURIComponent(draft.word.trim())}`);
  };
  const isReady =
    isChanged && draft.word.trim() !== '' && preview.isCurrent && !preview.error && !isOvertaken && !isBusy;
  const plan = preview.shown && (
    <PlanCard plan={preview.shown.plan} looking={looking}>
      <p className="meta">
        {errors.length > 0
          ? 'As it was before the last change, which has mistakes.'
          : isChanged
            ? 'As it would be. Nothing is saved yet.'
            : 'As it is.'}
      </p>
    </PlanCard>
  );
  return (
    <div className="screen stack schedule editor">
      <header className="stack tight">
        <p className="bar">
          <BackTo word={written?.word ?? null} />
        </p>
        <h1>{title}</h1>
        {written && <p className="meta">Version {written.version} is in use.</p>}
      </header>
      {written?.file && <FileNote heading="A file describes this schedule" file={written.file} yaml={written.yaml} />}
      {!written?.file && !me.administrator && <p className="meta">Only administrators change a schedule.</p>}
      {!isNarrow && plan}
      <form className="columns editor-columns" onSubmit={(event) => void submit(event)} noValidate>
        <fieldset className="stack" disabled={isFixed}>
          <legend className="unseen">The schedule</legend>
          <Whole draft={draft} isNew={!written} problemAt={problemAt} onChange={change} />
          {draft.layers.map((one, place) => (
            <LayerCard
              key={one.id}
              layer={one}
              place={place}
              of={draft.layers.length}
              people={everybody?.items ?? []}
              problemAt={(field) => problemAt(`layers[${place}]${field && `.${field}`}`)}
              onChange={(part) =>
                change({ layers: draft.layers.map((other) => (other.id === one.id ? { ...other, ...part } : other)) })
              }
              onMove={(by) => change({ layers: moved(draft.layers, place, by) })}
              onRemove={() => change({ layers: draft.layers.filter(({ id }) => id !== one.id) })}
            />
          ))}
          <button
            type="button"
            className="button add-layer"
            onClick={() =>
              change({ layers: [...draft.layers, layer(`${dayKey(looking.opened, draft.timeZone)}T00:00`)] })
            }
          >
            <Icon name="plus" /> Add a layer
          </button>
        </fieldset>
        {!isFixed && (
          <DiffCard draft={errors.length > 0 ? undefined : preview.shown} isOld={!preview.isCurrent}>
            <div className="stack tight">
              {errors.length > 0 && (
                <Problem>
                  {errors.length === 1
                    ? 'One mistake. Nothing is saved; what to write stands beside the field.'
                    : `${errors.length} mistakes. Nothing is saved; what to write stands beside the fields.`}
                </Problem>
              )}
              {mistakesElsewhere(errors, draft.word).map((error) => (
                <Problem key={error.path}>{`${error.path}: ${error.message}`}</Problem>
              ))}
              {isTouched && preview.error && errors.length === 0 && <Problem>{preview.error.message}</Problem>}
              {isOvertaken && (
                <Problem>
                  {written
                    ? `Somebody saved version ${inUse} meanwhile. Nothing of it is lost: reload to see it, then change it again.`
                    : 'There is a schedule of this word already. Write another word.'}
                </Problem>
              )}
              {problem && <Problem>{problem}</Problem>}
              {!isChanged && !isTouched && <p className="meta">Nothing has been changed yet.</p>}
              <div className="actions">
                <button type="submit" className={isReady ? 'button primary' : 'button'} disabled={!isReady}>
                  {isBusy ? 'Saving' : written ? `Save version ${begun + 1}` : 'Save and use it'}
                </button>
                {isTouched && (
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => {
                      renew();
                      setDraft(saved);
                    }}
                  >
                    Discard
                  </button>
                )}
              </div>
            </div>
          </DiffCard>
        )}
      </form>
      {isNarrow && plan}
    </div>
  );
}

interface WholeProps {
  draft: Draft;
  isNew: boolean;
  problemAt: (field: string) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
}

/** What holds for all layers. */
function Whole({ draft, isNew, problemAt, onChange }: WholeProps) {
  return (
    <section className="card" aria-labelledby="whole-heading">
      <div className="card-head">
        <h2 id="whole-heading">Schedule</h2>
      </div>
      <div className="layer-fields">
        <Field
          label="Name"
          placeholder="Payments primary"
          value={draft.name}
          maxLength={100}
          autoComplete="off"
          problem={problemAt('name')}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        {isNew && (
          <Field
            label="Word"
            hint="By which policies ask it: schedule:payments."
            placeholder="payments"
            value={draft.word}
            maxLength={63}
            autoCapitalize="off"
            autoComplete="off"
            problem={problemAt('word')}
            onChange={(event) => onChange({ word: event.target.value })}
          />
        )}
        <div className="field">
          <label htmlFor="schedule-zone">Time zone</label>
          <select
            id="schedule-zone"
            className="input"
            value={draft.timeZone}
            onChange={(event) => onChange({ timeZone: event.target.value })}
          >
            <ZoneOptions chosen={draft.timeZone} />
          </select>
          {problemAt('timeZone') && <Problem>{problemAt('timeZone') ?? ''}</Problem>}
        </div>
        <Field
          label="Told before a shift"
          hint="Such as 2h. Empty: an hour. never: not at all."
          value={draft.remind}
          maxLength={20}
          autoCapitalize="off"
          autoComplete="off"
          problem={problemAt('remind')}
          onChange={(event) => onChange({ remind: event.target.value })}
        />
        <Lines
          label="Holidays"
          hint="Such as 2026-12-25, one on each line. They count in what is fair."
          value={draft.holidays}
          problem={problemAt('holidays')}
          onChange={(holidays) => onChange({ holidays })}
        />
      </div>
      {problemAt('layers') && draft.layers.length === 0 && <Problem>{problemAt('layers') ?? ''}</Problem>}
    </section>
  );
}
