// A push from "Add this device" to the answer, in a real browser: node e2e/push.mjs BASE_URL SETUP_URL
// The server must allow devices at localhost (LARUM_PUSH_HOSTS=localhost): the push service of the browser's maker is played here.
// LARUM_SHOTS: a directory for pictures; none are taken without it.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { mkdirSync } from 'node:fs';
import http from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { launch } from './chromium.mjs';

const [base, setupUrl] = process.argv.slice(2).map((url) => url.replace(/\/$/, ''));
const shots = process.env.LARUM_SHOTS;
if (!base || !setupUrl) {
  console.error('Write: node e2e/push.mjs BASE_URL SETUP_URL');
  process.exit(2);
}
if (shots) mkdirSync(shots, { recursive: true });

const WAIT = 20_000;
const KEY = 'the-key-of-the-push-test-with-32-characters';

// ---- the push service, and the keys that a browser would have made

const ecdh = crypto.createECDH('prime256v1');
const point = ecdh.generateKeys();
const auth = crypto.randomBytes(16);
const derived = (salt, from, info, length) => Buffer.from(crypto.hkdfSync('sha256', from, salt, info, length));

function opened(body) {
  const salt = body.subarray(0, 16);
  const end = 21 + body[20];
  const sender = body.subarray(21, end);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), point, sender]);
  const shared = derived(auth, ecdh.computeSecret(sender), info, 32);
  const key = derived(salt, shared, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(salt, shared, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = crypto.createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([cipher.update(body.subarray(end, -16)), cipher.final()]);
  assert.equal(plain.at(-1), 2, 'the last record');
  return plain.subarray(0, -1).toString();
}

/** Who signed, and for whom; throws when the signature is not by the key beside it. */
function signed(header) {
  const [, token, raw] = /^vapid t=([^,]+), k=(.+)$/.exec(header);
  const [head, claims, signature] = token.split('.');
  const bytes = Buffer.from(raw, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: bytes.subarray(1, 33).toString('base64url'),
    y: bytes.subarray(33).toString('base64url'),
  };
  const key = { key: crypto.createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  const isTheirs = crypto.verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'));
  assert.ok(isTheirs, 'the signature of the house');
  return { key: raw, ...JSON.parse(Buffer.from(claims, 'base64url')) };
}

const pushed = [];
let status = 201;
const service = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    pushed.push({ headers: request.headers, body: Buffer.concat(parts) });
    response.writeHead(status).end();
  });
});
await new Promise((listening) => service.listen(0, 'localhost', listening));
const home = `http://localhost:${service.address().port}`;

// ---- the browser

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
context.setDefaultTimeout(WAIT);
await context.grantPermissions(['notifications'], { origin: base });
const subscription = {
  endpoint: `${home}/push/of-this-browser`,
  keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') },
};
// The one thing that needs the maker of the browser: all else is the browser itself.
await context.addInitScript((made) => {
  if (!('PushManager' in window)) return;
  let mine = null;
  PushManager.prototype.getSubscription = async () => mine;
  PushManager.prototype.subscribe = async (options) => {
    const applicationServerKey = options.applicationServerKey.buffer;
    mine = { options: { applicationServerKey }, toJSON: () => made, unsubscribe: async () => true };
    return mine;
  };
}, subscription);
const page = await context.newPage();
page.on('pageerror', (error) => {
  throw error;
});

const until = async (what, is) => {
  const end = Date.now() + WAIT;
  while (Date.now() < end) {
    const found = await is();
    if (found) return found;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`Not so in time: ${what}`);
};
const step = async (sentence, run) => {
  try {
    await run();
    console.log(`ok: ${sentence}`);
  } catch (error) {
    console.error(`FAILED: ${sentence}. ${error.message ?? error}`);
    if (shots) await page.screenshot({ path: `${shots}/push-failed.png`, fullPage: true }).catch(() => {});
    process.exit(1);
  }
};
const read = async (path) => (await page.request.get(`${base}${path}`)).json();
const write = async (path, body, headers = {}) => {
  const { csrf } = await read('/api/session');
  const answer = await page.request.post(`${base}${path}`, {
    data: body,
    headers: { 'X-Larum-Csrf': csrf, ...headers },
  });
  assert.ok(answer.ok(), await answer.text());
};

async function look(name) {
  for (const [device, size] of Object.entries({ desktop: [1280, 900], phone: [390, 844] })) {
    await page.setViewportSize({ width: size[0], height: size[1] });
    for (const colorScheme of ['dark', 'light']) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(200);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
        [],
        `axe on ${name}, ${device}, ${colorScheme}`,
      );
      if (shots) await page.screenshot({ path: `${shots}/${name}-${device}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

let deliver;
const worker = () => until('the worker runs', () => context.serviceWorkers()[0]);
const shown = (tag) =>
  page.evaluate(async (of) => {
    const all = await (await navigator.serviceWorker.ready).getNotifications(of ? { tag: of } : {});
    return all.map(({ title, body, tag, requireInteraction }) => ({ title, body, tag, requireInteraction }));
  }, tag);
/** What the next push says; it is checked, and handed to the browser as its push service would. */
const next = async (many) => {
  const { headers, body } = await until(`push ${many} has come`, () => pushed[many - 1]);
  const { key, aud, exp } = signed(headers.authorization);
  assert.equal(key, (await read('/api/me/devices')).publicKey);
  assert.equal(aud, home);
  assert.ok(exp * 1000 > Date.now() && exp * 1000 < Date.now() + 86_400_000, 'good for less than a day');
  assert.equal(headers['content-encoding'], 'aes128gcm');
  assert.match(headers.topic, /^[\w-]{1,32}$/);
  await deliver(opened(body));
  return { headers, said: JSON.parse(opened(body)).notification };
};

await step('the first user signs in', async () => {
  const form = {
    name: 'Ada',
    email: 'ada@example.org',
    password: 'the ferry leaves at seven',
    timeZone: 'Europe/London',
  };
  const token = setupUrl.split('/').at(-1);
  const answer = await page.request.post(`${base}/api/invitations/${token}`, { data: form });
  assert.ok(answer.ok(), await answer.text());
});

await step('the app can be installed', async () => {
  await page.goto(`${base}/me`);
  const manifest = await (await page.request.get(`${base}/manifest.webmanifest`)).json();
  for (const { src } of manifest.icons) assert.equal((await page.request.get(base + src)).status(), 200, src);
  const answer = await page.request.get(`${base}/sw.js`);
  assert.match(answer.headers()['cache-control'], /no-cache/);
  assert.match(answer.headers()['content-type'], /javascript/);
});

await step('a device is added by the press of a button', async () => {
  const devices = page.getByRole('region', { name: 'My devices' });
  await devices.getByRole('button', { name: 'Add this device' }).click();
  await devices.getByText('this device').waitFor();
  await devices.getByRole('button', { name: 'Remove Chrome on Linux' }).waitFor();
  await look('push-me');
});

await step('the worker waits for messages', async () => {
  const cdp = await context.newCDPSession(page);
  let registrationId;
  cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registrationId = registrations.find(({ isDeleted }) => !isDeleted)?.registrationId ?? registrationId;
  });
  await cdp.send('ServiceWorker.enable');
  await until('the worker is registered', () => registrationId);
  deliver = (data) => cdp.send('ServiceWorker.deliverPushMessage', { origin: base, registrationId, data });
});

await step('a test is shown, and Larum hears of it', async () => {
  await page.getByRole('button', { name: 'Send test by push' }).click();
  const { headers, said } = await next(1);
  assert.equal(headers.urgency, 'high');
  const [one] = await until('it is shown', async () => ((await shown(said.tag)).length > 0 ? shown(said.tag) : null));
  assert.equal(one.title, 'Test of your push');
  await until('it is delivered', async () =>
    (await read('/api/me/reach')).ways.some(({ channel, test }) => channel === 'push' && test?.state === 'delivered'),
  );
});

let incident;
await step('a page is shown with the button to answer', async () => {
  const { person } = await read('/api/session');
  const { items } = await read('/api/people?limit=100');
  const { word } = items.find(({ id }) => id === person.id);
  const yaml = `
services: {checkout: {name: Checkout, criticality: high, policy: checkout}}
policies: {checkout: {steps: [{notify: ["person:${word}"], wait: 15m}]}}
integrations: {native: {type: native, key: ${KEY}, service: checkout}}`;
  await write('/api/config', yaml, { 'Content-Type': 'application/yaml' });
  const detection = { key: 'payments', severity: 'critical', summary: 'Payments fail', action: 'trigger' };
  const answer = await page.request.post(`${base}/api/detections`, {
    data: detection,
    headers: { Authorization: `Bearer ${KEY}` },
  });
  assert.equal(answer.status(), 202);
  const { headers, said } = await next(2);
  assert.equal(headers.ttl, '1800');
  assert.deepEqual(
    said.actions.map(({ action }) => action),
    ['acknowledge'],
  );
  const [one] = await until('it is shown', async () => ((await shown(said.tag)).length > 0 ? shown(said.tag) : null));
  assert.equal(one.title, 'Critical: Payments fail');
  assert.equal(one.requireInteraction, true);
  incident = { tag: said.tag };
  assert.equal((await read('/api/incidents?state=open')).items[0].state, 'triggered', 'showing is no answer');
});

await step('the button in the notification acknowledges', async () => {
  await (await worker()).evaluate(async (tag) => {
    const [notification] = await self.registration.getNotifications({ tag });
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: 'acknowledge' }));
  }, incident.tag);
  const held = await until('it is acknowledged', async () => {
    const [one] = (await read('/api/incidents?state=open')).items;
    return one.state === 'acknowledged' ? one : null;
  });
  assert.equal(held.acknowledgedBy.name, 'Ada');
  await until('the notification says so', async () =>
    (await shown(incident.tag))[0]?.body.includes('has reached Larum'),
  );
});

await step('a device that is gone is forgotten, and the page says so', async () => {
  status = 410;
  const tooSoon = 11_000;
  await page.waitForTimeout(tooSoon);
  await page.getByRole('button', { name: 'Send test by push' }).click();
  await until('it is forgotten', async () => (await read('/api/me/devices')).devices.length === 0);
  await page.reload();
  await page.getByText('No device of yours takes messages.').first().waitFor();
  await look('push-gone');
});

await browser.close();
service.close();
