import type { ReactNode } from 'react';
import type { LoadChange, ScheduleDraft } from '../../api/types';
import { Face } from '../../kit/marks';
import { useMe } from '../session/use-session';
import { changeWords, hourFigure, signed } from './draft';

interface DiffCardProps {
  draft: ScheduleDraft | undefined;
  /** What is shown is older than what is written. */
  isOld: boolean;
  children: ReactNode;
}

/** Whose hours a draft changes, before it is saved. */
export function DiffCard({ draft, isOld, children }: DiffCardProps) {
  return (
    <section className="card diff" aria-labelledby="diff-heading" aria-busy={isOld}>
      <div className="card-head">
        <h2 id="diff-heading">Before you save</h2>
        {draft && <span className="meta">looked at for the next {draft.weeks} weeks</span>}
      </div>
      {draft && <Changes draft={draft} />}
      {children}
    </section>
  );
}

function Changes({ draft: { changes, gapBefore, gapAfter, weeks } }: { draft: ScheduleDraft }) {
  return (
    <div className="stack tight">
      <p>
        <b>{changeWords(changes) ?? `Nobody’s hours change in the next ${weeks} weeks.`}</b>
      </p>
      <p className="meta">{gapWords(gapBefore, gapAfter)}</p>
      {changes.length > 0 && (
        <table className="table">
          <caption className="unseen">What changes for whom</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col" className="num">
                Hours
              </th>
              <th scope="col" className="num">
                Nights
              </th>
              <th scope="col" className="num">
                Weekend
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Line key={change.person.id} change={change} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Line({ change: { person, after, more } }: { change: LoadChange }) {
  const me = useMe();
  const nights = `${more.nights < 0 ? '−' : '+'}${Math.abs(more.nights)}`;
  return (
    <tr>
      <td>
        <span className="person">
          <Face name={person.name} isMe={person.id === me.id} /> {person.name}
        </span>
      </td>
      <Figure value={hourFigure(after.all)} more={more.all === 0 ? null : signed(more.all)} />
      <Figure value={String(after.nights)} more={more.nights === 0 ? null : nights} />
      <Figure value={hourFigure(after.weekend)} more={more.weekend === 0 ? null : signed(more.weekend)} />
    </tr>
  );
}

/** What it would be, and how much that is more or less. */
function Figure({ value, more }: { value: string; more: string | null }) {
  return (
    <td className="num">
      {value}
      {more && <b className="more">{more}</b>}
    </td>
  );
}

function gapWords(before: number, after: number): string {
  if (after === 0) return before === 0 ? 'Somebody is on call at every minute.' : 'No gap is left.';
  const now = `Nobody is on call for ${hourFigure(after)} h of them`;
  return before === after ? `${now}, as before.` : `${now}, ${hourFigure(before)} h as it is now.`;
}
