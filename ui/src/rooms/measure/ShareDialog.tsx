import { useId, useState } from 'react';
import type { Dashboard } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Problem } from '../../kit/field';
import { Clock } from '../../kit/moments';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { endLink, makeLink, useLinks } from './use-boards';

/** Two ways to pass a board on: to those who sign in, and to a screen that does not. */
export function ShareDialog({ board, onClose }: { board: Dashboard; onClose: () => void }) {
  return (
    <Dialog title={`Share ${board.name}`} onClose={onClose}>
      <div className="stack">
        <Address label="For those who sign in, as you see it now" value={window.location.href} />
        {board.shareable ? (
          <ForScreens board={board} />
        ) : (
          <p className="meta">Only its owner and administrators can give it to a screen that does not sign in.</p>
        )}
      </div>
    </Dialog>
  );
}

function ForScreens({ board }: { board: Dashboard }) {
  const { data, error } = useLinks(board.word);
  const [address, setAddress] = useState<string | null>(null);
  const { send, problem, isBusy } = useSending();
  const make = () => send(async (key) => setAddress(await makeLink(board.word, key)));
  const end = (id: string) =>
    send(async (key) => {
      await endLink(board.word, id, key);
      setAddress(null);
      say('The address was taken back. It shows nothing more.');
    });
  return (
    <section className="stack tight" aria-label="For screens that do not sign in">
      <p>
        A secret address shows this board, and nothing else, to whoever knows it: for a screen on the wall. Panels that
        name people are left out. It ends when it is taken back, or when whoever made it leaves.
      </p>
      <button type="button" className="button" disabled={isBusy} onClick={() => void make()}>
        Make a secret address
      </button>
      {problem && <Problem>{problem}</Problem>}
      {error && !data && <Problem>The addresses could not be loaded. Close this and try again.</Problem>}
      {address && <Address label="The secret address, shown only now" value={address} />}
      {data && data.items.length > 0 && (
        <ul className="stack tight" aria-label="Secret addresses">
          {data.items.map(({ id, maker, madeAt }) => (
            <li key={id} className="bar">
              <span>
                Made by {maker.name}, <Clock at={madeAt} />
              </span>
              <button type="button" className="button quiet end" disabled={isBusy} onClick={() => void end(id)}>
                Take back
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Address({ label, value }: { label: string; value: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input mono" readOnly value={value} onFocus={(event) => event.target.select()} />
    </div>
  );
}
