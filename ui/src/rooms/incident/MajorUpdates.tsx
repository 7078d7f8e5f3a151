import { type FormEvent, useRef, useState } from 'react';
import { newKey } from '../../api/client';
import type { Incident, Major } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Clock, Countdown } from '../../kit/moments';
import { say } from '../../kit/toasts';
import { minutesWord } from './major-wording';
import { doMajor, reasonOf } from './use-major';

const LONGEST = 4000;
const PROMISES = [5, 10, 15, 20, 30, 45, 60, 120, 240];

/** What stakeholders heard last and when they hear next, with the form that tells them. */
export function MajorUpdates({ incident, major }: { incident: Incident; major: Major }) {
  const [isWriting, setWriting] = useState(false);
  return (
    <section className="major-part" aria-label="Updates for stakeholders">
      <h2>Next update</h2>
      <p className="major-due">
        {major.updateDueAt ? (
          <Countdown
            to={major.updateDueAt}
            due={
              <>
                <b className="major-late">
                  <Icon name="alert" /> Overdue
                </b>{' '}
                since <Clock at={major.updateDueAt} isBare />
              </>
            }
          >
            {(left) => (
              <>
                <span className="figure">{left}</span> <span className="meta">until stakeholders hear again</span>
              </>
            )}
          </Countdown>
        ) : (
          <span className="meta">None is due any more.</span>
        )}
      </p>
      {major.lastUpdate ? (
        <blockquote className="major-last">
          <p className="said">{major.lastUpdate.text}</p>
          <p className="meta">
            <Clock at={major.lastUpdate.at} />, {major.lastUpdate.by.name}
          </p>
        </blockquote>
      ) : (
        <p className="meta">Stakeholders have heard nothing yet.</p>
      )}
      {isWriting ? (
        <UpdateForm incident={incident} major={major} onDone={() => setWriting(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setWriting(true)}>
          <Icon name="send" small /> {major.state === 'declared' ? 'Post an update' : 'Post a last word'}
        </button>
      )}
    </section>
  );
}

function UpdateForm({ incident, major, onDone }: { incident: Incident; major: Major; onDone: () => void }) {
  const usual = Math.round(major.updateEverySeconds / 60);
  const [text, setText] = useState('');
  const [next, setNext] = useState(usual);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const intention = useRef({ text: '', key: '' });
  const isOn = major.state === 'declared';
  const promises = [...new Set([...PROMISES, usual])].sort((a, b) => a - b);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const update = text.trim();
    if (!update || isBusy) return;
    // The same words are the same intention: sent again after a failure, they are posted once.
    const intended = `${next} ${update}`;
    if (intention.current.text !== intended) intention.current = { text: intended, key: newKey() };
    setBusy(true);
    setProblem(null);
    try {
      const body = isOn ? { text: update, nextInMinutes: next } : { text: update };
      await doMajor(incident, 'updates', body, intention.current.key);
      say('Stakeholders are told.');
      onDone();
    } catch (failure) {
      setProblem(`It is not posted. ${reasonOf(failure)} Your text is still here.`);
      setBusy(false);
    }
  };
  return (
    <form className="stack tight" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="update-text">What stakeholders read</label>
        <textarea
          id="update-text"
          className="input"
          rows={3}
          maxLength={LONGEST}
          placeholder="What is broken for whom, what you do about it"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {isOn && (
        <div className="field">
          <label htmlFor="update-next">They hear again in</label>
          <select
            id="update-next"
            className="input"
            value={next}
            onChange={(event) => setNext(Number(event.target.value))}
          >
            {promises.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutesWord(minutes)}
              </option>
            ))}
          </select>
        </div>
      )}
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="submit" className="button primary" disabled={isBusy || !text.trim()}>
          {isBusy ? 'Posting' : 'Post'}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          Not now
        </button>
      </div>
    </form>
  );
}
