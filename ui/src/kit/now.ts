import { createContext, useContext, useSyncExternalStore } from 'react';
import { browserZone } from './time';

/** The zone in which this reader sees times. */
export const ZoneContext = createContext<string>(browserZone());

export const useZone = (): string => useContext(ZoneContext);

/** One clock for all that counts; it ticks only while somebody looks. */
class Ticker {
  private now = Date.now();
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly watchers = new Set<() => void>();
  private readonly step: number;

  constructor(step: number) {
    this.step = step;
  }

  readonly subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch);
    if (this.watchers.size === 1) {
      this.tick();
      this.timer = setInterval(() => this.tick(), this.step);
    }
    return () => {
      this.watchers.delete(watch);
      if (this.watchers.size === 0) clearInterval(this.timer);
    };
  };

  readonly read = (): number => {
    // Before the first watcher the stored moment may be old.
    if (this.watchers.size === 0 && Date.now() - this.now > this.step) this.now = Date.now();
    return this.now;
  };

  private tick(): void {
    this.now = Date.now();
    for (const watch of this.watchers) watch();
  }
}

const seconds = new Ticker(1000);
const quarters = new Ticker(15_000);

/** Now, renewed each second: for countdowns. */
export const useSecond = (): number => useSyncExternalStore(seconds.subscribe, seconds.read);

/** Now, renewed each 15 s: for ages. */
export const useNow = (): number => useSyncExternalStore(quarters.subscribe, quarters.read);
