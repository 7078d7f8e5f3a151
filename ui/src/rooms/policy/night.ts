import type { Named, PolicyRun, SimulatedLine } from '../../api/types';
import type { IconName } from '../../kit/icons';
import { span } from '../../kit/time';
import { millis } from '../simulation/axis';

/** From when to when somebody is who is asked. */
export interface Block {
  from: number;
  to: number;
  step: number;
  channels: string[];
  /** An earlier step asked them too. */
  isAgain: boolean;
  /** No way reached them. */
  isLost: boolean;
}

export interface NightLane {
  name: string;
  isPerson: boolean;
  blocks: Block[];
}

const MINUTE = 60_000;

/** How much of the night is drawn: the first round; the others say the same. */
export function nightLength(run: PolicyRun): number {
  const ends = [
    ...run.lines.filter(({ what, round }) => what === 'asked' && round === 2).map(({ after }) => millis(after)),
    ...(run.exhaustedAfter ? [millis(run.exhaustedAfter)] : []),
  ];
  const last = Math.max(0, ...run.lines.map(({ after }) => millis(after)));
  return Math.max(MINUTE, ends.length > 0 ? Math.min(...ends) : last);
}

/** A lane for each who is told in the first round, in that order, machines last. */
export function nightLanes(run: PolicyRun): NightLane[] {
  const end = nightLength(run);
  const begins = run.lines
    .filter(({ what, round }) => what === 'asked' && round === 1)
    .map(({ step, after }) => ({ step: step ?? 0, at: millis(after) }));
  const found = new Map<string, NightLane>();
  for (const line of run.lines) {
    const name = line.person ?? line.webhook;
    if (line.what !== 'told' || line.round !== 1 || line.step === null || !name) continue;
    const step = line.step;
    const isPerson = line.person !== null;
    const key = `${isPerson} ${name}`;
    const lane = found.get(key) ?? { name, isPerson, blocks: [] };
    found.set(key, lane);
    const block = lane.blocks.find((one) => one.step === step);
    if (block) {
      if (line.outcome === 'accepted') block.isLost = false;
      if (line.channel && !block.channels.includes(line.channel)) block.channels.push(line.channel);
      continue;
    }
    lane.blocks.push({
      from: millis(line.after),
      to: begins.find((one) => one.step > step)?.at ?? end,
      step,
      channels: line.channel ? [line.channel] : [],
      isAgain: lane.blocks.length > 0,
      isLost: line.outcome !== 'accepted',
    });
  }
  return [...found.values()].sort((a, b) => Number(b.isPerson) - Number(a.isPerson));
}

export interface Entry {
  key: string;
  after: number;
  icon: IconName;
  title: string;
  detail: string;
  isLost: boolean;
  /** From 1; null for what is of no round. */
  round: number | null;
}

/** What is told of one round, or outside of any. */
export interface Chapter {
  round: number | null;
  entries: Entry[];
}

/** The first round and what is of none as they come; each further round by itself. */
export function chapters(entries: Entry[]): Chapter[] {
  const found: Chapter[] = [];
  for (const entry of entries) {
    const round = entry.round !== null && entry.round > 1 ? entry.round : null;
    const last = found.at(-1);
    if (last && last.round === round) last.entries.push(entry);
    else found.push({ round, entries: [entry] });
  }
  return found;
}

/** Which policy it is, the page says. */
const OF_POLICY = / of policy "[^"]*" \(version \d+\)/;

const CHANNELS: Record<string, string> = {
  email: 'E-mail',
  push: 'Push',
  sms: 'SMS',
  call: 'Call',
  slack: 'Slack',
  webhook: 'Webhook',
};
const channelWord = (channel: string) => CHANNELS[channel] ?? channel;
const listed = (names: string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What would be seen of it, one entry for all that falls together. How it is filed and opened is left out: it is always so. */
export function story(run: PolicyRun): Entry[] {
  const names = new Map(run.people.map(({ word, name }) => [word, name]));
  const groups = new Map<string, SimulatedLine[]>();
  for (const line of run.lines) {
    if (['raised', 'opened', 'started'].includes(line.what)) continue;
    const key = [line.after, line.round, line.step, line.what, line.outcome, line.webhook === null].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].flatMap(([key, lines]) => {
    const made = entry(lines, names);
    const { after, round } = lines[0] as SimulatedLine;
    return made ? [{ key, after: millis(after), round, ...made }] : [];
  });
}

function entry(lines: SimulatedLine[], names: Map<string, string>): Omit<Entry, 'key' | 'after' | 'round'> | null {
  const line = lines[0] as SimulatedLine;
  if (line.what === 'asked') {
    if (line.outcome !== 'nobody') return null;
    return {
      icon: 'x',
      title: `Step ${line.step} reaches nobody.`,
      detail: line.said ?? line.because,
      isLost: true,
    };
  }
  if (line.what !== 'told') {
    const icon = line.what === 'exhausted' ? 'alert' : line.what === 'held' ? 'clock' : 'note';
    return { icon, title: line.because, detail: '', isLost: line.what === 'exhausted' };
  }
  const who = [
    ...new Set(lines.map((one) => (one.person ? (names.get(one.person) ?? one.person) : (one.webhook ?? '')))),
  ];
  const how = listed([...new Set(lines.map((one) => channelWord(one.channel ?? '')))]);
  const isLost = line.outcome === 'failed' || line.outcome === 'given up' || line.outcome === 'waiting';
  return {
    icon: isLost ? 'x' : line.step === null || line.step === 1 ? 'mail' : 'up',
    title: isLost ? `${how} does not reach ${listed(who)}.` : `${how} to ${listed(who)}`,
    detail: [line.said, ...new Set(lines.map(({ because }) => because.replace(OF_POLICY, '')))]
      .filter(Boolean)
      .join(' '),
    isLost,
  };
}

/** `15:00`, minutes and seconds; `2:10:00` once there are many; days in words. */
export function minuteWords(after: number): string {
  if (after >= 24 * 60 * MINUTE) return span(after);
  const seconds = Math.round(after / 1000);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

export const namesOf = (people: Named[]): string => listed(people.map(({ name }) => name));
