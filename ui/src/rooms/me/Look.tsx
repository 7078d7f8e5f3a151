import { useState } from 'react';
import { useLocation } from 'wouter';
import { Problem } from '../../kit/field';
import { change, useSettings } from '../../kit/settings';
import { ThemeChoice } from '../session/ThemeChoice';
import { signOut } from '../session/use-session';

/** What this browser remembers for its reader, and the way out of it. */
export function Look() {
  const { hasShortcuts } = useSettings();
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const leave = async () => {
    try {
      await signOut();
      navigate('/login');
    } catch (failure) {
      setProblem(`You are still signed in. ${failure instanceof Error ? failure.message : ''}`);
    }
  };
  return (
    <section className="card" aria-labelledby="look-heading">
      <div className="card-head">
        <h2 id="look-heading">Look and keys</h2>
        <span className="meta">in this browser</span>
      </div>
      <ThemeChoice />
      <label className="check">
        <input
          type="checkbox"
          checked={hasShortcuts}
          onChange={(event) => change({ hasShortcuts: event.target.checked })}
        />
        Single-key shortcuts
      </label>
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="button" className="button" onClick={() => void leave()}>
          Sign out
        </button>
      </div>
    </section>
  );
}
