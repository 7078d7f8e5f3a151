// The reviews of the fake server: one draft with actions, what two editors do to it, and what was learned before.
const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const now = () => new Date().toISOString();

/** Makes the reviews of an incident from its story; asked for on the first look. */
export function reviewsOf({ incidents, timelines, people, page, actor }) {
  const reviews = new Map();
  const [ada, grace, linus] = people;
  const named = ({ id, word, name }) => ({ id, word, name });
  const action = (review, id, text, doneWhen, owner, due, state) => ({
    id,
    postmortem: review,
    incident: review,
    number: incidents.get(review).number,
    text,
    doneWhen,
    owner: named(owner),
    due,
    state,
    overdue: due < day(0) && (state === 'proposed' || state === 'started'),
    changedAt: now(),
    changedBy: actor(ada),
  });
  const textOf = (story) => {
    const at = (n) => story[Math.min(n, story.length - 1)];
    const point = (n, words) => `[[event:${at(n).index}|${words}]]`;
    return [
      '## What happened',
      `Linus shipped payments-db 2026.3.4, which set the pool from 40 to 20 connections. Two minutes later ${point(0, 'checkout failed 7.2 % of payments')}.`,
      `Larum paged Ada, and ${point(3, 'she acknowledged')}. Nobody else was woken.`,
      '## Why it could happen',
      'The pool size is a plain number in the deploy file. The check that compares it with the peak of the last week covers **only staging**.',
      '## What went well',
      `- 214 alerts became one incident and one page for each channel.\n- ${point(5, 'The rollback')} took 2 min 10 s.`,
    ].join('\n\n');
  };
  const of = (id) => {
    const incident = incidents.get(id);
    if (!incident) return null;
    if (!reviews.has(id)) {
      reviews.set(id, {
        about: {
          id,
          incident: id,
          number: incident.number,
          service: incident.service,
          severity: incident.severity,
          cause: 'critical',
          state: 'draft',
          title: 'A smaller pool stopped checkout for 24 minutes',
          version: 2,
          due: day(4),
          late: false,
          writtenAt: now(),
          writtenBy: actor(grace),
          publishedAt: null,
          openActions: 2,
          overdueActions: 1,
        },
        incidentTitle: incident.title,
        askedAt: now(),
        text: textOf(timelines.get(id)),
        learned: null,
        actions: [
          action(
            id,
            'a1',
            'Check the pool size in production, too',
            'a deploy with half the pool is refused',
            linus,
            day(6),
            'started',
          ),
          action(
            id,
            'a2',
            'Warn at 80 % of connections',
            'replayed over 8 weeks: 3 pages, all real',
            ada,
            day(-2),
            'proposed',
          ),
          action(id, 'a3', 'Test push after a restart of the phone', null, ada, day(3), 'done'),
        ],
        index: 1,
      });
    }
    return reviews.get(id);
  };
  const known = () => ({
    postmortem: 'k1',
    incident: [...incidents.keys()][0],
    number: 1871,
    title: 'The pool was too small on the first of the month',
    service: { id: 'checkout', word: 'checkout', name: 'Checkout' },
    solution: 'Set the pool of payments-db to 40 and restart two instances at a time.',
    runbook: 'https://wiki.example.org/runbooks/pool',
    labels: ['pool', 'payments-db'],
    publishedAt: now(),
  });
  const acted = (review) => ({ postmortem: review, changed: true, index: ++review.index });
  const list = () => [...incidents.keys()].slice(0, 3).map((id) => of(id));

  /** The status and the body of the answer; null for what is none of its paths. */
  return function ask(method, path, query, body) {
    const [, incident] = /^\/api\/incidents\/([\w-]+)\/postmortem$/.exec(path) ?? [];
    if (incident) {
      const found = of(incident);
      if (!found) return [404, { code: 'no_such_postmortem', detail: 'There is no review here.' }];
      return [200, method === 'POST' ? acted(found) : found];
    }
    if (path === '/api/postmortems') {
      const lines = list().map(({ about }) => about);
      return [200, page(query.get('state') === 'published' ? [] : lines, query)];
    }
    if (path === '/api/actions') {
      return [
        200,
        page(
          list()
            .flatMap(({ actions }) => actions)
            .filter(({ state }) => state !== 'done'),
          query,
        ),
      ];
    }
    if (path === '/api/knowledge') return [200, page(/kafka/.test(query.get('q') ?? '') ? [] : [known()], query)];
    const [, id, what] = /^\/api\/postmortems\/([\w-]+)(?:\/(.+))?$/.exec(path) ?? [];
    const review = id && of(id);
    if (!review) return null;
    if (what === 'versions') {
      const { version, title } = review.about;
      return [200, page([{ version, title, text: review.text, at: now(), by: actor(grace) }], query)];
    }
    if (method === 'PUT' && !what) {
      if (body.version !== review.about.version) {
        return [
          409,
          { code: 'written_meanwhile', detail: `Grace Hopper wrote version ${review.about.version} meanwhile.` },
        ];
      }
      review.text = body.text;
      Object.assign(review.about, { title: body.title, version: body.version + 1, writtenBy: actor(ada) });
    }
    if (what === 'review') review.about.state = 'review';
    if (what === 'reopen') review.about.state = 'draft';
    if (what === 'publish') {
      review.about.state = 'published';
      review.learned = { ...body, at: now(), by: actor(ada) };
    }
    if (what?.startsWith('actions')) {
      const owner = people.find((one) => one.id === body.owner) ?? ada;
      const kept = action(
        id,
        what.split('/')[1] ?? `a${review.actions.length + 1}`,
        body.text,
        body.doneWhen,
        owner,
        body.due,
        body.state,
      );
      review.actions = [...review.actions.filter((one) => one.id !== kept.id), kept];
    }
    return [what === 'actions' ? 201 : 200, acted(review)];
  };
}
