// The backlog, invented: one of each state that a page draws otherwise.
const DAY = 86_400_000;
const ago = (days) => new Date(Date.now() - days * DAY).toISOString();
const day = (days) => ago(days).slice(0, 10);
const larum = { kind: 'system', id: null, name: 'Larum' };
const service = { id: 'checkout', word: 'checkout', name: 'Checkout' };
const priority = (impact, feasibility, effort, risk) => {
  const score = Math.round((100 * impact * feasibility) / (effort * risk)) / 100;
  const arithmetic = `(impact ${impact} × feasibility ${feasibility}) ÷ (effort ${effort} × risk ${risk}) = ${score.toFixed(2)}`;
  return { impact, feasibility, effort, risk, score, arithmetic };
};
const criterion = {
  measure: 'nights_a_week',
  direction: 'at_most',
  target: 1,
  service,
  team: null,
  words: 'pages at night: at most 1 a week, of Checkout',
};
const item = (id, kind, title, sentence, more) => ({
  id,
  kind,
  subject: id,
  service: null,
  title,
  sentence,
  figure: null,
  state: 'proposed',
  priority: null,
  round: null,
  criterion: null,
  proposedAt: ago(9),
  proposedBy: larum,
  changedAt: null,
  measured: null,
  closedAt: null,
  rollback: null,
  recurrences: 0,
  index: 40,
  ...more,
});
export const improvements = [
  item(
    'disk',
    'noisy_rule',
    'Delete or mend the rule “Disk # % full” of Prometheus',
    '19 of 20 incidents of it led to nothing. It interrupted people 12 times, of that 4 times at night.',
    { state: 'validate', priority: priority(4, 5, 1, 1), round: 24, criterion, changedAt: ago(3), recurrences: 1 },
  ),
  item(
    'late',
    'late_answers',
    'Answer in time for Checkout',
    'Answered later than promised: INC-1001, INC-1007, INC-1012.',
    {
      state: 'build',
      service,
      priority: priority(5, 3, 3, 1),
      round: 24,
    },
  ),
  item(
    'runbook',
    'missing_runbook',
    'Write a runbook for Payments database',
    'Payments database had an incident in the last 90 days, and has no runbook.',
    {
      state: 'planned',
      priority: priority(3, 5, 2, 2),
      round: 24,
    },
  ),
  item(
    'theme',
    'feedback_theme',
    'Answer what is said again and again',
    '3 comments say nearly the same; the first: “nobody knew whom to call”',
  ),
  item('pool', 'by_hand', 'Split the pool of connections', 'One slow report takes the checkout with it.', {
    state: 'failed',
    priority: priority(5, 2, 5, 4),
    round: 24,
    criterion,
    changedAt: ago(12),
    closedAt: ago(2),
    measured: 3.5,
  }),
];
const OVER = ['done', 'failed', 'dropped'];
const round = {
  number: 24,
  now: 24,
  from: day(5),
  until: day(-8),
  capacity: 20,
  points: 11,
  done: 0,
  phase: 'build',
  phases: [
    { phase: 'research', percent: 20, days: 2, from: day(5), until: day(4) },
    { phase: 'build', percent: 60, days: 6, from: day(3), until: day(-4) },
    { phase: 'validate', percent: 20, days: 2, from: day(-5), until: day(-6) },
  ],
  states: [],
};
const worst = {
  rule: {
    sender: { id: 'prometheus', word: 'prometheus', name: 'Prometheus' },
    rule: 'Disk # % full',
    alerts: 40,
    held: 0,
    incidents: 20,
    told: 20,
    judged: 20,
    idle: 19,
    wakes: 12,
    nights: 4,
    sleepSeconds: 14_400,
    deletable: true,
  },
  improvement: 'disk',
  state: 'validate',
};

/** The status and the body of the answer; null for what is none of its paths. */
export function askImprovements(method, path, query, body, page) {
  if (!path.startsWith('/api/improvements')) return null;
  const [, , , id, what] = path.split('/');
  if (!id && method === 'POST') {
    const made = item(`own${improvements.length}`, 'by_hand', body.title, body.why);
    improvements.push(made);
    return [201, { improvement: made, changed: true, index: 41 }];
  }
  if (!id) {
    const isOpen = query.get('state') === 'open';
    const fits = (one) =>
      (!query.get('state') || OVER.includes(one.state) !== isOpen) &&
      (!query.get('kind') || one.kind === query.get('kind')) &&
      (!query.get('round') || one.round === Number(query.get('round')));
    return [200, page(improvements.filter(fits), query)];
  }
  if (id === 'look') return [200, { seen: 4, proposed: 0, judged: 0 }];
  if (id === 'delete-these') return [200, page([worst], query)];
  if (id === 'rounds') {
    return [200, what === 'now' || what === '24' ? round : { ...round, number: Number(what), points: 0, phase: null }];
  }
  const one = improvements.find((each) => each.id === id);
  if (!one) return [404, { code: 'no_such_improvement', detail: 'There is no such item.' }];
  if (what === 'steps') {
    const step = (index, sentence, days) => ({ index, sentence, at: ago(days), by: larum });
    return [
      200,
      page(
        [step(40, 'The change is live; from here on it is measured.', 3), step(12, `Proposed: ${one.sentence}`, 9)],
        query,
      ),
    ];
  }
  if (method === 'GET') return [200, one];
  if (what === 'weigh') {
    one.priority = priority(body.impact, body.feasibility, body.effort, body.risk);
    if (one.state === 'proposed') one.state = 'weighed';
  }
  if (what === 'plan') Object.assign(one, { round: body.round, state: 'planned' });
  if (what === 'phase') one.state = body.phase;
  if (what === 'rollback') one.rollback = body.note;
  if (what === 'drop') one.state = 'dropped';
  if (what === 'judge')
    return [409, { code: 'too_early', detail: 'A change is judged after 7 days. Nothing was judged.' }];
  return [200, { improvement: one, changed: true, index: ++one.index }];
}
