import type { Change } from './types';

/** What changed since the last batch. */
export interface Batch {
  index: number;
  incidents: Set<string>;
  alerts: Set<string>;
  events: Set<string>;
}

export interface LiveState {
  status: 'connecting' | 'live' | 'stopped';
  /** When this status began. */
  since: number;
}

/** The part of EventSource used here. */
export interface Source {
  addEventListener(type: string, listener: (event: MessageEvent) => void): void;
  close(): void;
}

const COALESCE_MS = 250;
/** The comments of the server cannot be seen through EventSource, so after this silence the stream is opened anew: its hello is the pulse. */
const SILENCE_MS = 45_000;
const ANSWER_MS = 10_000;
const RETRY_MS = [1000, 2000, 5000, 10_000];

/** The one stream of a tab: resumes by index, hands out what changed four times a second, knows when it is deaf. */
export class Live {
  /** The newest global index seen, from the stream or from the answer of a write. */
  head = 0;
  state: LiveState = { status: 'connecting', since: Date.now() };
  private isOn = false;
  private last: number | null = null;
  private tries = 0;
  private source: Source | null = null;
  private batch: Batch | null = null;
  private flushTimer: ReturnType<typeof setTimeout> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watchers = new Set<() => void>();
  private readonly hearers = new Set<(batch: Batch) => void>();
  private readonly failed = new Set<() => void>();
  private readonly greeted = new Set<() => void>();
  private readonly open: (url: string) => Source;

  constructor(open: (url: string) => Source = (url) => new EventSource(url)) {
    this.open = open;
  }

  start(): void {
    if (this.isOn) return;
    this.isOn = true;
    this.connect();
  }

  stop(): void {
    this.isOn = false;
    clearTimeout(this.timer);
    clearTimeout(this.flushTimer);
    this.flushTimer = undefined;
    this.source?.close();
    this.source = null;
    this.batch = null;
    this.last = null;
    this.tries = 0;
    this.head = 0;
    this.become('connecting');
  }

  /** The network is back, or the tab is looked at again: do not wait for the timer. */
  wake(): void {
    if (this.isOn) this.connect();
  }

  /** The network says it is gone. */
  lose(): void {
    if (this.isOn) this.fail();
  }

  saw(index: number): void {
    this.head = Math.max(this.head, index);
  }

  /** Called with what changed, at most four times a second. */
  onChange(hear: (batch: Batch) => void): () => void {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  }

  /** Called when the stream says hello and something may have been missed before it. */
  onGap(refresh: () => void): () => void {
    this.greeted.add(refresh);
    return () => this.greeted.delete(refresh);
  }

  /** Called each time the stream could not be had: perhaps the session is over. */
  onFailure(check: () => void): () => void {
    this.failed.add(check);
    return () => this.failed.delete(check);
  }

  readonly subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch);
    return () => this.watchers.delete(watch);
  };

  readonly snapshot = (): LiveState => this.state;

  private connect(): void {
    clearTimeout(this.timer);
    this.source?.close();
    const source = this.open(this.last === null ? '/api/stream' : `/api/stream?after=${this.last}`);
    this.source = source;
    source.addEventListener('hello', (event) => source === this.source && this.greet(event));
    source.addEventListener('change', (event) => source === this.source && this.hear(event));
    source.addEventListener('error', () => source === this.source && this.fail());
    this.timer = setTimeout(() => this.fail(), ANSWER_MS);
  }

  private greet(event: MessageEvent): void {
    const { index } = JSON.parse(event.data) as { index: number };
    const hasGap = this.last === null || index < this.last;
    if (hasGap) this.last = index;
    this.head = hasGap ? index : Math.max(this.head, index);
    this.tries = 0;
    this.become('live');
    this.listen();
    if (hasGap) for (const refresh of this.greeted) refresh();
  }

  private hear(event: MessageEvent): void {
    const change = JSON.parse(event.data) as Change;
    this.last = Math.max(this.last ?? 0, change.index);
    this.saw(change.index);
    this.become('live');
    this.listen();
    this.batch ??= { index: 0, incidents: new Set(), alerts: new Set(), events: new Set() };
    this.batch.index = Math.max(this.batch.index, change.index);
    this.batch.events.add(change.event);
    if (change.incident) this.batch.incidents.add(change.incident);
    if (change.alert) this.batch.alerts.add(change.alert);
    this.flushTimer ??= setTimeout(() => this.flush(), COALESCE_MS);
  }

  private flush(): void {
    this.flushTimer = undefined;
    const batch = this.batch;
    this.batch = null;
    if (batch) for (const hear of this.hearers) hear(batch);
  }

  private listen(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), SILENCE_MS);
  }

  private fail(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
    this.become('stopped');
    for (const check of this.failed) check();
    const wait = RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)] as number;
    this.tries += 1;
    this.timer = setTimeout(() => this.connect(), wait);
  }

  private become(status: LiveState['status']): void {
    if (this.state.status === status) return;
    this.state = { status, since: Date.now() };
    for (const watch of this.watchers) watch();
  }
}

export const live = new Live();
