import { expect, it } from 'vitest';
import { addressOf, amount, healthWords, people, shortened, standingOf } from './wording';

const health = (openIncidents: number, openAlerts: number) => ({ openIncidents, openAlerts, worst: null });

it('says amounts as people read them', () => {
  expect(amount(11_400.4)).toBe('11,400');
  expect(amount(0.5)).toBe('0.5');
  expect(people(1)).toBe('1 person');
  expect(people(40_000)).toBe('40,000 people');
});

it('says what is open', () => {
  expect(healthWords(health(0, 0))).toBe('Nothing open');
  expect(healthWords(health(0, 1))).toBe('1 open alert');
  expect(healthWords(health(2, 9))).toBe('2 open incidents');
});

it('finds a service whose word is taken by its id', () => {
  expect(addressOf({ id: 'an-id', word: 'graph' })).toBe('/services/an-id');
  expect(addressOf({ id: 'an-id', word: 'shop' })).toBe('/services/shop');
});

it('says how much a service matters, and shortens long names', () => {
  expect(standingOf({ criticality: 'critical', tier: 1 })).toBe('critical, tier 1');
  expect(standingOf({ criticality: 'low', tier: null })).toBe('low');
  expect(shortened('Payments database', 10)).toBe('Payments…');
  expect(shortened('Shop', 10)).toBe('Shop');
});
