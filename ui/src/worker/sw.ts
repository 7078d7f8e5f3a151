import { answeredOf, type Facts, factsOf, type Shown, shownOf } from './message';

/** As much of a worker's world as is used here; the types for it do not go together with those of pages. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Pushed extends Waiting {
  data: { text(): string } | null;
}
interface Tapped extends Waiting {
  action: string;
  notification: Notification;
}
interface World {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void>; openWindow(path: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', hear: (event: Waiting) => void): void;
  addEventListener(type: 'push', hear: (event: Pushed) => void): void;
  addEventListener(type: 'notificationclick', hear: (event: Tapped) => void): void;
}

const world = self as unknown as World;

// It keeps no files, so that the newest one can take over at once.
world.addEventListener('install', (event) => event.waitUntil(world.skipWaiting()));
world.addEventListener('activate', (event) => event.waitUntil(world.clients.claim()));

world.addEventListener('push', (event) => event.waitUntil(push(event.data?.text() ?? '')));

world.addEventListener('notificationclick', (event) => {
  const { title, tag, data } = event.notification;
  event.notification.close();
  event.waitUntil(tapped(event.action, title, tag, factsOf(data)));
});

const show = ({ title, options }: Shown) => world.registration.showNotification(title, options);

async function push(text: string): Promise<void> {
  const shown = shownOf(text);
  await show(shown);
  await tell(shown.options.data, 'shown');
}

/** The button answers by itself; a tap opens the page with the button, since looking is no answer. */
async function tapped(action: string, title: string, tag: string, facts: Facts): Promise<void> {
  const isAnswered = action === 'acknowledge' && facts.answer !== null && (await acknowledge(facts.answer));
  await (isAnswered ? show(answeredOf(title, tag, facts)) : world.clients.openWindow(facts.page));
  await tell(facts, 'clicked');
}

/** The form of the page, sent by hand. */
async function acknowledge(path: string): Promise<boolean> {
  try {
    const body = new URLSearchParams({ do: 'acknowledge', via: 'push' });
    return (await fetch(path, { method: 'POST', body, credentials: 'omit' })).ok;
  } catch {
    return false;
  }
}

/** A receipt that is lost is only a receipt. */
async function tell(facts: Facts, what: 'shown' | 'clicked'): Promise<void> {
  if (facts.receipt === null) return;
  try {
    await fetch(`${facts.receipt}/${what}`, { method: 'POST', credentials: 'omit', keepalive: true });
  } catch {
    // What was shown counts, not what was noted of it.
  }
}
