/** The shapes of the HTTP API, written after docs/http-api.md. */

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export type IncidentState = 'triggered' | 'acknowledged' | 'mitigated' | 'resolved';
export type AlertState = 'triggered' | 'acknowledged' | 'resolved' | 'expired';
export type DeliveryState = 'waiting' | 'pending' | 'sent' | 'failed' | 'dropped';

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface FieldError {
  path: string;
  message: string;
}

/** RFC 9457, with the stable `code` of Larum. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  errors?: FieldError[];
}

export interface Person {
  id: string;
  word: string;
  name: string;
  email: string;
  timeZone: string;
  administrator: boolean;
  account: 'none' | 'invited' | 'active';
}

export interface Session {
  person: Person;
  csrf: string;
}

export interface Invitation {
  kind: 'setup' | 'invitation';
  name: string | null;
  email: string | null;
}

export interface Joining {
  name: string;
  email: string;
  password: string;
  timeZone: string;
}

export interface Invited {
  person: Person;
  mail: 'sent' | 'waiting';
}

export interface Actor {
  kind: 'person' | 'integration' | 'token' | 'system';
  id: string | null;
  name: string;
}

export interface Named {
  id: string;
  word: string;
  name: string;
}

export interface NextStep {
  at: string;
  names: string[];
}

export interface Incident {
  id: string;
  number: number;
  title: string;
  state: IncidentState;
  severity: Severity;
  service: Named;
  team: Named | null;
  openedAt: string;
  acknowledgedAt: string | null;
  acknowledgedBy: Actor | null;
  resolvedAt: string | null;
  resolvedBy: Actor | null;
  reopened: number;
  alerts: { total: number; open: number; detections: number };
  escalation: 'running' | 'stopped' | 'exhausted';
  nextStep: NextStep | null;
  policy: { word: string; version: number } | null;
  runbook: string | null;
  /** The newest event of this incident. */
  index: number;
}

export interface Outcome {
  incident: Incident;
  changed: boolean;
  index: number;
}

export interface Entry {
  index: number;
  at: string;
  kind: 'alert' | 'person' | 'message' | 'escalation' | 'incident' | 'note';
  event: string;
  sentence: string;
  detail: string | null;
  actor: Actor | null;
  severity: Severity | null;
}

export interface Alert {
  id: string;
  key: string;
  state: AlertState;
  severity: Severity;
  summary: string;
  service: Named;
  component: string | null;
  labels: Record<string, string>;
  links: { href: string; text: string }[];
  count: number;
  firstSeen: string;
  lastSeen: string;
  endedAt: string | null;
  incident: string | null;
  integration: { id: string; word: string };
}

export interface Delivery {
  id: string;
  incident: { id: string; number: number; title: string };
  recipient: Actor | { kind: 'webhook'; id: string; name: string };
  channel: 'email' | 'webhook';
  kind: 'page' | 'update';
  state: DeliveryState;
  reason: string | null;
  attempts: number;
  requestedAt: string;
  changedAt: string;
}

/** One line of the live stream. */
export interface Change {
  index: number;
  event: string;
  incident: string | null;
  alert: string | null;
}
