import { useSyncExternalStore } from 'react';

/** What this browser remembers for its reader. */
export interface Settings {
  theme: 'system' | 'dark' | 'light';
  hasShortcuts: boolean;
}

const PLACE = 'larum.settings';
const USUAL: Settings = { theme: 'system', hasShortcuts: true };
const watchers = new Set<() => void>();
let settings = read();

function read(): Settings {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(PLACE) ?? '{}') };
  } catch {
    return USUAL;
  }
}

export function change(part: Partial<Settings>): void {
  settings = { ...settings, ...part };
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings));
  } catch {
    // Private windows may refuse; then it holds until the tab closes.
  }
  applyTheme();
  for (const watch of watchers) watch();
}

export function applyTheme(): void {
  if (settings.theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = settings.theme;
}

const subscribe = (watch: () => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => settings);
