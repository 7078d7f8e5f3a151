import { type FormEvent, useMemo, useRef, useState } from 'react';
import { ApiProblem, newKey } from '../../api/client';
import type { MyReach } from '../../api/types';
import { Problem } from '../../kit/field';
import { say } from '../../kit/toasts';
import { FileNote } from './FileNote';
import { OrderCard } from './OrderCard';
import { QuietCard } from './QuietCard';
import { saveReach } from './use-reach';
import { type Draft, draftOf, problemAt, problemElsewhere, wishOf } from './wish';

/** What the parts of the form are given: the draft, how to change it, and what the server says of a field. */
export interface Editing {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problemAt: (field: string) => string | undefined;
  isFixed: boolean;
}

/** The order, the quiet hours, the zone and the number: one draft, saved as one. Nothing is saved before somebody says so. */
export function WishForm({ reach, onChanged }: { reach: MyReach; onChanged: (isChanged: boolean) => void }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = useRef(newKey());
  const renew = (next: Draft | null) => {
    setProblem(null);
    key.current = newKey();
    setDraft(next);
    onChanged(next !== null);
  };
  const saved = useMemo(() => draftOf(reach.mine), [reach.mine]);
  const shown = draft ?? saved;
  const editing: Editing = {
    draft: shown,
    change: (part) => renew({ ...shown, ...part }),
    problemAt: (field) => problem?.errors && problemAt(problem.errors, field),
    isFixed: reach.file !== null,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await saveReach(wishOf(shown), key.current);
      renew(null);
      say('Saved. The next page to you goes this way.');
    } catch (failure) {
      setProblem(
        failure instanceof ApiProblem ? failure : new ApiProblem(0, { detail: 'Reload the page and try again.' }),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {reach.file !== null && <FileNote file={reach.file} yaml={reach.yaml} />}
      <OrderCard reach={reach} editing={editing} />
      <QuietCard editing={editing} />
      {draft && (
        <section className="card save" aria-label="Changes that are not saved">
          <p>
            <b>Not saved yet.</b> Pages to you go as before until you save.
          </p>
          {problem && (
            <Problem>
              {problem.errors.length > 0
                ? (problemElsewhere(problem.errors) ??
                  'It was not saved: something above needs another look. Pages to you go as before.')
                : problem.message}
            </Problem>
          )}
          <div className="actions">
            <button type="submit" className="button primary" disabled={isBusy}>
              Save
            </button>
            <button type="button" className="button quiet" onClick={() => renew(null)}>
              Discard
            </button>
          </div>
        </section>
      )}
    </form>
  );
}
