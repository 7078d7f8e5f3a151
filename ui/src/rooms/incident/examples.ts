import type { Actor, Entry, Incident } from '../../api/types';

/** The vocabulary of the tests: one Monday, one service, people with names. */

export const MONDAY = '2026-03-02T09:00:00Z';

export const minutesLater = (minutes: number) => new Date(Date.parse(MONDAY) + minutes * 60_000).toISOString();

export const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada' };
export const grace: Actor = { kind: 'person', id: 'grace', name: 'Grace' };
export const machine: Actor = { kind: 'integration', id: 'alertmanager', name: 'alertmanager' };

export function incident(number: number, part: Partial<Incident> = {}): Incident {
  return {
    id: `id-${number}`,
    number,
    title: `Incident ${number}`,
    state: 'triggered',
    severity: 'high',
    service: { id: 'checkout', word: 'checkout', name: 'Checkout' },
    team: null,
    openedAt: MONDAY,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    resolvedBy: null,
    reopened: 0,
    alerts: { total: 1, open: 1, detections: 1 },
    escalation: 'running',
    nextStep: { at: minutesLater(15), names: ['Grace'] },
    awaits: [],
    policy: { word: 'payments', version: 1 },
    runbook: null,
    assignee: null,
    heldUntil: null,
    mitigatedAt: null,
    mitigatedBy: null,
    snooze: null,
    quiet: null,
    priority: null,
    impactBegan: null,
    partOf: null,
    mergeSuggested: null,
    parts: [],
    major: null,
    root: null,
    rating: null,
    index: number,
    ...part,
  };
}

export const heldBy = (by: Actor, minutes = 4): Partial<Incident> => ({
  state: 'acknowledged',
  acknowledgedAt: minutesLater(minutes),
  acknowledgedBy: by,
  escalation: 'stopped',
  nextStep: null,
});

export const resolvedBy = (by: Actor | null, minutes = 30): Partial<Incident> => ({
  state: 'resolved',
  resolvedAt: minutesLater(minutes),
  resolvedBy: by,
  escalation: 'stopped',
  nextStep: null,
});

export const entry = (index: number, minutes: number, part: Partial<Entry> = {}): Entry => ({
  index,
  at: minutesLater(minutes),
  kind: 'alert',
  event: 'incident.AlertsJoined',
  sentence: `Entry ${index}.`,
  detail: null,
  actor: null,
  severity: null,
  attachments: [],
  ...part,
});
