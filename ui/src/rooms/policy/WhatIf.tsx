import { useId } from 'react';
import type { PolicyRun } from '../../api/types';
import { Field } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { useZone } from '../../kit/now';
import { span, zoneName } from '../../kit/time';
import { ticks } from '../simulation/axis';
import { chapters, type Entry, minuteWords, type NightLane, nightLanes, nightLength, story } from './night';

const SEVERITIES = ['critical', 'high', 'medium', 'low'];

interface WhatIfProps {
  run: PolicyRun | null;
  hasMistakes: boolean;
  hasCases: boolean;
  wall: string;
  onWall: (wall: string) => void;
  severity: string;
  onSeverity: (severity: string) => void;
  services: string[];
  service: string;
  onService: (service: string) => void;
}

/** The draft at one moment with real names: on the minutes, and below in words. */
export function WhatIf({ run, hasMistakes, hasCases, wall, services, ...props }: WhatIfProps) {
  const zone = useZone();
  return (
    <section className="card" aria-labelledby="what-if">
      <div className="card-head">
        <h2 id="what-if">What if nobody answers?</h2>
        <span className="meta">calculated on every edit</span>
      </div>
      <div className="policy-ask">
        <Field
          label="At this moment"
          type="datetime-local"
          value={wall}
          onChange={(event) => props.onWall(event.target.value)}
        />
        <Choice
          label="Severity"
          value={props.severity}
          onChange={props.onSeverity}
          options={SEVERITIES.map((one) => [one, one])}
        />
        {services.length > 1 && (
          <Choice
            label="Service"
            value={props.service || (run?.service ?? '')}
            onChange={props.onService}
            options={services.map((one) => [one, one])}
          />
        )}
      </div>
      {run ? (
        <>
          <p className="meta">
            {run.service ? `An incident of ${run.service}` : 'No service uses it yet'}
            {run.branch !== null && `, by case ${run.branch}`}
            {run.branch === null && hasCases && ', for which no case holds'}, times in{' '}
            {zoneName(Date.parse(run.at), zone)}
          </p>
          <Night run={run} />
          <Story run={run} />
        </>
      ) : (
        <p className="meta">
          {hasMistakes ? 'It is worked out once the mistakes at the steps are mended.' : 'Working it out.'}
        </p>
      )}
    </section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: [value: string, words: string][];
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

function Night({ run }: { run: PolicyRun }) {
  const length = nightLength(run);
  const lanes = nightLanes(run);
  const names = new Map(run.people.map(({ word, name }) => [word, name]));
  const at = (after: number) => ({ insetInlineStart: `${(after / length) * 100}%` });
  const all = ticks(length);
  if (lanes.length === 0) return null;
  return (
    <div className="night" aria-hidden="true">
      <div className="night-row night-ticks">
        <span />
        <div className="night-track">
          {all.map((tick) => (
            <span key={tick} className={tick / length > 0.9 ? 'last' : tick === 0 ? 'first' : ''} style={at(tick)}>
              {span(tick)}
            </span>
          ))}
        </div>
      </div>
      {lanes.map((lane) => (
        <div className="night-row" key={`${lane.isPerson} ${lane.name}`}>
          <b className="night-name">{names.get(lane.name) ?? lane.name}</b>
          <div className="night-track">
            {all.map((tick) => (
              <i key={tick} style={at(tick)} />
            ))}
            <Blocks lane={lane} length={length} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Blocks({ lane, length }: { lane: NightLane; length: number }) {
  return lane.blocks.map((block) => (
    <span
      key={block.step}
      className={block.isLost ? 'night-block unreached' : block.isAgain ? 'night-block again' : 'night-block'}
      style={{
        insetInlineStart: `${(block.from / length) * 100}%`,
        inlineSize: `${((block.to - block.from) / length) * 100}%`,
      }}
    >
      {block.isLost ? <Icon name="x" small /> : block.isAgain && <Icon name="alert" small />}
      {block.isLost ? 'not reached' : block.isAgain ? 'again' : block.channels.join(', ')}
    </span>
  ));
}

/** The further rounds mostly say the same again, so they are folded. */
function Story({ run }: { run: PolicyRun }) {
  const all = chapters(story(run));
  if (all.length === 0) return <p className="meta">Nobody would be told.</p>;
  return all.map(({ round, entries }) =>
    round === null ? (
      <Entries key={entries[0]?.key} entries={entries} />
    ) : (
      <details key={round} className="night-round">
        <summary>
          Round {round} begins with step 1 again after {minuteWords(entries[0]?.after ?? 0)}
        </summary>
        <Entries entries={entries} />
      </details>
    ),
  );
}

function Entries({ entries }: { entries: Entry[] }) {
  return (
    <ol className="story night-story">
      {entries.map((entry) => (
        <li key={entry.key}>
          <time>{minuteWords(entry.after)}</time>
          <span className="dot">
            <Icon name={entry.icon} />
          </span>
          <div>
            <p>{entry.isLost || entry.detail ? <b>{entry.title}</b> : entry.title}</p>
            {entry.detail && <span className="meta">{entry.detail}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
