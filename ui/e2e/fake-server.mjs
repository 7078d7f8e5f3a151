// Development only: serves the built app with invented data, to look at screens without a server. node e2e/fake-server.mjs [port] [extra rows]
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { said as feedback, figures } from './fake-feedback.mjs';
import { askImprovements } from './fake-improvements.mjs';
import { reviewsOf } from './fake-reviews.mjs';
import { sloOf, slos } from './fake-slos.mjs';

const PORT = Number(process.argv[2] ?? 4400);
const EXTRA = Number(process.argv[3] ?? 0);
const OUT = new URL('../target/classes/static/', import.meta.url).pathname;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const minutes = (n) => new Date(Date.now() - n * 60_000).toISOString();
const person = (word, name, more = {}) => ({
  id: randomUUID(),
  word,
  name,
  email: `${word}@example.org`,
  timeZone: 'Europe/Berlin',
  administrator: false,
  account: 'active',
  ...more,
});
const ada = person('ada', 'Ada Lovelace', { administrator: true });
const grace = person('grace', 'Grace Hopper', { timeZone: 'America/New_York' });
const linus = person('linus', 'Linus', { timeZone: 'Europe/Helsinki' });
const people = [
  ada,
  grace,
  linus,
  person('katherine', 'Katherine Johnson', { account: 'invited', timeZone: 'Asia/Kolkata' }),
];
const actor = (p) => ({ kind: 'person', id: p.id, name: p.name });
const machine = { kind: 'integration', id: randomUUID(), name: 'alertmanager' };
const service = (word) => ({ id: word, word, name: word });

const aside = (processor, index, event, reason, tries, age) => ({
  processor,
  index,
  event,
  reason,
  tries,
  at: minutes(age),
});
let parked = process.env.CALM
  ? []
  : [
      aside(
        'projection-timeline',
        47_733,
        'incident.IncidentNoted',
        'java.lang.IllegalStateException: no sentence',
        1,
        70,
      ),
      aside(
        'saga-delivery',
        47_910,
        'notification.DeliveryFailed',
        'org.axonframework.modelling.saga.SagaExecutionException: the saga could not be read: tools.jackson.core.JsonParseException: Unexpected character (0x00) at line 1, column 1',
        4,
        44,
      ),
      aside('when-alert-raised', 48_011, 'alert.AlertRaised', 'java.lang.NullPointerException: service is null', 1, 8),
      aside('when-alert-raised', 48_012, 'alert.AlertRaised', 'java.lang.NullPointerException: service is null', 2, 7),
      aside('when-alert-raised', 48_020, null, 'java.lang.IllegalStateException: no such event in the log', 1, 3),
    ];

const ratingOf = (priority) => ({
  priority,
  score: 68,
  considerations: [
    { name: 'severity', points: 35, most: 35, sentence: 'The fault itself is critical.' },
    { name: 'business', points: 25, most: 25, sentence: 'The service is of critical criticality, in tier 1.' },
    {
      name: 'users',
      points: 0,
      most: 0,
      sentence: 'Nobody wrote down how many use the service, so this does not count.',
    },
  ],
  counts: priority,
  byHand: false,
});

const health = (openIncidents, worst) => ({ openIncidents, openAlerts: openIncidents * 3, worst });
const line = (word, name, needs, neededBy, state) => ({
  ...service(word),
  name,
  team: { id: 'payments', word: 'payments', name: 'Payments' },
  criticality: 'critical',
  tier: 1,
  users: 40_000,
  revenuePerMinute: 380,
  process: 'Order to cash',
  runbook: 'https://runbooks.example.org/payments/pool',
  links: [],
  needs,
  neededBy,
  health: state,
  lastChange: null,
});
const services = [
  line('checkout', 'Checkout', 1, 0, health(1, 'critical')),
  line('payments-db', 'Payments database', 0, 1, health(1, 'high')),
];
const neighbours = (...lines) => ({
  total: lines.length,
  items: lines.map(({ id, word, name, health: state }) => ({
    service: { id, word, name },
    criticality: 'critical',
    direct: true,
    health: state,
  })),
});
const around = (incident) => ({
  incident: incident.id,
  impact: {
    since: incident.openedAt,
    until: incident.resolvedAt,
    asOf: minutes(0),
    seconds: Math.round((Date.now() - Date.parse(incident.openedAt)) / 1000),
    users: { count: 40_000, of: incident.service },
    revenue: {
      perMinute: 380,
      soFar: (380 * (Date.now() - Date.parse(incident.openedAt))) / 60_000,
      of: incident.service,
    },
    processes: ['Order to cash'],
    services: [incident.service],
  },
  related: { needs: neighbours(services[1]), neededBy: neighbours() },
  changes: { items: [], more: false },
  similar: [],
  guide: { books: [{ service: incident.service, runbook: incident.runbook, links: [] }] },
  missing: [],
});

const onPage = (word, name, group, place, state) => ({
  service: { id: `service-${word}`, word, name: word },
  component: name && { service: `service-${word}`, name, group, place, shown: true, since: minutes(90_000), state },
});
const components = [
  onPage('basket', 'Basket', 'Shop', 20, 'operational'),
  onPage('checkout', 'Paying', 'Shop', 10, 'degraded'),
  onPage('payments-db', null),
  onPage('search', 'Search', 'Shop', 30, 'operational'),
];
const said = (age, state, text, component) => ({
  at: minutes(age),
  state,
  text,
  affected: [{ service: components[1].service, state: component }],
  planned: null,
  by: actor(ada),
});
const notices = [
  {
    id: randomUUID(),
    kind: 'incident',
    visibility: 'public',
    state: 'monitoring',
    withdrawn: false,
    subject: {
      title: 'Paying works again, more slowly than usual',
      incident: { id: randomUUID(), number: 2046, title: 'checkout: 5xx over 2 %' },
      publishedAt: minutes(25),
      changedAt: minutes(4),
    },
    posts: [
      said(4, 'monitoring', 'Payments work again. Some may still take up to ten seconds.', 'degraded'),
      said(25, 'investigating', 'About one payment in fourteen fails. You can try again safely.', 'partial_outage'),
    ],
  },
];

const mine = { page: { message: randomUUID(), verdict: null }, mine: null, rated: 2, mean: 3.5 };
mine.survey = figures.surveys.questions.map(({ question, sentence }) => ({ question, sentence, answer: null }));

let index = 48_200;
let head = 2047;
const incidents = new Map();
const timelines = new Map();
const alerts = new Map();
const streams = new Set();
const log = [];
let isInvited = true;
let isSignedIn = !process.env.FRESH;

function open({ title, severity, word, age, detections = 1, next = null, ...more }) {
  const incident = {
    id: randomUUID(),
    number: more.number ?? head++,
    title,
    state: 'triggered',
    severity,
    service: service(word),
    team: { id: 'payments', word: 'payments', name: 'Payments' },
    openedAt: minutes(age),
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    resolvedBy: null,
    reopened: 0,
    alerts: { total: Math.min(4, detections), open: Math.min(3, detections), detections },
    escalation: next ? 'running' : 'exhausted',
    awaits: [],
    nextStep: next && { at: new Date(Date.now() + next[1] * 1000).toISOString(), names: [next[0]] },
    policy: { word: 'payments', version: 14 },
    runbook: 'https://runbooks.example.org/payments/pool',
    assignee: null,
    heldUntil: null,
    mitigatedAt: null,
    mitigatedBy: null,
    snooze: null,
    priority: null,
    root: null,
    rating: ratingOf('P2'),
    impactBegan: null,
    partOf: null,
    mergeSuggested: null,
    parts: [],
    index: ++index,
    ...more,
  };
  incidents.set(incident.id, incident);
  timelines.set(incident.id, [
    entry('alert', 'AlertsJoined', `${word}: ${title}.`, 'from alertmanager', machine, severity, minutes(age)),
    entry(
      'message',
      'MessageSent',
      'Ada Lovelace was paged by e-mail. Step 1 of policy payments.',
      'accepted by mail.example.org',
      null,
      null,
      minutes(age - 0.1),
    ),
  ]);
  return incident;
}

function entry(kind, event, sentence, detail, who, severity, at = new Date().toISOString()) {
  return {
    index: ++index,
    at,
    kind,
    event: `incident.${event}`,
    sentence,
    detail,
    actor: who,
    severity,
    attachments: [],
  };
}

const PIXELS = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const file = (name, type, size) => ({ id: randomUUID(), name, type, size, digest: 'ba7816bf8f01cfea414140de5dae2223' });
const uploads = new Map();

const LANE_OF = { alert: 'alerts', message: 'notifications', escalation: 'notifications', incident: 'changes' };

function lanesOf(story) {
  const marks = story.map(({ at, kind, sentence, detail, severity }) => ({
    at,
    until: at,
    count: 1,
    kind,
    sentence,
    detail,
    severity,
  }));
  const times = story.map(({ at }) => at).sort();
  const lanes = ['alerts', 'notifications', 'people', 'changes'].map((lane) => {
    const own = marks.filter(({ kind }) => (LANE_OF[kind] ?? 'people') === lane);
    if (lane === 'alerts' && own[1]) Object.assign(own[1], { count: 211 });
    return { lane, total: own.reduce((sum, { count }) => sum + count, 0), marks: own };
  });
  return { from: times[0], until: times.at(-1), partMillis: 4000, lanes };
}

const subscribers = [
  { email: 'status@customer.example', services: [], missed: 0, failure: null, ended: null },
  {
    email: 'noc@partner.example',
    services: [service('checkout')],
    missed: 3,
    failure: 'The mail server refused the recipient: 550 no such user.',
    ended: minutes(300),
  },
].map((one, n) => ({ id: randomUUID(), since: minutes(5000 + n * 3000), ...one }));

const summaries = [
  ['5xx over 2 %', 'critical', 164],
  ['Timeouts to ledger', 'high', 31],
  ['Connections at 100 %', 'high', 3],
  ['Queue depth over 500', 'medium', 16],
];

function alertsOf(incident) {
  if (!alerts.has(incident.id)) {
    alerts.set(
      incident.id,
      summaries.slice(0, incident.alerts.total).map(([summary, severity, count], n) => ({
        id: randomUUID(),
        key: `checkout/${summary.toLowerCase().replace(/\W+/g, '-')}`,
        state: n === 3 ? 'resolved' : incident.state === 'mitigated' ? 'acknowledged' : incident.state,
        severity,
        summary,
        service: incident.service,
        component: n === 1 ? 'cart' : null,
        labels: { region: 'eu-central-1', instance: 'checkout-7', job: 'checkout' },
        links: [
          { href: 'https://graphs.example.org/d/1', text: 'Graph' },
          { href: 'javascript:alert(1)', text: 'Not a link' },
        ],
        count,
        firstSeen: minutes(12 - n),
        lastSeen: minutes(1),
        endedAt: null,
        incident: incident.id,
        integration: { id: 'i', word: 'alertmanager' },
      })),
    );
  }
  return alerts.get(incident.id);
}

const resolved = (by, ago) => ({ state: 'resolved', resolvedAt: minutes(ago), resolvedBy: by, escalation: 'stopped' });
const held = (by, ago) => ({
  state: 'acknowledged',
  heldUntil: minutes(ago - 30),
  acknowledgedAt: minutes(ago),
  acknowledgedBy: actor(by),
  escalation: 'stopped',
});
for (let n = EXTRA; n > 0; n -= 1) {
  const more = n % 3 === 0 ? resolved(actor(grace), n) : n % 3 === 1 ? held(linus, n) : {};
  open({
    title: `Synthetic incident ${n}`,
    severity: ['low', 'medium', 'high'][n % 3],
    word: `svc-${n % 20}`,
    age: n + 600,
    ...more,
  });
}
open({ title: 'Backup finished late', severity: 'low', word: 'payments-db', age: 360, ...resolved(machine, 340) });
open({
  title: 'Refund job failed twice',
  severity: 'medium',
  word: 'ledger',
  age: 240,
  detections: 2,
  ...resolved(actor(grace), 200),
});
open({
  title: 'Mail queue over 10,000',
  severity: 'high',
  word: 'mail',
  age: 60,
  detections: 7,
  ...resolved(machine, 45),
});
open({
  title: 'Index orders_old is unused',
  severity: 'low',
  word: 'payments-db',
  age: 2900,
  ...held(ada, 2800),
  state: 'mitigated',
});
open({ title: 'Certificate of api ends in 9 days', severity: 'medium', word: 'edge', age: 300, ...held(ada, 290) });
open({ title: 'Disk at 82 % on ledger-3', severity: 'medium', word: 'ledger', age: 125, ...held(linus, 110) });
open({ title: 'Search p99 at 2.4 s', severity: 'high', word: 'search', age: 52, detections: 41, ...held(grace, 40) });
open({
  title: 'Nightly export stands still since the deploy of the reporting pipeline on Tuesday evening',
  severity: 'low',
  word: 'reports',
  age: 33,
  detections: 12,
});
open({
  title: 'Replica lag over 30 s',
  severity: 'high',
  word: 'payments-db',
  age: 11,
  detections: 3,
  next: ['Grace Hopper', 2920],
  assignee: { id: linus.id, word: 'linus', name: 'Linus' },
  priority: 'P2',
  mergeSuggested: { id: [...incidents.keys()].at(-1), number: 2040, title: 'Search p99 at 2.4 s' },
});
open({
  title: 'Backups of the archive are slow',
  severity: 'medium',
  word: 'archive',
  age: 95,
  snooze: { until: minutes(-120), reason: 'The vendor replaces a disk at noon' },
});
const big = open({
  title: '7.2 % of payments fail',
  severity: 'critical',
  word: 'checkout',
  age: 8,
  detections: 214,
  next: ['Grace Hopper', 658],
});
timelines
  .get(big.id)
  .push(
    entry(
      'note',
      'IncidentNoted',
      'Grace Hopper noted: The **pool** is full:\n\n- `payments-db` has 100 of 100 connections\n- see [the graph](https://graphs.example.org/1)',
      null,
      actor(grace),
      null,
      minutes(7),
    ),
    entry(
      'alert',
      'AlertsJoined',
      '211 more alerts came with the same cause. Nobody else was paged.',
      'checkout, cart and ledger depend on payments-db',
      machine,
      'high',
      minutes(6),
    ),
    entry(
      'escalation',
      'EscalationStepped',
      'Step 1 had no answer after 5 minutes. Grace Hopper is next.',
      null,
      null,
      null,
      minutes(3),
    ),
  );

function tell(incident, event) {
  const line = { index: ++index, event: `incident.${event}`, incident: incident.id, alert: null };
  incident.index = index;
  log.push(line);
  for (const stream of streams) stream.write(`id: ${index}\nevent: change\ndata: ${JSON.stringify(line)}\n\n`);
}

const outbox = () =>
  [...incidents.values()]
    .reverse()
    .slice(0, 12)
    .map((incident, n) => ({
      id: incident.id,
      incident: { id: incident.id, number: incident.number, title: incident.title },
      recipient: n % 4 === 3 ? { kind: 'webhook', id: 'w', name: 'chat-bridge' } : actor(people[n % 3]),
      channel: n % 4 === 3 ? 'webhook' : 'email',
      kind: n % 3 === 2 ? 'update' : 'page',
      state: ['pending', 'sent', 'sent', 'failed', 'waiting', 'sent', 'dropped'][n % 7],
      reason:
        {
          3: '550 mailbox unavailable',
          4: 'the mail server did not answer; next try in 40 s',
          6: 'answered before it was sent',
        }[n % 7] ?? null,
      attempts: (n % 3) + 1,
      requestedAt: incident.openedAt,
      changedAt: incident.openedAt,
    }));

function storyOf(message) {
  const line = (seconds, what, attempt, sentence, detail, tookMillis = null) => ({
    at: new Date(Date.parse(message.requestedAt) + seconds * 1000).toISOString(),
    what,
    attempt,
    sentence,
    detail,
    unknown: sentence.includes('nobody knows'),
    tookMillis,
  });
  const lines = [
    line(0, 'requested', null, 'It was asked for.', 'Step 1, message 1 to them'),
    line(
      10,
      'failed',
      1,
      'Attempt 1: nobody knows whether it arrived.',
      'mail.example.org:25 did not answer in time',
      10_040,
    ),
    line(10, 'scheduled', null, 'It is tried again in 4 s.', null),
    line(15, 'sent', 2, 'Attempt 2 was accepted.', '250 2.0.0 queued as 4XyZ', 420),
  ];
  return { message, lines, next: [{ id: randomUUID(), channel: 'sms', at: message.requestedAt }] };
}

function channels() {
  const rate = (taken, lost) => ({
    taken,
    lost,
    percent: taken + lost ? Math.floor((taken * 100) / (taken + lost)) : null,
    p50Millis: taken ? 380 : null,
    p95Millis: taken ? 2_100 : null,
  });
  const one = (id, kind, name, provider, more) => ({
    id,
    kind,
    name,
    provider,
    since: minutes(900),
    state: 'works',
    sentence: 'Messages get through.',
    remedy: null,
    lastTaken: minutes(4),
    lastError: null,
    hour: rate(120, 2),
    day: rate(2_310, 7),
    queue: { due: 0, waiting: 0, sending: 0, oldest: null },
    test: null,
    disabledAt: null,
    canCheck: true,
    check: { at: minutes(500), ok: true, said: 'the account is active', tookMillis: 310 },
    ...more,
  });
  return {
    at: minutes(0),
    sentence: 'E-mail does not work. ops was never tried.',
    channels: [
      one('email', 'email', 'E-mail', 'mail.example.org:25', {
        state: 'failing',
        sentence: 'Its provider was asked and does not take messages: Nothing answers at mail.example.org:25.',
        remedy: 'Look at channels: email: in the configuration and at the mail server, then send a test.',
        lastError: { message: randomUUID(), at: minutes(3), reason: 'Nothing answers at mail.example.org:25.' },
        queue: { due: 2, waiting: 5, sending: 1, oldest: minutes(6) },
        check: { at: minutes(2), ok: false, said: 'Nothing answers at mail.example.org:25.', tookMillis: 12 },
      }),
      one('w', 'webhook', 'ops', 'slack at hooks.slack.com', {
        state: 'untried',
        sentence: 'Nothing was sent this way yet.',
        remedy: 'Send a test.',
        lastTaken: null,
        hour: rate(0, 0),
        day: rate(0, 0),
        canCheck: false,
        check: null,
      }),
      one('t', 'webhook', 'tickets', 'tickets.example.org', {
        state: 'disabled',
        sentence:
          'It is told nothing more. 40 attempts in 25 h failed and none got through. The last: tickets.example.org answered with status 500: it has a problem.',
        remedy:
          'Look at channels: webhooks: tickets: and at whoever listens there, send a test, then press "Enable again".',
        disabledAt: minutes(30),
        lastTaken: minutes(1_600),
        hour: rate(0, 2),
        day: rate(0, 40),
        check: { at: minutes(90), ok: false, said: 'tickets.example.org answered with status 500.', tookMillis: 310 },
      }),
      one('sms', 'sms', 'SMS', 'Twilio', {}),
    ],
    absent: ['Push'],
  };
}

function page(items, query) {
  const limit = Number(query.get('limit') ?? 50);
  const from = Number(query.get('after') ?? 0);
  return { items: items.slice(from, from + limit), next: from + limit < items.length ? String(from + limit) : null };
}

function answer(response, status, body) {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const askReviews = reviewsOf({ incidents, timelines, people, page, actor });

async function handle(request, response) {
  const url = new URL(request.url, 'http://x');
  const path = url.pathname;
  const query = url.searchParams;
  if (!path.startsWith('/api/')) {
    const file = join(OUT, path);
    const found = path !== '/' && existsSync(file) ? file : join(OUT, 'index.html');
    response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'text/html', 'Content-Security-Policy': CSP });
    response.end(readFileSync(found));
    return;
  }
  let raw = '';
  for await (const chunk of request) raw += chunk;
  if (/\/attachments$/.test(path)) {
    const taken = file(query.get('name'), /png$/.test(query.get('name')) ? 'image/png' : 'text/plain', raw.length);
    if (/exe$/.test(taken.name))
      return answer(response, 400, { code: 'file_type', detail: 'Files are text or images.' });
    uploads.set(taken.id, taken);
    return answer(response, 201, taken);
  }
  if (/\/attachments\//.test(path)) {
    response.writeHead(request.method === 'GET' ? 200 : 204, { 'Content-Type': 'image/png' });
    return response.end(request.method === 'GET' ? PIXELS : undefined);
  }
  const body = raw ? JSON.parse(raw) : {};
  const session = { person: ada, csrf: 'csrf-1' };
  const invitation = /^\/api\/invitations\/(\w+)$/.exec(path);
  if (path === '/api/fake/news') {
    const fresh = open({
      title: query.get('title') ?? 'Ledger writes time out',
      severity: query.get('severity') ?? 'high',
      word: 'ledger',
      age: 0,
      next: ['Grace Hopper', 900],
    });
    tell(fresh, 'IncidentOpened');
    return answer(response, 200, fresh);
  }
  if (path === '/api/fake/held') {
    const some = [...incidents.values()].find((one) => one.state === 'triggered');
    Object.assign(some, held(linus, 0), { nextStep: null });
    tell(some, 'IncidentAcknowledged');
    return answer(response, 200, some);
  }
  if (path === '/api/fake/cut') {
    for (const stream of streams) stream.destroy();
    return answer(response, 200, {});
  }
  if (invitation) {
    if (!isInvited)
      return answer(response, 404, {
        code: 'link_expired',
        detail: 'This link was used or is older than a day.',
        status: 404,
      });
    if (request.method === 'GET') return answer(response, 200, { kind: 'setup', name: null, email: null });
    if (body.password.length < 12) {
      return answer(response, 400, {
        code: 'invalid',
        detail: 'The password is too short.',
        errors: [{ path: 'password', message: 'At least 12 characters.' }],
      });
    }
    Object.assign(ada, { name: body.name, email: body.email, timeZone: body.timeZone, password: body.password });
    isInvited = false;
    isSignedIn = true;
    return answer(response, 200, session);
  }
  if (path === '/api/session' && request.method === 'POST') {
    if (ada.password && body.password !== ada.password)
      return answer(response, 401, { code: 'wrong_credentials', detail: 'no' });
    isSignedIn = true;
    return answer(response, 200, session);
  }
  if (!isSignedIn) return answer(response, 401, { code: 'not_signed_in', detail: 'Sign in first.' });
  if (path === '/api/session') {
    if (request.method === 'DELETE') {
      isSignedIn = false;
      return answer(response, 204);
    }
    return answer(response, 200, session);
  }
  if (path === '/api/stream') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(`event: hello\ndata: {"index":${index}}\n\n`);
    const after = Number(query.get('after') ?? index);
    for (const line of log)
      if (line.index > after) response.write(`id: ${line.index}\nevent: change\ndata: ${JSON.stringify(line)}\n\n`);
    streams.add(response);
    request.on('close', () => streams.delete(response));
    return;
  }
  if (request.method === 'POST' && request.headers['x-larum-csrf'] !== 'csrf-1')
    return answer(response, 403, { code: 'csrf', detail: 'Wrong value.' });
  if (path === '/api/people') return answer(response, 200, page(people, query));
  if (path === '/api/people/invitations') {
    const invited = person(body.email.split('@')[0], body.name, { email: body.email, account: 'invited' });
    people.push(invited);
    return answer(response, 202, { person: invited, mail: 'waiting' });
  }
  if (path === '/api/operations/parked') return answer(response, 200, page(parked, query));
  if (path === '/api/operations/parked/readers') {
    const names = [...new Set(parked.map(({ processor }) => processor))];
    const count = (name) => parked.filter(({ processor }) => processor === name).length;
    const readers = names.map((processor) => ({ processor, parked: count(processor) }));
    return answer(response, 200, { parked: parked.length, readers });
  }
  const [, reader, which, what] = /^\/api\/operations\/parked\/([\w-]+)(?:\/(\d+))?\/(\w+)$/.exec(path) ?? [];
  if (what === 'payload') return answer(response, 200, { payload: JSON.stringify({ alert: big.id, ...big.service }) });
  if (what === 'retry') {
    const wanted = parked.filter((one) => one.processor === reader && (!which || one.index === Number(which)));
    const isTaken = (one) => one.index % 2 === 1;
    parked = parked.filter((one) => !(wanted.includes(one) && isTaken(one)));
    const items = wanted.map((one) => ({
      index: one.index,
      taken: isTaken(one),
      reason: isTaken(one) ? null : one.reason,
    }));
    return answer(response, 200, which ? items[0] : { items, next: null });
  }
  if (path === '/api/status/components') {
    const items = components.filter(({ component }) => query.get('shown') !== 'true' || component?.shown);
    return answer(response, 200, page(items, query));
  }
  if (path === '/api/status/subscribers') {
    return answer(response, 200, { items: subscribers, next: null, total: subscribers.length - 1, ended: 1 });
  }
  if (path === '/api/status/notices') {
    return answer(response, 200, page(query.get('state') === 'open' ? notices : [], query));
  }
  const improved = askImprovements(request.method, path, query, body, page);
  if (improved) return answer(response, ...improved);
  if (path === '/api/slos') return answer(response, 200, page(slos, query));
  if (path.startsWith('/api/slos/')) {
    const one = sloOf(path.split('/')[3]);
    return one
      ? answer(response, 200, one)
      : answer(response, 404, { code: 'no_such_slo', detail: 'There is no such SLO.' });
  }
  if (path === '/api/feedback/figures') return answer(response, 200, figures);
  if (path === '/api/feedback') {
    const found = feedback([...incidents.values()].at(-1));
    const fits = (one) =>
      ['kind', 'verdict', 'category'].every((name) => !query.get(name) || one[name] === query.get(name));
    return answer(response, 200, page(found.filter(fits), query));
  }
  if (path.startsWith('/api/outbox/') && path.endsWith('/rating')) {
    mine.page.verdict = body.verdict;
    return answer(response, 200, mine);
  }
  if (path === '/api/outbox/recipients') {
    return answer(response, 200, { items: people.map(({ id, name }) => ({ kind: 'person', id, name })) });
  }
  if (path.startsWith('/api/outbox/')) {
    const message = outbox().find(({ id }) => path.endsWith(id));
    if (!message) return answer(response, 404, { code: 'no_such_message', detail: 'There is no such message.' });
    return answer(response, 200, storyOf(message));
  }
  if (path === '/api/channels') return answer(response, 200, channels());
  if (path === '/api/outbox')
    return answer(
      response,
      200,
      page(
        outbox().filter((one) => !query.get('state') || one.state === query.get('state')),
        query,
      ),
    );
  if (path === '/api/alerts') return answer(response, 200, page(alertsOf(incidents.get(query.get('incident'))), query));
  if (path === '/api/services/graph') {
    const nodes = services.map(({ id, word, name, criticality, health: state }) => ({
      id,
      word,
      name,
      criticality,
      health: state,
    }));
    const edges = [{ from: 'checkout', to: 'payments-db' }];
    return answer(response, 200, { around: query.get('around'), total: 2, whole: true, nodes, edges });
  }
  if (path === '/api/services') {
    const facets = { teams: [], criticalities: [{ criticality: 'critical', services: 2 }] };
    return answer(response, 200, { items: services, next: null, total: 2, facets });
  }
  if (path.startsWith('/api/services/')) {
    const found = services.find(({ word }) => path.endsWith(`/${word}`));
    if (!found) return answer(response, 404, { code: 'no_such_service', detail: 'There is no such service.' });
    const other = services.find((one) => one !== found);
    const isTop = found.word === 'checkout';
    const needs = isTop ? neighbours(other) : neighbours();
    return answer(response, 200, { service: found, needs, neededBy: isTop ? neighbours() : neighbours(other) });
  }
  if (path === '/api/changes') return answer(response, 200, page([], query));
  if (path === '/api/views') {
    const view = {
      id: 'v1',
      name: 'Payments, critical',
      filter: { severity: 'critical', service: 'payments-db' },
      order: 'worst',
      owner: people[0],
      team: null,
      editable: true,
      first: false,
      changedAt: minutes(60),
    };
    return answer(response, 200, page([view], query));
  }
  if (path === '/api/incidents/facets') {
    const all = [...incidents.values()];
    const count = (of) => {
      const found = new Map();
      for (const one of all) if (of(one)) found.set(of(one), (found.get(of(one)) ?? 0) + 1);
      return [...found].map(([value, n]) => ({ value, name: value, count: n }));
    };
    return answer(response, 200, {
      state: count(({ state }) => state),
      severity: count(({ severity }) => severity),
      priority: count(({ rating }) => rating?.counts),
      service: count(({ service }) => service.word),
      team: count(({ team }) => team?.word),
      major: all.filter(({ major }) => major).length,
      mine: 2,
    });
  }
  if (path === '/api/incidents') {
    const states = query.get('state')?.split(',');
    const severities = query.get('severity')?.split(',');
    const found = [...incidents.values()]
      .reverse()
      .filter(
        (one) =>
          (!states || states.includes(one.state)) &&
          (!severities || severities.includes(one.severity)) &&
          (!query.get('service') || one.service.word === query.get('service')),
      );
    return answer(response, 200, page(found, query));
  }
  const reviewed = askReviews(request.method, path, query, body);
  if (reviewed) return answer(response, ...reviewed);
  const [, id, rest] = /^\/api\/incidents\/([\w-]+)(?:\/(\w+))?$/.exec(path) ?? [];
  const incident = incidents.get(id);
  if (!incident) return answer(response, 404, { code: 'no_such_incident', detail: 'There is no such incident.' });
  if (!rest) return answer(response, 200, incident);
  if (rest === 'rating') mine.mine = { stars: body.stars, comment: body.comment ?? mine.mine?.comment ?? null };
  if (rest === 'survey') mine.survey.find(({ question }) => question === body.question).answer = body.answer;
  if (['feedback', 'rating', 'survey'].includes(rest)) return answer(response, 200, mine);
  if (rest === 'context') return answer(response, 200, around(incident));
  const story = timelines.get(id);
  if (rest === 'lanes') return answer(response, 200, lanesOf(story));
  if (rest === 'timeline') return answer(response, 200, page(story, query));
  const changed = {
    acknowledge: incident.state === 'triggered',
    resolve: incident.state !== 'resolved',
    reopen: incident.state === 'resolved',
    notes: true,
  }[rest];
  if (changed) {
    const now = new Date().toISOString();
    if (rest === 'acknowledge') Object.assign(incident, held(ada, 0), { acknowledgedAt: now, nextStep: null });
    if (rest === 'resolve') Object.assign(incident, resolved(actor(ada), 0), { resolvedAt: now, nextStep: null });
    if (rest === 'reopen')
      Object.assign(incident, {
        state: 'triggered',
        resolvedAt: null,
        resolvedBy: null,
        acknowledgedAt: null,
        acknowledgedBy: null,
        reopened: incident.reopened + 1,
        escalation: 'running',
        nextStep: { at: new Date(Date.now() + 300_000).toISOString(), names: ['Grace Hopper'] },
      });
    const said = {
      acknowledge: [
        'person',
        'IncidentAcknowledged',
        `${ada.name} acknowledged. Escalation stopped; Grace Hopper was not paged.`,
        'in the web app',
      ],
      resolve: ['person', 'IncidentResolved', `${ada.name} resolved it.`, null],
      reopen: ['person', 'IncidentReopened', `${ada.name} reopened it.`, null],
      notes: ['note', 'IncidentNoted', body.text, 'note'],
    }[rest];
    const told = entry(said[0], said[1], said[2], said[3], actor(ada), null);
    told.attachments = (body.attachments ?? []).map((one) => uploads.get(one));
    story.push(told);
    tell(incident, said[1]);
  }
  return answer(response, rest === 'notes' ? 201 : 200, { incident, changed, index });
}

createServer((request, response) => {
  handle(request, response).catch((failure) => answer(response, 500, { detail: String(failure) }));
}).listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}`));
