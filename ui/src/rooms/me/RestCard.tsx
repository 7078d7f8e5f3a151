import { useState } from 'react';
import type { MyReach, Severity } from '../../api/types';
import { Problem } from '../../kit/field';
import { useNow, useZone } from '../../kit/now';
import { clock, dayKey } from '../../kit/time';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { beginRest, endRest, type RestWish } from './use-reach';
import { SEVERITIES } from './wish';
import { restWords } from './wording';

const USUAL: Severity[] = ['critical', 'high'];

const LASTING = [
  { lasting: '30m', words: '30 min' },
  { lasting: '1h', words: '1 h' },
  { lasting: '2h', words: '2 h' },
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** To be left alone for now: how long, and what comes through all the same. Nobody else takes the shift. */
export function RestCard({ rest }: { rest: MyReach['rest'] }) {
  const zone = useZone();
  const now = useNow();
  const [chosen, setChosen] = useState<Severity[] | null>(null);
  const { send, renew, problem, isBusy } = useSending();
  const { until, morning } = rest;
  const except = chosen ?? (until ? (rest.except as Severity[]) : USUAL);
  const isNextDay = morning !== null && dayKey(Date.parse(morning), zone) !== dayKey(now, zone);
  const begin = async (how: Omit<RestWish, 'except'>) => {
    renew();
    if (await send((key) => beginRest({ ...how, except }, key))) setChosen(null);
  };
  const end = async () => {
    renew();
    if (!(await send(endRest))) return;
    setChosen(null);
    say('You are reached as usual again. What waited comes now.');
  };
  return (
    <section className="card rest" id="rest" aria-labelledby="rest-heading" tabIndex={-1}>
      <div className="card-head">
        <h2 id="rest-heading">{until ? `Do not disturb until ${clock(Date.parse(until), zone)}` : 'Do not disturb'}</h2>
        {until && (
          <button type="button" className="button end" disabled={isBusy} onClick={() => void end()}>
            End now
          </button>
        )}
      </div>
      <div className="stack tight">
        <p>{restWords(until ? rest.except : except, until !== null)}</p>
        <fieldset>
          <legend className="label">Comes through all the same</legend>
          <div className="bar">
            {SEVERITIES.map((severity) => (
              <label className="check" key={severity}>
                <input
                  type="checkbox"
                  checked={except.includes(severity)}
                  onChange={(event) => {
                    const others = except.filter((one) => one !== severity);
                    setChosen(event.target.checked ? [...others, severity] : others);
                  }}
                />
                {capital(severity)}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="actions">
          <legend className="label">{until ? 'From now on, instead' : 'From now on'}</legend>
          {LASTING.map(({ lasting, words }) => (
            <button
              key={lasting}
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void begin({ lasting })}
            >
              {words}
            </button>
          ))}
          {morning && (
            <button type="button" className="button" disabled={isBusy} onClick={() => void begin({ until: morning })}>
              until {clock(Date.parse(morning), zone)}
              {isNextDay && ' tomorrow'}
            </button>
          )}
        </fieldset>
        {problem && <Problem>{problem}</Problem>}
      </div>
    </section>
  );
}
