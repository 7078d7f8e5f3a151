import { describe, expect, it } from 'vitest';
import type { LoadChange } from '../../api/types';
import {
  blank,
  changeWords,
  definitionOf,
  draftOf,
  handoverFor,
  hourFigure,
  mistakeAt,
  mistakesElsewhere,
  moved,
  OWN,
  signed,
} from './draft';

const WRITTEN = {
  name: 'Payments',
  timeZone: 'Europe/London',
  layers: [
    {
      name: 'primary',
      timeZone: 'Europe/Berlin',
      people: ['ada', ['grace', 'linus']],
      rotation: '2w',
      handover: 'Mon 09:00',
      from: '2026-01-05T00:00',
      until: '2027-01-05T00:00',
      only: ['Mon-Fri 09:00-17:00', 'Sat,Sun'],
      beside: true,
    },
  ],
  overrides: [{ person: 'ada', from: '2026-03-26T20:00:00Z', until: '2026-03-27T08:00:00Z' }],
  remind: '2h',
  holidays: ['2026-12-25', '2026-12-26'],
};

const mistake = (path: string) => ({ path: `schedules.payments.${path}`, message: path });

describe('a draft of a schedule', () => {
  it('comes back in the shape of the file, with what nobody edits here', () => {
    const draft = draftOf('payments', WRITTEN);
    expect(draft.layers[0]).toMatchObject({ rotation: OWN, every: '2w', only: 'Mon-Fri 09:00-17:00\nSat,Sun' });
    expect(definitionOf(draft)).toEqual(WRITTEN);
  });

  it('leaves out what is not given', () => {
    expect(definitionOf(blank('UTC', '2026-03-26T00:00'))).toEqual({
      timeZone: 'UTC',
      layers: [{ name: 'primary', people: [''], rotation: 'weekly', handover: 'Mon 09:00', from: '2026-03-26T00:00' }],
    });
  });

  it('keeps the time of a hand-over when the rotation becomes another one', () => {
    expect(handoverFor('daily', '', 'Fri 08:30')).toBe('08:30');
    expect(handoverFor('monthly', '', '20:00')).toBe('1 20:00');
    expect(handoverFor(OWN, '2w', '08:30')).toBe('Mon 08:30');
    expect(handoverFor(OWN, '12h', 'Mon 08:30')).toBe('08:30');
    expect(handoverFor(OWN, 'soon', 'Mon 08:30')).toBe('Mon 08:30');
  });

  it('moves one by one place', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});

describe('a mistake', () => {
  it('stands beside its field, also when it is about a part of its list', () => {
    const errors = [mistake('layers[0].people[1][0]'), mistake('layers[1]'), mistake('layers[0].only[0]')];
    const at = (field: string) => mistakeAt(errors, 'payments', field);
    expect(at('layers[0].people[1]')).toBe('layers[0].people[1][0]');
    expect(at('layers[0].people[0]')).toBeUndefined();
    expect(at('layers[0].only')).toBe('layers[0].only[0]');
    expect(at('layers[1]')).toBe('layers[1]');
    expect(at('layers[0]')).toBeUndefined();
    expect(at('layers[0].name')).toBeUndefined();
  });

  it('of the whole is about its word', () => {
    expect(mistakeAt([{ path: 'schedules.Pay ments', message: 'A word' }], 'Pay ments', 'word')).toBe('A word');
  });

  it('of what is not in the form is told by its path', () => {
    const errors = [mistake('overrides[0].person'), mistake('name'), mistake('layers[2].only[1]')];
    expect(mistakesElsewhere(errors, 'payments')).toEqual([errors[0]]);
  });
});

describe('what a draft changes', () => {
  const change = (name: string, all: number, nights: number): LoadChange => {
    const none = { all: 0, weekend: 0, nights: 0 };
    return { person: { id: name, word: name, name }, before: none, after: none, more: { all, weekend: 0, nights } };
  };

  it('is said for each person', () => {
    expect(changeWords([change('Ada', 420, 2), change('Grace', -420, -1), change('Linus', 0, 0)])).toBe(
      'Ada +7 h, +2 nights; Grace −7 h, −1 night',
    );
    expect(changeWords([change('Linus', 0, 0)])).toBeNull();
  });

  it('is said in hours and their tenths', () => {
    expect([signed(30), signed(-1), hourFigure(450), signed(-60)]).toEqual(['+0.5', '0', '7.5', '−1']);
  });
});
