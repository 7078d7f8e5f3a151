import { ApiProblem } from '../../api/client';

const PROJECTION = 'projection-';

/** It reads in order: not retried, but built anew. */
export const isRebuilt = (processor: string): boolean => processor.startsWith(PROJECTION);

export const roomOf = (processor: string): string => processor.replace(PROJECTION, '');

/** What the reader does, and so what is missing while something of it is parked. */
export function kindOf(processor: string): string {
  if (isRebuilt(processor))
    return `Fills a list of this app (${roomOf(processor)}): what these events tell is missing there.`;
  if (processor.startsWith('saga-')) return 'Follows each message to its end: one that failed may lack its next try.';
  return 'Reacts to events: what should have followed from these has not happened.';
}

/** The reason without the packages of Java: `IllegalStateException: no such service`. */
export const inWords = (reason: string): string => reason.replace(/\b(?:[a-z]\w*\.)+(?=[A-Z])/g, '');

/** Indented when it is JSON; as it is when it is not, which may be just what is wrong with it. */
export function formatted(payload: string): { text: string; isJson: boolean } {
  try {
    return { text: JSON.stringify(JSON.parse(payload), null, 2), isJson: true };
  } catch {
    return { text: payload, isJson: false };
  }
}

/** Why it is not known what came of a retry: what happened, what is safe, what to do. */
export function whyUnknown(failure: unknown): string {
  if (!(failure instanceof ApiProblem)) return 'Something broke here. Reload the page; trying again is safe.';
  if (failure.status !== 0) return failure.message;
  return `${failure.message} Whether it was taken is not known. Try again: nothing happens twice.`;
}

export const times = (tries: number): string => (tries === 1 ? 'failed once' : `failed ${tries} times`);

/** `3 taken now, 1 still fails` */
export function sum(taken: number, failed: number): string {
  const parts = [taken > 0 && `${taken} taken now`, failed > 0 && `${failed} still ${failed === 1 ? 'fails' : 'fail'}`];
  return parts.filter(Boolean).join(', ');
}
