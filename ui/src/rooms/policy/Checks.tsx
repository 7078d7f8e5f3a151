import { Link } from 'wouter';
import type { PolicyChecks, PolicyFinding } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useNow, useZone } from '../../kit/now';
import { longDay } from '../../kit/time';
import { spanWords } from '../schedule/plan';
import { millis } from '../simulation/axis';
import { namesOf } from './night';
import { findingWords } from './wording';

/** How many stretches are written out; the schedule shows the rest. */
const SHOWN = { gaps: 3, others: 1 };

/** What the server found when it looked at the coming weeks. */
export function Checks({ checks }: { checks: PolicyChecks }) {
  const { findings, unready, clockChanges } = checks;
  return (
    <section className="card" aria-labelledby="checks">
      <div className="card-head">
        <h2 id="checks">Checked for the next 8 weeks</h2>
        <span className="meta">
          {checks.moments.toLocaleString()} moments, {millis(checks.every) / 60_000} min apart
        </span>
      </div>
      <ul className="checks">
        {findings.map((finding) => (
          <Finding key={`${finding.kind} ${finding.branch} ${finding.step}`} finding={finding} />
        ))}
        {unready.map(({ person, because }) => (
          <li key={person.id}>
            <Icon name="alert" />
            <span>
              <b>No way reaches {person.name}.</b> <span className="meta">{because}</span>
            </span>
          </li>
        ))}
        {findings.length === 0 && (
          <li>
            <Icon name="check" />
            <span>Every step finds somebody new at every moment.</span>
          </li>
        )}
        {unready.length === 0 && (
          <li>
            <Icon name="check" />
            <span>Everybody who may be asked can be reached.</span>
          </li>
        )}
        {clockChanges.map(({ schedule, timeZone, at, by, covered }) => (
          <li key={`${schedule.id} ${at}`}>
            <Icon name={covered ? 'check' : 'alert'} />
            <span>
              {covered ? '' : <b>Nobody is on call around a clock change. </b>}
              {schedule.name}: the clocks go {by.includes('-') ? 'back' : 'forward'} on{' '}
              {longDay(Date.parse(at), timeZone)} ({timeZone}){covered && ', and somebody is on call around it'}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Finding({ finding }: { finding: PolicyFinding }) {
  const zone = useZone();
  const now = useNow();
  const { kind, schedules, spans, more, people } = finding;
  const schedule = schedules[0];
  const shown = kind === 'nobody' ? SHOWN.gaps : SHOWN.others;
  const hidden = more + Math.max(0, spans.length - shown);
  return (
    <li>
      <Icon name={kind === 'nobody' ? 'x' : 'alert'} />
      <span>
        <b>{findingWords(finding)}</b>{' '}
        {kind !== 'nobody' &&
          people.length > 0 &&
          `${namesOf(people)} ${people.length > 1 ? 'are' : 'is'} asked before.`}
        {!finding.always && (
          <span className="meta">
            {spans
              .slice(0, shown)
              .map(({ from, until }) => spanWords(Date.parse(from), Date.parse(until), zone, now))
              .join('; ')}
            {hidden > 0 && `; and ${hidden.toLocaleString()} times more`}
          </span>
        )}
        {kind === 'nobody' && schedule && (
          <Link href={`/on-call/${encodeURIComponent(schedule.word)}`}>See {schedule.name}</Link>
        )}
      </span>
    </li>
  );
}
