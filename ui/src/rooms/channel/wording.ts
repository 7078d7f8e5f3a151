import type { Channel, ChannelRate } from '../../api/types';
import type { IconName } from '../../kit/icons';
import { took } from '../outbox/wording';

interface Shown {
  word: string;
  look: 'resolved' | 'firing' | 'snoozed';
  icon: IconName;
}

export const STATES: Record<Channel['state'], Shown> = {
  disabled: { word: 'Disabled', look: 'firing', icon: 'x' },
  failing: { word: 'Does not work', look: 'firing', icon: 'alert' },
  late: { word: 'Late', look: 'firing', icon: 'clock' },
  shaky: { word: 'Unsteady', look: 'firing', icon: 'alert' },
  unproven: { word: 'Changed', look: 'snoozed', icon: 'clock' },
  untried: { word: 'Never tried', look: 'snoozed', icon: 'clock' },
  works: { word: 'Works', look: 'resolved', icon: 'check-circle' },
};

/** `98 % of 120, half within 0.4 s, most within 2 s` */
export function rateWords({ taken, lost, percent, p50Millis, p95Millis }: ChannelRate): string {
  if (percent === null) return 'nothing was sent';
  const times =
    p50Millis === null || p95Millis === null ? '' : `, half within ${took(p50Millis)}, 95 % within ${took(p95Millis)}`;
  return `${percent} % of ${taken + lost} got through${times}`;
}

/** What is not sent yet: `2 due, 5 waiting`. */
export function queueWords({ due, waiting, sending }: Channel['queue']): string {
  const parts = [due && `${due} due`, waiting && `${waiting} waiting`, sending && `${sending} being sent`];
  return parts.filter(Boolean).join(', ') || 'empty';
}

/** The worst first when the page is opened; then each stays where it is, so that no button moves under a finger. */
export function inPlace<T extends { id: string }>(channels: T[], before: string[]): T[] {
  const place = ({ id }: T) => (before.includes(id) ? before.indexOf(id) : before.length);
  return [...channels].sort((one, other) => place(one) - place(other));
}
