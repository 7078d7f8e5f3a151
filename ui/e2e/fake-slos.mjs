// Budgets of errors, invented: one that burns, one that is well, one of which nothing is known.
const DAY = 86_400_000;
const ago = (days) => new Date(Date.now() - days * DAY).toISOString();
const burn = (alarm, stretch, limit, rate, sounds = false) => ({
  alarm,
  stretch,
  limit,
  rate,
  sounds,
  since: sounds ? ago(0.01) : null,
});
const slo = (word, more) => ({
  word,
  service: { id: 'checkout', word: 'checkout', name: 'Checkout' },
  kind: 'availability',
  from: 'incidents',
  objective: 99.9,
  windowSeconds: 30 * 86_400,
  policy: 'conservative',
  policyShare: 0.1,
  withinMillis: null,
  severities: ['critical', 'high'],
  good: 99.908,
  unit: 'seconds',
  budget: 2592,
  spent: 2384,
  left: 0.08,
  burns: [
    burn('fast', '1h', 14.4, 116.7, true),
    burn('slow', '6h', 6, 19.4, true),
    burn('creeping', '3d', 1, 2.4, true),
  ],
  low: true,
  asks: 'Halt deployments of checkout: 8 % of the budget is left.',
  missing: null,
  ...more,
});
export const slos = [
  slo('checkout-up', {}),
  slo('checkout-fast', {
    kind: 'latency',
    from: 'counts',
    objective: 95,
    withinMillis: 500,
    policy: 'moderate',
    policyShare: 0.2,
    good: 97.86,
    unit: 'events',
    budget: 61_240,
    spent: 26_210,
    left: 0.572,
    burns: [burn('fast', '1h', 14.4, 0.4), burn('slow', '6h', 6, 0.6), burn('creeping', '3d', 1, 0.8)],
    low: false,
    asks: null,
  }),
  slo('search-right', {
    service: { id: 'search', word: 'search', name: 'Search' },
    kind: 'errors',
    from: 'counts',
    policy: 'aggressive',
    policyShare: 0.5,
    good: null,
    unit: 'events',
    budget: 0,
    spent: 0,
    left: null,
    burns: [burn('fast', '1h', 14.4, null), burn('slow', '6h', 6, null), burn('creeping', '3d', 1, null)],
    low: false,
    asks: null,
    missing: 'Nothing was counted in this window. Send counts to /api/slos/search-right/counts.',
  }),
];
const STEPS = 60;
const courseOf = ({ left }) =>
  left === null
    ? []
    : Array.from({ length: STEPS + 1 }, (_, at) => ({
        at: ago(30 - at / 2),
        left: at < 20 ? 1 : at < 45 ? 1 - (1 - left) / 3 : at < 60 ? 1 - (1 - left) / 2 : left,
      }));

/** One of them whole; undefined when there is none. */
export function sloOf(word) {
  const one = slos.find((slo) => slo.word === word);
  return (
    one && {
      slo: one,
      course: courseOf(one),
      incidents:
        one.from === 'incidents'
          ? [
              {
                id: 'one',
                number: 1042,
                title: 'Payments fail at the gateway for every card of one bank',
                severity: 'critical',
                beganAt: ago(0.02),
                ongoing: true,
                seconds: 1192,
              },
              {
                id: 'two',
                number: 1017,
                title: 'Checkout times out',
                severity: 'high',
                beganAt: ago(20),
                ongoing: false,
                seconds: 864,
              },
            ]
          : [],
    }
  );
}
