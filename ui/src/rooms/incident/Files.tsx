import type { Attachment } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { MOST, type Picked } from './use-files';

const UNITS = ['bytes', 'KiB', 'MiB'];

export function sizeOf(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}

interface PickedFilesProps {
  picked: readonly Picked[];
  onRemove: (picked: Picked) => void;
  onRetry: (picked: Picked) => void;
}

/** Files that go with the next note: how far they are, and what is wrong with them. */
export function PickedFiles({ picked, onRemove, onRetry }: PickedFilesProps) {
  if (picked.length === 0) return null;
  return (
    <ul className="files field" aria-label="Files of the note">
      {picked.map((one) => (
        <li key={one.key}>
          <Icon name="note" small />
          <span className="said">
            {one.file.name} <span className="meta">{sizeOf(one.file.size)}</span>
            {!one.id && !one.problem && (
              <progress value={one.share} max={1} aria-label={`${one.file.name} is uploaded`} />
            )}
            {one.problem && <Problem>{`Not attached. ${one.problem}`}</Problem>}
          </span>
          {one.problem && (
            <button type="button" className="button quiet" onClick={() => onRetry(one)}>
              Try again
            </button>
          )}
          <button
            type="button"
            className="button quiet"
            aria-label={`Remove ${one.file.name}`}
            onClick={() => onRemove(one)}
          >
            <Icon name="x" />
          </button>
        </li>
      ))}
      {picked.length > MOST && <li className="meta">A note has {MOST} files at most. Remove some.</li>}
    </ul>
  );
}

/** Files that a note names: images are shown, all can be saved. */
export function NotedFiles({ incident, files }: { incident: string; files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label="Files">
      {files.map((file) => {
        const address = `/api/incidents/${incident}/attachments/${file.id}`;
        return (
          <li key={file.id}>
            <a href={address} download={file.name} title={`SHA-256 ${file.digest}`}>
              {file.type.startsWith('image/') && <img src={address} alt="" loading="lazy" />}
              <span className="said">{file.name}</span>
            </a>{' '}
            <span className="meta">{sizeOf(file.size)}</span>
          </li>
        );
      })}
    </ul>
  );
}
