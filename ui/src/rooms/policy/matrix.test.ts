import { describe, expect, it } from 'vitest';
import { draftOf, policyOf } from './draft';
import { defaultMatrix } from './matrix';

const target = (word: string) => ({ target: word, kind: word.split(':')[0], word, name: word, people: [] });
const known = new Map(
  ['schedule:payments', 'schedule:search', 'team:shop'].map((word) => [word, target(word) as never]),
);

describe('the default matrix', () => {
  it('begins with whoever is on call and goes up by how bad it is', () => {
    const matrix = defaultMatrix(known);
    const [always, critical, high, low] = draftOf(matrix);
    expect(critical?.steps.map(({ raw }) => raw.wait)).toEqual(['5m', '10m', '15m']);
    expect(high?.steps).toHaveLength(3);
    expect(low?.steps).toHaveLength(1);
    expect(always?.steps[0]?.raw.notify).toEqual(['schedule:payments']);
    expect(policyOf(draftOf(matrix))).toEqual(matrix);
  });

  it('takes a team where there is no schedule', () => {
    const teams = new Map([...known].filter(([word]) => word.startsWith('team:')));
    expect(draftOf(defaultMatrix(teams))[0]?.steps[0]?.raw.notify).toEqual(['team:shop']);
  });
});
