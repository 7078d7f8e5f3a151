import type { Dashboard, DashboardWish } from '../../api/types';

/** A panel as it is put together; what it is about as words with commas between them. */
export interface PanelDraft {
  key: number;
  show: string;
  team: string;
  service: string;
  severity: string;
}

export interface Draft {
  name: string;
  range: string;
  team: string;
  service: string;
  severity: string;
  panels: PanelDraft[];
}

export const MOST_PANELS = 24;

export const EMPTY: Draft = { name: '', range: '30d', team: '', service: '', severity: '', panels: [] };

const joined = (words: { word: string }[]) => words.map(({ word }) => word).join(',');

export function draftOf(board: Dashboard): Draft {
  return {
    name: board.name,
    range: board.range,
    team: joined(board.teams),
    service: joined(board.services),
    severity: board.severities.join(','),
    panels: board.panels.map((panel, key) => ({
      key,
      show: panel.show,
      team: joined(panel.teams),
      service: joined(panel.services),
      severity: panel.severities.join(','),
    })),
  };
}

const words = (text: string) => text.split(',').filter(Boolean);

const about = ({ team, service, severity }: { team: string; service: string; severity: string }) => ({
  teams: words(team),
  services: words(service),
  severities: words(severity),
});

export function wishOf(draft: Draft): DashboardWish {
  return {
    name: draft.name.trim(),
    range: draft.range,
    ...about(draft),
    panels: draft.panels.map((panel) => ({ show: panel.show, ...about(panel) })),
  };
}

export function added(draft: Draft, show: string): Draft {
  const key = Math.max(-1, ...draft.panels.map((panel) => panel.key)) + 1;
  return { ...draft, panels: [...draft.panels, { key, show, team: '', service: '', severity: '' }] };
}

export const removed = (draft: Draft, key: number): Draft => ({
  ...draft,
  panels: draft.panels.filter((panel) => panel.key !== key),
});

export const changed = (draft: Draft, key: number, part: Partial<PanelDraft>): Draft => ({
  ...draft,
  panels: draft.panels.map((panel) => (panel.key === key ? { ...panel, ...part } : panel)),
});

/** By one place up or down; at an end it stays. */
export function moved(draft: Draft, key: number, by: -1 | 1): Draft {
  const from = draft.panels.findIndex((panel) => panel.key === key);
  const to = from + by;
  const [one, other] = [draft.panels[from], draft.panels[to]];
  if (!one || !other) return draft;
  const panels = [...draft.panels];
  panels[from] = other;
  panels[to] = one;
  return { ...draft, panels };
}
