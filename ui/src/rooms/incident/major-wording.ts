import type { Major, MajorPreview } from '../../api/types';

export type RoleName = Major['roles'][number]['role'];

export const ROLE: Record<RoleName, { word: string; does: string }> = {
  commander: { word: 'Commander', does: 'decides' },
  communications: { word: 'Communications', does: 'tells stakeholders' },
  scribe: { word: 'Scribe', does: 'writes it down' },
};

/** `30 minutes`, `1 hour`, `2 hours` */
export function minutesWord(minutes: number): string {
  if (minutes % 60 === 0) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** What declaring leads to, each a sentence. */
export function consequencesOf(preview: MajorPreview): string[] {
  const names = preview.executives.map(({ name }) => name);
  const every = minutesWord(Math.round(preview.updateEverySeconds / 60));
  return [
    names.length === 0
      ? 'Nobody is told by mail: no executives are named in the configuration.'
      : `${listOf(names)} ${names.length === 1 ? 'is' : 'are'} told by mail.`,
    preview.warRoom
      ? `The war room opens at ${hostOf(preview.warRoom)}.`
      : 'The war room is yours to open: none is named in the configuration.',
    `An update for stakeholders is due every ${every}, with a reminder.`,
    preview.noticeDraft
      ? 'A notice for the status page is offered. Nothing is published by itself.'
      : 'Nothing is published.',
  ];
}

const SHOWN = 5;

export function listOf(names: readonly string[]): string {
  if (names.length > SHOWN) return `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} others`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Where an address leads to; the address itself when it cannot be told. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

/** Why it was declared, and by whom. */
export function whyOf({ why, declaredBy }: Major): string {
  if (why.reason) return `${why.reason} (${declaredBy.name})`;
  return `It is ${why.severity} and hits ${why.services} services (by the rule of the house)`;
}

/** How it ended; null while it goes on. */
export function endOf({ state, over }: Major): string | null {
  switch (state) {
    case 'stood_down':
      return over ? `Stood down by ${over.by.name}: ${over.reason}` : 'Stood down';
    case 'ended':
      return 'It ended with the incident';
    case 'merged':
      return 'It goes on in the incident that this one was merged into';
    default:
      return null;
  }
}
