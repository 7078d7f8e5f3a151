import type { PolicyTarget } from '../../api/types';

type Raw = Record<string, unknown>;

const LEVELS = ['On-call engineer', 'Senior engineer, team lead', 'Architect, manager'];

/**
 * Three levels, and how long each has by how bad it is: 5, 15 and 30 minutes where it is critical, 15 minutes and an hour where it is high,
 * hours where it is less; what is low goes up to nobody. Who is on call stands first; roles that nobody has yet are told as mistakes.
 */
export function defaultMatrix(known: Map<string, PolicyTarget>): Raw {
  const [engineer] = [...known.keys()].filter((one) => one.startsWith('schedule:'));
  const [team] = [...known.keys()].filter((one) => one.startsWith('team:'));
  const who = [
    [engineer ?? team ?? 'schedule:primary'],
    ['role:senior', 'role:lead'],
    ['role:architect', 'role:manager'],
  ];
  const steps = (...waits: string[]) =>
    waits.map((wait, place) => ({ level: LEVELS[place], notify: who[place], wait }));
  return {
    repeat: 0,
    steps: steps('2h', '6h'),
    when: [
      { severity: ['critical'], repeat: 2, steps: steps('5m', '10m', '15m') },
      { severity: ['high'], repeat: 1, steps: steps('15m', '45m', '1h') },
      { severity: ['low'], repeat: 0, steps: steps('1d') },
    ],
  };
}
