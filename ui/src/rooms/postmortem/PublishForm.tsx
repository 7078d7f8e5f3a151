import { type FormEvent, useState } from 'react';
import type { Review } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field, Problem } from '../../kit/field';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { publish } from './use-postmortem';

/** To publish is to say what helps the next time. */
export function PublishForm({ review, onClose }: { review: Review; onClose: () => void }) {
  const before = review.learned;
  const [solution, setSolution] = useState(before?.solution ?? '');
  const [runbook, setRunbook] = useState(before?.runbook ?? '');
  const [labels, setLabels] = useState(before?.labels.join(', ') ?? '');
  const { send, renew, problem, isBusy } = useSending();
  const isReady = solution.trim() !== '' && !isBusy;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const wish = {
      version: review.about.version,
      solution: solution.trim(),
      runbook: runbook.trim(),
      labels: labels
        .split(',')
        .map((label) => label.trim())
        .filter(Boolean),
    };
    if (await send(async (key) => void (await publish(review.about.id, wish, key)))) {
      say('The review is published, and found the next time.');
      onClose();
    }
  };
  return (
    <Dialog title={`Publish version ${review.about.version}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)} onChange={renew}>
        <div className="field">
          <label htmlFor="publish-solution">What helps the next time</label>
          <span className="hint" id="publish-solution-hint">
            It stands beside the next incident that is like this one.
          </span>
          <textarea
            id="publish-solution"
            className="input"
            rows={4}
            maxLength={4000}
            aria-describedby="publish-solution-hint"
            value={solution}
            onChange={(event) => setSolution(event.target.value)}
          />
        </div>
        <Field
          label="Runbook"
          hint="The address of where it is written, if it is."
          type="url"
          value={runbook}
          onChange={(event) => setRunbook(event.target.value)}
        />
        <Field
          label="Labels"
          hint="Words to find it by, with commas between."
          value={labels}
          onChange={(event) => setLabels(event.target.value)}
        />
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="submit" className="button primary" disabled={!isReady}>
            {isBusy ? 'Publishing' : 'Publish'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
