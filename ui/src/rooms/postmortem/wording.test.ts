import { describe, expect, it } from 'vitest';
import { dayWords, leftToDo, standing } from './wording';

describe('a review in words', () => {
  it('says until when it is to be published, and when that has passed', () => {
    expect(standing({ state: 'draft', due: '2020-03-31', late: false }).word).toBe('Draft, due Tue 31 March 2020');
    expect(standing({ state: 'review', due: '2020-03-31', late: true })).toEqual({
      word: 'In review, was due Tue 31 March 2020',
      icon: 'alert',
    });
    expect(standing({ state: 'published', due: '2020-03-31', late: false }).word).toBe('Published');
    expect(standing({ state: 'asked', due: null, late: false }).word).toBe('Being drafted');
  });

  it('says what is left', () => {
    expect(leftToDo({ openActions: 0, overdueActions: 0 })).toBeNull();
    expect(leftToDo({ openActions: 1, overdueActions: 0 })).toBe('1 action open');
    expect(leftToDo({ openActions: 3, overdueActions: 2 })).toBe('3 actions open, 2 overdue');
  });

  it('names a day without moving it', () => {
    expect(dayWords('2019-12-31')).toBe('Tue 31 December 2019');
  });
});
