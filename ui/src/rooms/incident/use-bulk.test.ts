import { expect, it } from 'vitest';
import type { BulkOperation } from '../../api/types';
import { bulkSaid } from './use-bulk';

const operation = (part: Partial<BulkOperation>): BulkOperation => ({
  operation: 'o',
  action: 'acknowledge',
  state: 'done',
  total: 4,
  done: 4,
  changed: 4,
  refused: 0,
  undoUntil: null,
  ...part,
});

it('says how many it was of how many, and what became of the rest', () => {
  expect(bulkSaid('acknowledge', operation({}))).toBe('4 of 4 acknowledged.');
  expect(bulkSaid('resolve', operation({ changed: 3 }))).toBe('3 of 4 resolved. 1 needed nothing or could not be.');
});

it('says what to do when it stopped on the way', () => {
  expect(bulkSaid('snooze', operation({ state: 'stopped', changed: 1 }))).toContain('Do the rest again.');
});
