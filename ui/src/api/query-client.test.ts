import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { invalidate, queryClient } from './query-client';

const batch = (...incidents: string[]) => ({
  index: 9,
  incidents: new Set(incidents),
  alerts: new Set<string>(),
  events: new Set(['incident.IncidentAcknowledged']),
});

beforeEach(() => queryClient.clear());

/** Somebody looks at this. */
const look = (queryKey: string[], queryFn: () => Promise<string>) =>
  new QueryObserver(queryClient, { queryKey, queryFn }).subscribe(() => {});

it('reads again only what changed', async () => {
  const mine = vi.fn(async () => 'mine');
  const other = vi.fn(async () => 'other');
  const leave = [look(['incident', 'a'], mine), look(['incident', 'b'], other)];
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  invalidate(batch('a'));
  await vi.waitFor(() => expect(mine).toHaveBeenCalledTimes(2));
  expect(other).toHaveBeenCalledTimes(1);
  for (const stop of leave) stop();
});

it('reads a second time when the change came while the first reading was on its way', async () => {
  let answer: (value: string) => void = () => {};
  const reading = vi.fn(() => new Promise<string>((resolve) => (answer = resolve)));
  const leave = look(['timeline', 'a'], reading);
  invalidate(batch('a'));
  expect(reading).toHaveBeenCalledTimes(1);
  answer('old');
  await vi.waitFor(() => expect(reading).toHaveBeenCalledTimes(2));
  answer('new');
  await vi.waitFor(() => expect(queryClient.getQueryData(['timeline', 'a'])).toBe('new'));
  leave();
});
