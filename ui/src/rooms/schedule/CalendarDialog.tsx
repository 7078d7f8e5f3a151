import { type FormEvent, useId, useState } from 'react';
import type { AbsencesImported } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Problem } from '../../kit/field';
import { useSending } from '../../kit/use-sending';
import { importAbsences } from './use-duty';

const MOST_BYTES = 512 * 1024;

/** Absences from a calendar file: all of its events, or none. */
export function CalendarDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<AbsencesImported | null>(null);
  const { send, renew, problem, isBusy } = useSending();
  const isLarge = file !== null && file.size > MOST_BYTES;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file || isLarge) return;
    await send(async (key) => setFound(await importAbsences(await file.text(), key)));
  };
  return (
    <Dialog title="Absences from a calendar" onClose={onClose}>
      {found ? (
        <div className="stack">
          <p role="status">{importedWords(found)}</p>
          <div className="actions">
            <button type="button" className="button" onClick={onClose}>
              Done
            </button>
          </div>
        </div>
      ) : (
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <p>
            Each event of the file becomes an absence of yours. The same file again changes nothing, and an event that
            was moved takes its absence with it.
          </p>
          <div className="field">
            <label htmlFor={id}>Calendar file</label>
            <span className="hint" id={`${id}-hint`}>
              An .ics file of at most 512 KiB, such as a calendar of vacations exports.
            </span>
            <input
              id={id}
              type="file"
              className="input"
              accept=".ics,text/calendar"
              aria-describedby={`${id}-hint`}
              onChange={(event) => {
                renew();
                setFile(event.target.files?.[0] ?? null);
              }}
            />
          </div>
          {isLarge && <Problem>It is larger than 512 KiB. Nothing was read; export a shorter time.</Problem>}
          {problem && <Problem>{problem}</Problem>}
          <div className="actions">
            <button type="submit" className="button primary" disabled={!file || isLarge || isBusy}>
              {isBusy ? 'Reading' : 'Read it'}
            </button>
            <button type="button" className="button quiet" onClick={onClose}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** `3 absences are new. 1 was moved. 2 are known already. 4 events are over and were left out.` */
export function importedWords({ declared, withdrawn, unchanged, past }: AbsencesImported): string {
  const fresh = declared - withdrawn;
  const parts = [
    [fresh, 'absence is new', 'absences are new'],
    [withdrawn, 'was moved', 'were moved'],
    [unchanged, 'is known already', 'are known already'],
    [past, 'event is over and was left out', 'events are over and were left out'],
  ] as const;
  const words = parts.filter(([many]) => many > 0).map(([many, one, more]) => `${many} ${many === 1 ? one : more}.`);
  return words.length > 0 ? words.join(' ') : 'The file has no events. Nothing was changed.';
}
