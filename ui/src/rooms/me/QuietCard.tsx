import { useId } from 'react';
import type { Severity } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { useNow } from '../../kit/now';
import { clock, isZone, zones } from '../../kit/time';
import type { Editing } from './WishForm';
import { SEVERITIES } from './wish';

const USUAL = { from: '22:00', until: '07:00', except: ['critical', 'high'] satisfies Severity[] };

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The hours in which nobody may wake the reader, their zone and their number. */
export function QuietCard({ editing }: { editing: Editing }) {
  const { draft, change, problemAt, isFixed } = editing;
  const { quiet } = draft;
  const hours = problemAt('quiet');
  return (
    <section className="card" id="quiet" aria-labelledby="quiet-heading" tabIndex={-1}>
      <div className="card-head">
        <h2 id="quiet-heading">Quiet hours and number</h2>
      </div>
      <fieldset disabled={isFixed} className="stack tight">
        <legend className="unseen">Quiet hours, zone and number</legend>
        <label className="check">
          <input
            type="checkbox"
            checked={quiet !== null}
            onChange={(event) => change({ quiet: event.target.checked ? USUAL : null })}
          />
          I have quiet hours
        </label>
        {quiet && (
          <>
            <div className="two">
              <Field
                label="Quiet from"
                inputMode="numeric"
                maxLength={5}
                placeholder="22:00"
                value={quiet.from}
                problem={hours}
                onChange={(event) => change({ quiet: { ...quiet, from: event.target.value } })}
              />
              <Field
                label="to"
                inputMode="numeric"
                maxLength={5}
                placeholder="07:00"
                value={quiet.until}
                onChange={(event) => change({ quiet: { ...quiet, until: event.target.value } })}
              />
            </div>
            <fieldset>
              <legend className="label">Wake me anyway for</legend>
              <div className="bar">
                {SEVERITIES.map((severity) => (
                  <label className="check" key={severity}>
                    <input
                      type="checkbox"
                      checked={quiet.except.includes(severity)}
                      onChange={(event) => {
                        const others = quiet.except.filter((one) => one !== severity);
                        change({ quiet: { ...quiet, except: event.target.checked ? [...others, severity] : others } });
                      }}
                    />
                    {capital(severity)}
                  </label>
                ))}
              </div>
            </fieldset>
            <p className="meta">
              Everything else waits until they end, also while you are on call. Others are asked as their policy says.
            </p>
          </>
        )}
        <div className="two">
          <Zone value={draft.timeZone} problem={problemAt('timeZone')} onChange={(timeZone) => change({ timeZone })} />
          <Field
            label="Mobile number"
            type="tel"
            autoComplete="tel"
            placeholder="+44 7700 900123"
            value={draft.phone}
            problem={problemAt('phone')}
            onChange={(event) => change({ phone: event.target.value })}
          />
        </div>
      </fieldset>
    </section>
  );
}

interface ZoneProps {
  value: string;
  problem: string | undefined;
  onChange: (zone: string) => void;
}

function Zone({ value, problem, onChange }: ZoneProps) {
  const id = useId();
  const now = useNow();
  return (
    <div className="field">
      <label htmlFor={id}>My zone</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {zones(value).map((zone) => (
          <option key={zone} value={zone}>
            {zone === value && isZone(zone) ? `${zone}, ${clock(now, zone)} now` : zone}
          </option>
        ))}
      </select>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}
