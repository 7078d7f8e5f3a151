import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Batch, Live, type Source } from './live';

class FakeSource implements Source {
  isClosed = false;
  readonly url: string;
  private readonly listeners = new Map<string, (event: MessageEvent) => void>();

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: string, listener: (event: MessageEvent) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.isClosed = true;
  }

  say(type: string, data?: unknown): void {
    this.listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) }));
  }

  change(index: number, incident: string | null = null): void {
    this.say('change', { index, event: 'incident.IncidentOpened', incident, alert: null });
  }
}

describe('the live stream', () => {
  let sources: FakeSource[];
  let live: Live;
  let batches: Batch[];
  const newest = () => sources[sources.length - 1] as FakeSource;

  beforeEach(() => {
    vi.useFakeTimers();
    sources = [];
    batches = [];
    live = new Live((url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source;
    });
    live.onChange((batch) => batches.push(batch));
    live.start();
  });

  afterEach(() => {
    live.stop();
    vi.useRealTimers();
  });

  it('hands out changes four times a second, each incident once', () => {
    newest().say('hello', { index: 10 });
    for (let index = 11; index <= 60; index += 1) newest().change(index, index % 2 ? 'a' : 'b');
    expect(batches).toHaveLength(0);
    vi.advanceTimersByTime(250);
    expect(batches).toHaveLength(1);
    expect(batches[0]?.index).toBe(60);
    expect([...(batches[0]?.incidents ?? [])].sort()).toEqual(['a', 'b']);
    expect(live.head).toBe(60);
    vi.advanceTimersByTime(250);
    expect(batches).toHaveLength(1);
  });

  it('goes on after the last index when the connection breaks', () => {
    newest().say('hello', { index: 10 });
    newest().change(12);
    newest().say('error');
    expect(live.state.status).toBe('stopped');
    vi.advanceTimersByTime(1000);
    expect(sources).toHaveLength(2);
    expect(newest().url).toBe('/api/stream?after=12');
    newest().say('hello', { index: 15 });
    expect(live.state.status).toBe('live');
  });

  it('goes on after the hello when nothing had changed before the break', () => {
    newest().say('hello', { index: 10 });
    newest().say('error');
    vi.advanceTimersByTime(1000);
    expect(newest().url).toBe('/api/stream?after=10');
  });

  it('asks for a fresh look at the first hello, and after a server that went back in time, but not after a resume', () => {
    const refresh = vi.fn();
    live.onGap(refresh);
    newest().say('hello', { index: 10 });
    expect(refresh).toHaveBeenCalledTimes(1);
    newest().say('error');
    vi.advanceTimersByTime(1000);
    newest().say('hello', { index: 20 });
    expect(refresh).toHaveBeenCalledTimes(1);
    newest().change(20);
    newest().say('error');
    vi.advanceTimersByTime(1000);
    newest().say('hello', { index: 3 });
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(live.head).toBe(3);
  });

  it('waits longer after each failure and says since when it is deaf', () => {
    const before = Date.now();
    newest().say('error');
    vi.advanceTimersByTime(1000);
    newest().say('error');
    vi.advanceTimersByTime(1999);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sources).toHaveLength(3);
    expect(live.state).toEqual({ status: 'stopped', since: before });
  });

  it('feels the pulse after a silence, and stops when there is no answer', () => {
    newest().say('hello', { index: 10 });
    vi.advanceTimersByTime(45_000);
    expect(sources).toHaveLength(2);
    expect(sources[0]?.isClosed).toBe(true);
    expect(live.state.status).toBe('live');
    vi.advanceTimersByTime(10_000);
    expect(live.state.status).toBe('stopped');
  });

  it('does not listen to a connection it has given up', () => {
    newest().say('hello', { index: 10 });
    const old = newest();
    old.say('error');
    old.change(99, 'ghost');
    vi.advanceTimersByTime(1000);
    expect(newest().url).toBe('/api/stream?after=10');
  });
});
