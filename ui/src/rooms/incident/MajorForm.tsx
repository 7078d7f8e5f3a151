import { type FormEvent, useState } from 'react';
import type { Incident } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { say } from '../../kit/toasts';
import { consequencesOf } from './major-wording';
import { doMajor, reasonOf, useMajorPreview } from './use-major';
import { nameOf } from './wording';

interface MajorFormProps {
  incident: Incident;
  act: 'declare-major' | 'stand-down';
  onDone: () => void;
  onBack: () => void;
}

/** Declares it a major incident or stands it down, with what that leads to and a reason. */
export function MajorForm({ incident, act, onDone, onBack }: MajorFormProps) {
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isReady = reason.trim() !== '' && !isBusy;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    setProblem(null);
    try {
      await doMajor(incident, act, { reason: reason.trim() });
      say(
        act === 'declare-major'
          ? `${nameOf(incident)} is a major incident.`
          : `${nameOf(incident)} is no major incident any more.`,
      );
      onDone();
    } catch (failure) {
      setProblem(reasonOf(failure));
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {act === 'declare-major' ? (
        <Consequences incident={incident} />
      ) : (
        <p>Executives are told, no further update is due. The incident goes on as it is.</p>
      )}
      <Field
        label="Why"
        hint="Everybody who is told reads it."
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="button" className="button quiet" onClick={onBack}>
          Back
        </button>
        <button type="submit" className="button primary" disabled={!isReady}>
          {isBusy ? 'Sending' : act === 'declare-major' ? 'Declare' : 'Stand down'}
        </button>
      </div>
    </form>
  );
}

function Consequences({ incident }: { incident: Incident }) {
  const { data, error } = useMajorPreview(incident);
  if (error) return <Problem>{`What it leads to could not be loaded. ${reasonOf(error)}`}</Problem>;
  if (!data) return <p className="meta">Looking what it leads to</p>;
  return (
    <div>
      <p>This is what happens then:</p>
      <ul className="leads-to">
        {consequencesOf(data).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
