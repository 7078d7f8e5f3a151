import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { Dashboard, PanelWord } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { Failure, Waiting } from '../../kit/screens';
import { useSending } from '../../kit/use-sending';
import { BoardTabs } from './BoardTabs';
import { PlaceChoice, SeverityChoice } from './choices';
import { added, changed, type Draft, MOST_PANELS, moved, type PanelDraft, removed, wishOf } from './draft';
import './measure.css';
import { saveBoard, useBoard, usePanelWords } from './use-boards';
import { PERIODS } from './use-measures';

const GROUPS: [PanelWord['group'], string][] = [
  ['executive', 'Executive'],
  ['operational', 'Operational'],
  ['technical', 'Technical'],
  ['goals', 'Goals'],
];

/** A board before it is edited. */
export function Loaded({ word, children }: { word: string; children: (board: Dashboard) => React.ReactNode }) {
  const { data, error, isPending, refetch } = useBoard(word);
  if (isPending) return <Waiting rows={6} />;
  if (!data) return <Failure what="The board could not be loaded." problem={error} onRetry={() => void refetch()} />;
  return children(data);
}

export function BoardEditor({ word, begin }: { word: string | null; begin: Draft }) {
  const [, go] = useLocation();
  const [draft, setDraft] = useState(begin);
  const [mistakes, setMistakes] = useState<string[]>([]);
  const { data: words } = usePanelWords();
  const { send, renew, problem, isBusy } = useSending();
  const change = (next: Draft) => {
    renew();
    setMistakes([]);
    setDraft(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await send(async (key) => {
      try {
        const saved = await saveBoard(word, wishOf(draft), key);
        go(`/insights/boards/${encodeURIComponent(saved.word)}`);
      } catch (failure) {
        if (failure instanceof ApiProblem) setMistakes(failure.errors.map(({ path, message }) => told(path, message)));
        throw failure;
      }
    });
  };
  const back = word ? `/insights/boards/${encodeURIComponent(word)}` : '/insights/boards';
  return (
    <div className="screen insights">
      <div className="page-head">
        <div>
          <h1>{word ? `Edit ${begin.name}` : 'Make a board'}</h1>
          <p>Everybody who signs in sees it; only you and administrators change it.</p>
        </div>
      </div>
      <BoardTabs board="own" />
      <form className="stack board-form" onSubmit={(event) => void submit(event)}>
        <Field
          label="Name"
          value={draft.name}
          maxLength={60}
          required
          onChange={(event) => change({ ...draft, name: event.target.value })}
        />
        <fieldset className="bar">
          <legend>What it looks at, where a panel says nothing else</legend>
          <select
            className="input"
            aria-label="Period"
            value={draft.range}
            onChange={(event) => change({ ...draft, range: event.target.value })}
          >
            {PERIODS.map(({ days, word: name }) => (
              <option key={days} value={`${days}d`}>
                {name}
              </option>
            ))}
          </select>
          <PlaceChoice what="team" value={draft.team} onChange={(team) => change({ ...draft, team })} />
          <PlaceChoice what="service" value={draft.service} onChange={(service) => change({ ...draft, service })} />
          <SeverityChoice value={draft.severity} onChange={(severity) => change({ ...draft, severity })} />
        </fieldset>
        {words ? <PanelRows draft={draft} words={words} onChange={change} /> : <Waiting rows={3} />}
        {problem && <Problem>{problem}</Problem>}
        {mistakes.length > 0 && (
          <ul aria-label="What is wrong" className="mistakes">
            {mistakes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        <div className="actions">
          <button type="submit" className="button primary" disabled={isBusy || draft.panels.length === 0}>
            {isBusy ? 'Saving' : 'Save'}
          </button>
          <Link className="button quiet" href={back}>
            Cancel
          </Link>
        </div>
      </form>
    </div>
  );
}

/** `Panel 2: ...`: the place as it is counted here. */
export function told(path: string, message: string): string {
  const at = /\.panels\[(\d+)\]/.exec(path)?.[1];
  return at === undefined ? message : `Panel ${Number(at) + 1}: ${message}`;
}

function PanelRows({ draft, words, onChange }: { draft: Draft; words: PanelWord[]; onChange: (next: Draft) => void }) {
  const [spoken, setSpoken] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<string | null>(null);
  const name = (show: string) => words.find((one) => one.show === show)?.title ?? show;
  // What was moved keeps the focus; its place has changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the order
  useEffect(() => {
    if (focus.current) list.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  }, [draft.panels]);
  const move = (panel: PanelDraft, by: -1 | 1) => {
    const next = moved(draft, panel.key, by);
    if (next === draft) return;
    focus.current = `[data-key="${panel.key}"] [data-move="${by}"]`;
    setSpoken(`${name(panel.show)} is now ${next.panels.indexOf(panel) + 1} of ${next.panels.length}.`);
    onChange(next);
  };
  const remove = (panel: PanelDraft) => {
    const at = draft.panels.indexOf(panel);
    const neighbour = draft.panels[at + 1] ?? draft.panels[at - 1];
    focus.current = neighbour ? `[data-key="${neighbour.key}"] [data-remove]` : null;
    setSpoken(`${name(panel.show)} was taken off.`);
    onChange(removed(draft, panel.key));
  };
  const isFull = draft.panels.length >= MOST_PANELS;
  return (
    <section className="stack tight" aria-label="Panels">
      <h2>Panels</h2>
      {draft.panels.length === 0 && <p className="meta">None yet. Add the first one below.</p>}
      <ol className="panel-rows" ref={list}>
        {draft.panels.map((panel, at) => (
          <li
            key={panel.key}
            data-key={panel.key}
            className="bar"
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(panel, event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            <span className="panel-name">
              {at + 1}. {name(panel.show)}
            </span>
            <PlaceChoice
              what="service"
              label={`Service of panel ${at + 1}`}
              value={panel.service}
              onChange={(service) => onChange(changed(draft, panel.key, { service }))}
            />
            <SeverityChoice
              label={`Severity of panel ${at + 1}`}
              value={panel.severity}
              onChange={(severity) => onChange(changed(draft, panel.key, { severity }))}
            />
            <span className="bar">
              <button
                type="button"
                className="button"
                data-move="-1"
                aria-disabled={at === 0}
                aria-label={`Move ${name(panel.show)} up`}
                onClick={() => move(panel, -1)}
              >
                Up
              </button>
              <button
                type="button"
                className="button"
                data-move="1"
                aria-disabled={at === draft.panels.length - 1}
                aria-label={`Move ${name(panel.show)} down`}
                onClick={() => move(panel, 1)}
              >
                Down
              </button>
              <button
                type="button"
                className="button quiet"
                data-remove
                aria-label={`Take ${name(panel.show)} off`}
                onClick={() => remove(panel)}
              >
                Take off
              </button>
            </span>
          </li>
        ))}
      </ol>
      <span role="status" className="unseen">
        {spoken}
      </span>
      <p className="meta">
        {isFull
          ? `A board has ${MOST_PANELS} panels at most.`
          : 'Alt and the arrow keys move the panel that has the focus.'}
      </p>
      {!isFull && <Adding words={words} onAdd={(show) => onChange(added(draft, show))} />}
    </section>
  );
}

function Adding({ words, onAdd }: { words: PanelWord[]; onAdd: (show: string) => void }) {
  const [show, setShow] = useState(words[0]?.show ?? '');
  const about = words.find((one) => one.show === show)?.about;
  return (
    <div className="bar">
      <select
        className="input"
        aria-label="Another panel"
        value={show}
        onChange={(event) => setShow(event.target.value)}
      >
        {GROUPS.map(([group, title]) => (
          <optgroup key={group} label={title}>
            {words
              .filter((one) => one.group === group)
              .map((one) => (
                <option key={one.show} value={one.show}>
                  {one.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <button type="button" className="button" onClick={() => onAdd(show)}>
        Add
      </button>
      {about && <span className="meta">{about}</span>}
    </div>
  );
}
