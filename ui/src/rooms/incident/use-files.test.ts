import { describe, expect, it } from 'vitest';
import { sizeOf } from './Files';
import { LARGEST, objection, type Picked, step } from './use-files';

const picked = (key: string): Picked => ({ key, file: new File(['x'], key), share: 0, id: null, problem: null });

describe('files of a note', () => {
  it('are added, change each on its own, and are removed', () => {
    const all = step(step([], { do: 'add', picked: [picked('a'), picked('b')] }), {
      do: 'change',
      key: 'b',
      to: { id: '7', share: 1 },
    });
    expect(all.map(({ key, id }) => [key, id])).toEqual([
      ['a', null],
      ['b', '7'],
    ]);
    expect(step(all, { do: 'remove', key: 'a' }).map(({ key }) => key)).toEqual(['b']);
    expect(step(all, { do: 'clear' })).toEqual([]);
  });

  it('are not brought back by news of one that was removed', () => {
    const all = step([picked('a')], { do: 'remove', key: 'a' });
    expect(step(all, { do: 'change', key: 'a', to: { share: 0.5 } })).toEqual([]);
  });

  it('are refused before they are sent when the server would refuse them', () => {
    expect(objection({ size: LARGEST })).toBeNull();
    expect(objection({ size: LARGEST + 1 })).toContain('10 MiB');
    expect(objection({ size: 0 })).toContain('empty');
  });

  it('have a size that people read', () => {
    expect([1, 1023, 1024, 10 * 1024, LARGEST].map(sizeOf)).toEqual([
      '1 bytes',
      '1023 bytes',
      '1.0 KiB',
      '10 KiB',
      '10 MiB',
    ]);
  });
});
