import { Icon } from '../../kit/icons';
import { say } from '../../kit/toasts';

interface FileNoteProps {
  heading?: string;
  file: string;
  yaml: string;
}

/** A file describes it: it would undo what is changed here, so the way leads through whoever keeps it. */
export function FileNote({ heading = 'A file describes you', file, yaml }: FileNoteProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(yaml);
      say('Copied.');
    } catch {
      say('The browser does not let this page copy. Select the text and copy it.');
    }
  };
  return (
    <section className="card" aria-labelledby="file-heading">
      <div className="card-head">
        <h2 id="file-heading">{heading}</h2>
      </div>
      <div className="stack tight">
        <p>
          <Icon name="alert" small /> What stands below comes from {file} and can be read here, not changed: the file
          would undo it. Change this text and give it to whoever keeps the file.
        </p>
        <pre className="code">{yaml}</pre>
        <div className="actions">
          <button type="button" className="button" onClick={() => void copy()}>
            Copy
          </button>
        </div>
      </div>
    </section>
  );
}
