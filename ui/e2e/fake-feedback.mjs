// Development only: invented feedback for the fake server.
import { randomUUID } from 'node:crypto';

const DAY = 86_400_000;
const monday = (weeks) => {
  const now = new Date();
  const back = ((now.getUTCDay() + 6) % 7) + weeks * 7;
  return new Date(now.getTime() - back * DAY).toISOString().slice(0, 10);
};

const weeks = [3, 4, 2, 6, 5, 8, 7, 9, 6, 8, 11, 9, 7].map((rated, n) => {
  const useful = Math.round(rated * (0.4 + n * 0.03));
  const wrongPerson = rated > 6 ? 1 : 0;
  return {
    week: monday(12 - n),
    told: 48 - n,
    rated,
    useful,
    noise: rated - useful - wrongPerson,
    wrongPerson,
    incidents: n % 4,
    mean: n % 4 === 0 ? null : 3.5,
  };
});
const sum = (name) => weeks.reduce((all, one) => all + one[name], 0);

export const figures = {
  from: `${weeks[0].week}T00:00:00Z`,
  to: new Date().toISOString(),
  pages: {
    told: sum('told'),
    rated: sum('rated'),
    percent: Math.round((1000 * sum('rated')) / sum('told')) / 10,
    target: 15,
    useful: sum('useful'),
    noise: sum('noise'),
    wrongPerson: sum('wrongPerson'),
  },
  incidents: { rated: 18, mean: 3.6, stars: [1, 2, 5, 6, 4] },
  surveys: {
    begun: 12,
    completed: 8,
    percent: 66.7,
    target: 60,
    questions: [
      { question: 'alerted', sentence: 'The page said what was wrong.', answers: 12, mean: 4.1 },
      { question: 'context', sentence: 'What I needed was at hand: runbook, graphs, changes.', answers: 10, mean: 2.8 },
      { question: 'help', sentence: 'Others helped when I needed them.', answers: 9, mean: 4.4 },
      { question: 'load', sentence: 'What was asked of me was bearable.', answers: 8, mean: 3.6 },
    ],
  },
  categories: [
    {
      category: 'usability',
      comments: 7,
      distinct: 5,
      sentiment: -0.41,
      tags: [
        { tag: 'noise', comments: 5 },
        { tag: 'wording', comments: 3 },
      ],
    },
    { category: 'features', comments: 5, distinct: 2, sentiment: -0.12, tags: [{ tag: 'runbook', comments: 4 }] },
    { category: 'reliability', comments: 2, distinct: 2, sentiment: 0.45, tags: [{ tag: 'delivery', comments: 2 }] },
  ],
  themes: [
    { id: randomUUID(), comment: 'The runbook link is missing', category: 'features', comments: 4, sentiment: -0.45 },
    { id: randomUUID(), comment: '告警太多了', category: 'usability', comments: 2, sentiment: -0.45 },
  ],
  weeks,
};

const person = (name) => ({ id: randomUUID(), word: name.toLowerCase(), name });
const service = (word) => ({ id: word, word, name: word });

/** @param incident any that there is */
export const said = (incident) => {
  const about = { id: incident.id, number: incident.number, title: incident.title };
  const line = (minutes, more) => ({
    id: randomUUID(),
    incident: about,
    service: service('checkout'),
    person: person('Grace Hopper'),
    verdict: null,
    stars: null,
    comment: null,
    category: null,
    tags: [],
    sentiment: null,
    alike: 0,
    at: new Date(Date.now() - minutes * 60_000).toISOString(),
    ...more,
  });
  return [
    line(9, { kind: 'page', verdict: 'noise' }),
    line(64, {
      kind: 'incident',
      stars: 3,
      comment: 'The runbook link is missing, and it took long to find out who knows the payment provider.',
      category: 'features',
      tags: ['runbook', 'wish'],
      sentiment: -0.45,
      alike: 3,
    }),
    line(65, { kind: 'page', verdict: 'useful', person: person('Linus') }),
    line(3000, {
      kind: 'incident',
      stars: 5,
      comment: 'Very clear page, thanks.',
      category: 'usability',
      tags: ['wording'],
      sentiment: 0.78,
      person: person('Linus'),
    }),
    line(5000, { kind: 'page', verdict: 'wrong_person', service: service('ledger') }),
  ];
};
