import { type FormEvent, useId, useState } from 'react';
import { useSearch } from 'wouter';
import type { SimulatedLine, SimulationView } from '../../api/types';
import { Field } from '../../kit/field';
import { useZone } from '../../kit/now';
import { Failure, useTitle } from '../../kit/screens';
import { clockSeconds, fullClock, span, zones } from '../../kit/time';
import { Axis } from './Axis';
import { instantOf, millis, wallOf } from './axis';
import './simulation.css';
import { useEverybody, useServiceWords, useSimulation } from './use-simulation';

const SEVERITIES = ['critical', 'high', 'medium', 'low'];
const CHANNELS = ['email', 'webhook'];

/** What would happen if something were detected then: who would be told how, until somebody would have it. */
export default function SimulationPage() {
  useTitle('Simulate');
  const mine = useZone();
  const asked = new URLSearchParams(useSearch());
  const [service, setService] = useState(asked.get('service') ?? '');
  const [severity, setSeverity] = useState('critical');
  const [zone, setZone] = useState(mine);
  const [wall, setWall] = useState(() => wallOf(Date.now(), mine));
  const [person, setPerson] = useState('');
  const [minutes, setMinutes] = useState('3');
  const [down, setDown] = useState('');
  const [shownZone, setShownZone] = useState(mine);
  const { data: people } = useEverybody();
  const { data: view, error, mutate, variables, isPending } = useSimulation();
  const names = new Map(people?.items.map((one) => [one.word, one.name]));
  const at = instantOf(wall, zone);

  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!at || !service.trim()) return;
    setShownZone(zone);
    mutate({
      detection: { service: service.trim(), key: 'simulation', severity, summary: 'Simulation' },
      at,
      assume: { answers: person ? { [person]: `${minutes}m` } : {}, down: down ? [down] : [] },
    });
  };

  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Simulate</h1>
          <p>Who would be told how, until somebody would have it. Nobody is told, and nothing is changed.</p>
        </div>
      </div>
      <form className="card simulation-form" onSubmit={ask}>
        <ServiceField value={service} onChange={setService} />
        <Choice
          label="Severity"
          value={severity}
          onChange={setSeverity}
          options={SEVERITIES.map((one) => [one, one])}
        />
        <Field
          label="When"
          type="datetime-local"
          required
          value={wall}
          onChange={(event) => setWall(event.target.value)}
        />
        <Choice label="Time zone" value={zone} onChange={setZone} options={zones(mine).map((one) => [one, one])} />
        <Choice
          label="Who answers"
          value={person}
          onChange={setPerson}
          options={[['', 'nobody'], ...[...names].map(([word, name]): [string, string] => [word, name])]}
        />
        <Field
          label="Minutes after being told"
          type="number"
          min={0}
          max={10_000}
          disabled={!person}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Choice
          label="Provider that is down"
          value={down}
          onChange={setDown}
          options={[['', 'none'], ...CHANNELS.map((one): [string, string] => [one, one])]}
        />
        <button type="submit" className="button primary" disabled={isPending || !at || !service.trim()}>
          {isPending ? 'Simulating' : 'Simulate'}
        </button>
      </form>
      {error && (
        <Failure what="It could not be simulated." problem={error} onRetry={() => variables && mutate(variables)} />
      )}
      {view && <Result view={view} names={names} zone={shownZone} />}
    </div>
  );
}

function ServiceField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const list = useId();
  const { data } = useServiceWords(value);
  return (
    <>
      <Field
        label="Service"
        required
        list={list}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {data?.items.map((one) => (
          <option key={one.word} value={one.word}>
            {one.name}
          </option>
        ))}
      </datalist>
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Result({ view, names, zone }: { view: SimulationView; names: Map<string, string>; zone: string }) {
  const at = Date.parse(view.at);
  return (
    <section className="card" aria-labelledby="simulated">
      <div className="card-head">
        <h2 id="simulated">{fullClock(at, zone, Date.now())}</h2>
        {view.policy && (
          <span className="meta">
            policy {view.policy.word}, version {view.policy.version}
          </span>
        )}
      </div>
      <ul className="verdicts">
        <Verdict word="Reached" length={view.reachedAfter} otherwise="nobody" />
        <Verdict word="Has it" length={view.answeredAfter} otherwise="nobody" />
        <Verdict word="Asked in vain" length={view.exhaustedAfter} otherwise="no" />
      </ul>
      <Axis view={view} names={names} />
      <table className="table cards">
        <caption>Minute by minute</caption>
        <thead>
          <tr>
            <th scope="col">After</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">How</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never move
            <Row key={nth} line={line} names={names} zone={zone} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Verdict({ word, length, otherwise }: { word: string; length: string | null; otherwise: string }) {
  return (
    <li>
      <span className="meta">{word}</span> <b>{length === null ? otherwise : `after ${span(millis(length))}`}</b>
    </li>
  );
}

function Row({ line, names, zone }: { line: SimulatedLine; names: Map<string, string>; zone: string }) {
  const who = line.person ?? line.webhook;
  const how = [line.channel, line.outcome].filter(Boolean).join(', ');
  return (
    <tr className={line.outcome === 'nobody' || line.outcome === 'given up' ? 'simulated-lost' : undefined}>
      <td>
        <b>{span(millis(line.after))}</b> <span className="meta">{clockSeconds(Date.parse(line.at), zone)}</span>
      </td>
      <td data-label="what">{line.what}</td>
      <td data-label={who ? 'who' : undefined}>{who ? (names.get(who) ?? who) : ''}</td>
      <td data-label={how ? 'how' : undefined}>{how}</td>
      <td data-label="because">
        {line.because}
        {line.said && <span className="meta"> {line.said}</span>}
      </td>
    </tr>
  );
}
