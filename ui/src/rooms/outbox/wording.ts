import type { IconName } from '../../kit/icons';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const plain = (word: string) => word.replaceAll('_', ' ');

interface Shown {
  word: string;
  /** As the style knows it. */
  look: 'snoozed' | 'acknowledged' | 'resolved' | 'firing';
  icon: IconName;
}

const STATES: Record<string, Shown> = {
  waiting: { word: 'Waiting', look: 'snoozed', icon: 'clock' },
  pending: { word: 'Pending', look: 'acknowledged', icon: 'send' },
  held: { word: 'Held back', look: 'snoozed', icon: 'clock' },
  sending: { word: 'Sending', look: 'acknowledged', icon: 'send' },
  sent: { word: 'Sent', look: 'resolved', icon: 'check' },
  delivered: { word: 'Delivered', look: 'resolved', icon: 'check-circle' },
  undelivered: { word: 'Not delivered', look: 'firing', icon: 'alert' },
  failed: { word: 'Failed', look: 'firing', icon: 'alert' },
  dropped: { word: 'Dropped', look: 'resolved', icon: 'x' },
};

/** A state that this page does not know yet is shown by its own word. */
export const stateOf = (state: string): Shown =>
  STATES[state] ?? { word: capital(plain(state)), look: 'snoozed', icon: 'clock' };

const KINDS: Record<string, string> = {
  page: 'page',
  unanswered: 'nobody answered',
  update: 'update',
  holder: 'word to its holder',
  notice: 'notice',
  test: 'test',
};

export const kindOf = (kind: string) => KINDS[kind] ?? plain(kind);

const CHANNELS: Record<string, string> = {
  email: 'e-mail',
  sms: 'SMS',
  call: 'call',
  push: 'push',
  webhook: 'webhook',
  slack: 'Slack',
};

export const channelOf = (channel: string) => CHANNELS[channel] ?? plain(channel);

export const channelIcon = (channel: string): IconName =>
  (({ email: 'mail', sms: 'sms', call: 'phone', push: 'device', slack: 'sms' }) as Record<string, IconName>)[channel] ??
  'send';

/** `0.4 s`, `12 s`, `3 min`: as exactly as it matters. */
export function took(millis: number): string {
  if (millis < 100) return `${millis} ms`;
  if (millis < 9_950) return `${(millis / 1000).toFixed(1)} s`;
  if (millis < 119_500) return `${Math.round(millis / 1000)} s`;
  if (millis < 2 * 3_600_000) return `${Math.round(millis / 60_000)} min`;
  return `${Math.round(millis / 3_600_000)} h`;
}

/** What can be chosen, in the order in which it is offered. */
export const CHOICES = {
  state: Object.keys(STATES),
  channel: Object.keys(CHANNELS),
  kind: Object.keys(KINDS),
};

export const sentence = capital;
