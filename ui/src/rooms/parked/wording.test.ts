import { describe, expect, it } from 'vitest';
import { formatted, inWords, sum } from './wording';

describe('a reason', () => {
  it('is said without the packages of Java', () => {
    expect(inWords('org.larum.app.Odd: java.lang.NullPointerException: e.name() is null')).toBe(
      'Odd: NullPointerException: e.name() is null',
    );
  });

  it.each([
    'see https://example.org/A and v1.2',
    'Payments fail. Then more',
    'checkout.example.org',
  ])('%s stays', (text) => {
    expect(inWords(text)).toBe(text);
  });
});

describe('a payload', () => {
  it('is indented', () => {
    expect(formatted('{"a":[1]}')).toEqual({ text: '{\n  "a": [\n    1\n  ]\n}', isJson: true });
  });

  it('stays as it is when it is no JSON', () => {
    expect(formatted('\uFFFD{')).toEqual({ text: '\uFFFD{', isJson: false });
  });
});

it('sums up what came of many', () => {
  expect(sum(3, 1)).toBe('3 taken now, 1 still fails');
  expect(sum(0, 2)).toBe('2 still fail');
  expect(sum(0, 0)).toBe('');
});
