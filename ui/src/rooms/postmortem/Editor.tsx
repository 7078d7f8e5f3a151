import { type RefObject, useLayoutEffect, useRef } from 'react';
import { Field, Problem } from '../../kit/field';
import { begun, marked, type Selected } from './references';

export const LONGEST_TEXT = 100_000;

interface EditorProps {
  title: string;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Where the cursor belongs after a change that was not typed. */
  cursor: Selected | null;
  problem: string | null;
  isBusy: boolean;
  onTitle: (title: string) => void;
  onText: (text: string) => void;
  onChange: (selected: Selected) => void;
  onSave: () => void;
  onCancel: () => void;
}

const TOOLS: [string, string, (selected: Selected) => Selected][] = [
  ['B', 'Bold', (selected) => marked(selected, '**')],
  ['I', 'Italic', (selected) => marked(selected, '*')],
  ['Heading', 'Heading', (selected) => begun(selected, '## ')],
  ['List', 'List', (selected) => begun(selected, '- ')],
];

/** The text as it is written: Markdown, with a few tools for whoever does not know it. */
export function Editor({
  title,
  text,
  field,
  cursor,
  problem,
  isBusy,
  onTitle,
  onText,
  onChange,
  onSave,
  onCancel,
}: EditorProps) {
  const before = useRef<Selected | null>(null);
  useLayoutEffect(() => {
    if (cursor && cursor !== before.current) {
      before.current = cursor;
      field.current?.focus();
      field.current?.setSelectionRange(cursor.start, cursor.end);
    }
  }, [cursor, field]);
  const use = (tool: (selected: Selected) => Selected) => {
    const area = field.current;
    if (area) onChange(tool({ text, start: area.selectionStart, end: area.selectionEnd }));
  };
  const isReady = title.trim() !== '' && text.trim() !== '' && !isBusy;
  return (
    <form
      className="stack tight review-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSave();
      }}
    >
      <Field label="Title" value={title} maxLength={200} onChange={(event) => onTitle(event.target.value)} />
      <div className="toolbar" role="toolbar" aria-label="Write">
        {TOOLS.map(([word, name, tool]) => (
          <button key={name} type="button" className="button quiet" aria-label={name} onClick={() => use(tool)}>
            {name === 'Bold' ? <b>{word}</b> : name === 'Italic' ? <i>{word}</i> : word}
          </button>
        ))}
        {text.length > LONGEST_TEXT * 0.9 && (
          <span className="meta end">{(LONGEST_TEXT - text.length).toLocaleString('en')} characters left</span>
        )}
      </div>
      <textarea
        ref={field}
        className="input"
        aria-label="Text, in Markdown"
        value={text}
        maxLength={LONGEST_TEXT}
        onChange={(event) => onText(event.target.value)}
      />
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="button" className="button quiet" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={!isReady}>
          {isBusy ? 'Saving' : 'Save'}
        </button>
      </div>
    </form>
  );
}
