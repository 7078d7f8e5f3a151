import { type FormEvent, useState } from 'react';
import type { ReviewAction } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field, Problem } from '../../kit/field';
import { useSending } from '../../kit/use-sending';
import { keepAction, useOwners } from './use-postmortem';
import { ACTION_STATE } from './wording';

interface ActionFormProps {
  review: string;
  /** Null for a new one. */
  action: ReviewAction | null;
  onClose: () => void;
}

const STATES = Object.keys(ACTION_STATE) as ReviewAction['state'][];

/** What is to be done, by whom and until when. */
export function ActionForm({ review, action, onClose }: ActionFormProps) {
  const { data: people } = useOwners();
  const [text, setText] = useState(action?.text ?? '');
  const [doneWhen, setDoneWhen] = useState(action?.doneWhen ?? '');
  const [owner, setOwner] = useState(action?.owner.id ?? '');
  const [due, setDue] = useState(action?.due ?? '');
  const [state, setState] = useState<ReviewAction['state']>(action?.state ?? 'proposed');
  const { send, renew, problem, isBusy } = useSending();
  const isReady = text.trim() !== '' && owner !== '' && due !== '' && !isBusy;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const wish = { text: text.trim(), doneWhen: doneWhen.trim(), owner, due, state };
    if (await send(async (key) => void (await keepAction(review, action?.id ?? null, wish, key)))) onClose();
  };
  return (
    <Dialog title={action ? 'Change the action' : 'Add an action'} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)} onChange={renew}>
        <Field
          label="What is to be done"
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.target.value)}
        />
        <Field
          label="Done when"
          hint="How everybody sees that it is done."
          value={doneWhen}
          maxLength={300}
          onChange={(event) => setDoneWhen(event.target.value)}
        />
        <div className="field">
          <label htmlFor="action-owner">Owner</label>
          <select id="action-owner" className="input" value={owner} onChange={(event) => setOwner(event.target.value)}>
            <option value="">{people ? 'Choose' : 'Loading people'}</option>
            {people?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Field label="Due" type="date" value={due} onChange={(event) => setDue(event.target.value)} />
        {action && (
          <div className="field">
            <label htmlFor="action-state">State</label>
            <select
              id="action-state"
              className="input"
              value={state}
              onChange={(event) => setState(event.target.value as ReviewAction['state'])}
            >
              {STATES.map((one) => (
                <option key={one} value={one}>
                  {ACTION_STATE[one]}
                </option>
              ))}
            </select>
          </div>
        )}
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="submit" className="button primary" disabled={!isReady}>
            {isBusy ? 'Saving' : action ? 'Save' : 'Add'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
