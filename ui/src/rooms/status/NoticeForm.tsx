import { type FormEvent, useId, useState } from 'react';
import type {
  ComponentState,
  Notice,
  NoticeKind,
  NoticeState,
  NoticeWish,
  PlannedTime,
  PostWish,
  ServiceOnPage,
  Visibility,
} from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Waiting } from '../../kit/screens';
import { useSending } from '../../kit/use-sending';
import { Affected } from './Affected';
import { Preview } from './Preview';
import { publish, update, useComponents } from './use-status';
import { affectedAt, affectedOf, NOTICE_WORDS, STATES } from './wording';

interface Start {
  /** The notice that more is said about; a new one without it. */
  notice?: Notice | undefined;
  /** Where it comes from: the incident that it is about, and its service. Nothing else of it is taken over. */
  incident?: string | null;
  service?: string | null;
}

/** Writes a notice or more of one; what is written is looked at before anybody else can. */
export function NoticeForm({ start, onClose }: { start: Start; onClose: (isDone: boolean) => void }) {
  const { data, isPending } = useComponents(true);
  const shown = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Dialog title={start.notice ? 'Update the notice' : 'Publish a notice'} onClose={() => onClose(false)}>
      {isPending ? <Waiting rows={4} /> : <Writing start={start} shown={shown} onClose={onClose} />}
    </Dialog>
  );
}

interface WritingProps {
  start: Start;
  shown: ServiceOnPage[];
  onClose: (isDone: boolean) => void;
}

function Writing({ start, shown, onClose }: WritingProps) {
  const { notice } = start;
  const isNamed = shown.some(({ service }) => service.id === start.service);
  const [kind, setKind] = useState<NoticeKind>(notice?.kind ?? 'incident');
  const [state, setState] = useState<NoticeState>(notice?.state ?? 'investigating');
  // Nobody publishes to everybody because a form stood so: it is chosen.
  const [visibility, setVisibility] = useState<Visibility | null>(notice?.visibility ?? null);
  const [title, setTitle] = useState(notice?.subject.title ?? '');
  const [text, setText] = useState('');
  const [affected, setAffected] = useState<ReadonlyMap<string, ComponentState>>(() =>
    notice ? affectedOf(notice) : new Map(isNamed && start.service ? [[start.service, 'degraded']] : []),
  );
  const [planned, setPlanned] = useState<PlannedTime | null>(notice?.posts[0]?.planned ?? null);
  const [isLookedAt, setLookedAt] = useState(false);
  const { send, renew, problem, isBusy } = useSending();

  const post: PostWish = {
    state,
    text: text.trim(),
    affected: affectedAt(state, affected),
    ...(planned && kind === 'maintenance' ? { planned } : {}),
  };
  const choose = (next: NoticeKind) => {
    setKind(next);
    setState(STATES[next][0] as NoticeState);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLookedAt(true);
  };
  const confirm = async () => {
    const wish: NoticeWish = { kind, visibility: visibility ?? 'private', title: title.trim(), post };
    if (start.incident) wish.incident = start.incident;
    const isSent = await send((key) => (notice ? update(notice.id, post, key) : publish(wish, key)));
    if (isSent) onClose(true);
  };
  const unread = useId();

  if (isLookedAt && visibility) {
    return (
      <Preview
        title={title}
        post={post}
        visibility={visibility}
        shown={shown}
        problem={problem}
        isBusy={isBusy}
        onBack={() => {
          renew();
          setLookedAt(false);
        }}
        onConfirm={() => void confirm()}
      />
    );
  }
  return (
    <form className="stack notice-form" onSubmit={submit}>
      {!notice && (
        <>
          <Choice
            legend="What is it?"
            name="kind"
            chosen={kind}
            options={[
              ['incident', 'An incident'],
              ['maintenance', 'A maintenance'],
            ]}
            onChoose={choose}
          />
          <Choice
            legend="Who will read it?"
            name="visibility"
            chosen={visibility}
            options={[
              ['public', 'Everybody'],
              ['private', 'Only people who are signed in'],
            ]}
            onChoose={setVisibility}
          />
          <Field
            label="Title"
            hint="What somebody outside notices, in their words."
            value={title}
            maxLength={200}
            required
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
          />
        </>
      )}
      <div className="field">
        <label htmlFor={`${unread}-state`}>How far is it?</label>
        <select
          id={`${unread}-state`}
          className="input"
          value={state}
          onChange={(event) => setState(event.target.value as NoticeState)}
        >
          {STATES[kind].map((one) => (
            <option key={one} value={one}>
              {NOTICE_WORDS[one]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${unread}-text`}>Text</label>
        <span className="hint" id={`${unread}-hint`}>
          What fails, what still works, when you will write again. No names of people or machines.
        </span>
        <textarea
          id={`${unread}-text`}
          className="input"
          rows={4}
          maxLength={5000}
          required
          aria-describedby={`${unread}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {kind === 'maintenance' && <Plan planned={planned} isNeeded={state === 'scheduled'} onPlan={setPlanned} />}
      <Affected shown={shown} affected={affected} onChange={setAffected} />
      {start.service && !isNamed && !notice && (
        <p className="meta">The service of this incident is not shown on the status page, so it cannot be named.</p>
      )}
      <div className="actions">
        <button type="submit" className="button primary">
          <Icon name="book" small /> Look at it first
        </button>
        <button type="button" className="button quiet" onClick={() => onClose(false)}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  name: string;
  chosen: T | null;
  options: [T, string][];
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ legend, name, chosen, options, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map(([value, word]) => (
        <label key={value} className="check">
          <input
            type="radio"
            name={name}
            value={value}
            required
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

/** As a field for local times wants it. */
function local(at: string | undefined): string {
  if (!at) return '';
  const time = new Date(at);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface PlanProps {
  planned: PlannedTime | null;
  isNeeded: boolean;
  onPlan: (planned: PlannedTime | null) => void;
}

function Plan({ planned, isNeeded, onPlan }: PlanProps) {
  const [from, setFrom] = useState(local(planned?.from));
  const [until, setUntil] = useState(local(planned?.until));
  const plan = (begin: string, end: string) => {
    setFrom(begin);
    setUntil(end);
    const isWhole = begin !== '' && end !== '';
    onPlan(isWhole ? { from: new Date(begin).toISOString(), until: new Date(end).toISOString() } : null);
  };
  return (
    <div className="bar plan">
      <Field
        label="Begins"
        hint="In this browser's time zone."
        type="datetime-local"
        value={from}
        required={isNeeded}
        onChange={(event) => plan(event.target.value, until)}
      />
      <Field
        label="Ends"
        hint="The page says it in UTC."
        type="datetime-local"
        value={until}
        min={from}
        required={isNeeded}
        onChange={(event) => plan(from, event.target.value)}
      />
    </div>
  );
}
