import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/client';
import * as queries from '../../api/query-client';
import type { SlaClock } from '../../api/types';
import { nextClock } from './next-clocks';

const clock = (kind: SlaClock['kind']) => ({ kind, state: 'running' }) as SlaClock;

describe('the clocks of a list', () => {
  afterEach(() => vi.restoreAllMocks());

  it('are asked for together, by a hundred', async () => {
    const read = vi.spyOn(queries, 'read').mockImplementation(async (_, query) =>
      String(query?.incidents)
        .split(',')
        .map((incident) => ({ incident, clock: clock('answer') })),
    );
    const clocks = await Promise.all(Array.from({ length: 120 }, (_, n) => nextClock(`incident-${n}`)));
    expect(clocks.every((one) => one?.kind === 'answer')).toBe(true);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('are null where nothing is left to be done in time', async () => {
    vi.spyOn(queries, 'read').mockResolvedValue([{ incident: 'b', clock: clock('resolve') }]);
    expect(await Promise.all([nextClock('a'), nextClock('b')])).toEqual([null, clock('resolve')]);
  });

  it('fail together, and are asked for again', async () => {
    const read = vi.spyOn(queries, 'read').mockRejectedValueOnce(new ApiProblem(503, {}));
    await expect(nextClock('a')).rejects.toThrow(ApiProblem);
    read.mockResolvedValueOnce([]);
    expect(await nextClock('a')).toBeNull();
  });
});
