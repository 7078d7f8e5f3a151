import { useEffect, useRef } from 'react';
import { useSettings } from './settings';

export const ENTER = 'Enter';
export const ESCAPE = 'Escape';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/** True where letters are meant as text, or where a dialog has the floor. */
export function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target.tagName === 'INPUT' && !['checkbox', 'radio', 'button'].includes((target as HTMLInputElement).type);
}

function hasOwnEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, label') !== null;
}

/** Single keys, by what is printed on them; never with a modifier, never while typing, never when switched off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const { hasShortcuts } = useSettings();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!hasShortcuts) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === ENTER && hasOwnEnter(event.target)) return;
      const run = latest.current[event.key];
      if (!run) return;
      event.preventDefault();
      run(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [hasShortcuts]);
}
