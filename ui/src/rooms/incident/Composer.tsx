import { type FormEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { newKey } from '../../api/client';
import type { Incident } from '../../api/types';
import { Problem } from '../../kit/field';
import { useNote } from './use-acts';

const LONGEST = 10_000;

/** A note for the timeline. What was typed is kept until the server has it. */
export function Composer({ incident, field }: { incident: Incident; field: RefObject<HTMLTextAreaElement | null> }) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const intention = useRef({ text: '', key: '' });
  const addNote = useNote(incident);

  const send = async () => {
    const note = text.trim();
    if (!note || isBusy) return;
    // The same words are the same intention: sent again after a failure, they are written once.
    if (intention.current.text !== note) intention.current = { text: note, key: newKey() };
    setBusy(true);
    setProblem(null);
    try {
      await addNote(note, intention.current.key);
      intention.current = { text: '', key: '' };
      setText('');
    } catch (failure) {
      setProblem(`The note is not saved. ${failure instanceof Error ? failure.message : ''} Your text is still here.`);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
  };
  return (
    <form className="composer" onSubmit={submit} id="note">
      <textarea
        ref={field}
        className="input"
        rows={1}
        maxLength={LONGEST}
        aria-label="Add a note"
        aria-describedby={problem ? 'note-problem' : undefined}
        placeholder="What did you see or do?"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <button type="submit" className="button" disabled={isBusy || text.trim() === ''}>
        {isBusy ? 'Adding' : 'Add note'}
      </button>
      {problem && (
        <div className="field">
          <Problem id="note-problem">{problem}</Problem>
        </div>
      )}
    </form>
  );
}
