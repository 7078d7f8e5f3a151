import { describe, expect, it } from 'vitest';
import { begun, inserted, marked, referenced, referenceTo } from './references';

describe('references', () => {
  it('are found wherever they stand', () => {
    expect(referenced('It [[event:7|began]] and [[event:9]] ended. [[event:x|no]] [event:3]')).toEqual(new Set([7, 9]));
  });

  it('hold no mark that would end them', () => {
    expect(referenceTo({ index: 7, sentence: 'Alert: ]] [[event:1|x]]\n# Fired.' })).toBe(
      '[[event:7|Alert: event:1 x # Fired]]',
    );
    const found = referenced(referenceTo({ index: 7, sentence: '😀'.repeat(300) }));
    expect(found).toEqual(new Set([7]));
  });

  it('stand apart from the word before', () => {
    expect(inserted({ text: 'Then it was slow', start: 4, end: 4 }, '[[event:7]]')).toEqual({
      text: 'Then [[event:7]] it was slow',
      start: 16,
      end: 16,
    });
    expect(inserted({ text: '', start: 0, end: 0 }, 'x').text).toBe('x');
  });
});

describe('marks', () => {
  it('go around what is selected and away again', () => {
    const bold = marked({ text: 'a pool', start: 2, end: 6 }, '**');
    expect(bold).toEqual({ text: 'a **pool**', start: 4, end: 8 });
    expect(marked(bold, '**')).toEqual({ text: 'a pool', start: 2, end: 6 });
  });

  it('begin each line', () => {
    const list = begun({ text: 'x\none\ntwo', start: 3, end: 9 }, '- ');
    expect(list.text).toBe('x\n- one\n- two');
    expect(begun(list, '- ').text).toBe('x\none\ntwo');
  });
});
