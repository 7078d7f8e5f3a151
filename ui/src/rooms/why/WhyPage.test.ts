import { describe, expect, it } from 'vitest';
import { words } from './WhyPage';

describe('a decision', () => {
  it.each([
    ['IncidentOpened', 'Incident opened'],
    ['root named', 'Root named'],
    ['EscalationStarted', 'Escalation started'],
  ])('is said as people say it', (decision, said) => {
    expect(words(decision)).toBe(said);
  });
});
