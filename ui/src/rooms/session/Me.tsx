import { useState } from 'react';
import { Link } from 'wouter';
import { Dialog } from '../../kit/dialog';
import { Icon } from '../../kit/icons';
import { useSecond } from '../../kit/now';
import { browserZone, clock } from '../../kit/time';
import { say } from '../../kit/toasts';
import type { Place } from './Frame';
import { ThemeChoice } from './ThemeChoice';
import { signOut, useMe } from './use-session';

interface MeProps {
  /** On a phone not all of them have room in the dock. */
  places: Place[];
  onClose: () => void;
  onHelp: () => void;
  onSignedOut: () => void;
}

/** Who is signed in here, how this browser looks, and the way out. */
export function Me({ places, onClose, onHelp, onSignedOut }: MeProps) {
  const me = useMe();
  const now = useSecond();
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await signOut();
      onSignedOut();
    } catch (problem) {
      setLeaving(false);
      onClose();
      say(`You are still signed in. ${problem instanceof Error ? problem.message : ''}`);
    }
  };
  const isAway = browserZone() !== me.timeZone && clock(now, browserZone()) !== clock(now, me.timeZone);
  return (
    <Dialog title={me.name} onClose={onClose}>
      <nav className="more-places" aria-label="All places">
        <Link className="nav" href="/me" onClick={onClose}>
          <Icon name="user" /> Can Larum reach me?
        </Link>
        {places.map(({ href, word, icon }) => (
          <Link key={href} className="nav" href={href} onClick={onClose}>
            <Icon name={icon} /> {word}
          </Link>
        ))}
      </nav>
      <div className="stack tight">
        <dl className="facts">
          <dt>E-mail</dt>
          <dd>{me.email}</dd>
          <dt>Time zone</dt>
          <dd>
            {me.timeZone}, it is {clock(now, me.timeZone)}
            {isAway && (
              <span className="meta"> This computer is in {browserZone()}. Times are shown in your zone.</span>
            )}
          </dd>
        </dl>
        <ThemeChoice />
      </div>
      <div className="actions">
        <button type="button" className="button quiet" onClick={onHelp}>
          Keys <kbd>?</kbd>
        </button>
        <button type="button" className="button" disabled={isLeaving} onClick={() => void leave()}>
          Sign out
        </button>
      </div>
    </Dialog>
  );
}
