import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useRef,
  useState,
} from 'react';
import { newKey } from '../../api/client';
import type { Incident } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { PickedFiles } from './Files';
import { useNote } from './use-acts';
import { useFiles } from './use-files';

const LONGEST = 10_000;

/** A note for the timeline. What was typed is kept until the server has it. */
export function Composer({ incident, field }: { incident: Incident; field: RefObject<HTMLTextAreaElement | null> }) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const intention = useRef({ text: '', key: '' });
  const files = useFiles(incident.id);
  const [isOver, setOver] = useState(false);
  const addNote = useNote(incident);
  const isEmpty = text.trim() === '' && files.picked.length === 0;

  const send = async () => {
    const note = text.trim();
    if (isEmpty || isBusy || !files.isReady) return;
    // The same words and files are the same intention: sent again after a failure, they are written once.
    const meant = JSON.stringify([note, files.ids]);
    if (intention.current.text !== meant) intention.current = { text: meant, key: newKey() };
    setBusy(true);
    setProblem(null);
    try {
      await addNote(note, files.ids, intention.current.key);
      intention.current = { text: '', key: '' };
      setText('');
      files.clear();
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
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const drop = (event: DragEvent) => {
    drag(event);
    files.add(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    files.add(event.clipboardData.files);
  };
  return (
    <form
      className={isOver ? 'composer over' : 'composer'}
      onSubmit={submit}
      id="note"
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drop}
    >
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
        onPaste={paste}
      />
      <span className="actions">
        <label className="button attach">
          <Icon name="up" small />
          Attach
          <input
            type="file"
            multiple
            className="unseen"
            onChange={({ target }) => {
              files.add(target.files ?? []);
              target.value = '';
            }}
          />
        </label>
        <button type="submit" className="button" disabled={isBusy || isEmpty || !files.isReady}>
          {isBusy ? 'Adding' : 'Add note'}
        </button>
      </span>
      <PickedFiles picked={files.picked} onRemove={files.remove} onRetry={(one) => void files.retry(one)} />
      {problem && (
        <div className="field">
          <Problem id="note-problem">{problem}</Problem>
        </div>
      )}
    </form>
  );
}
