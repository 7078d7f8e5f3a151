/** What a push says, in the declarative form that the server writes and some browsers show by themselves. */
export interface Shown {
  title: string;
  options: NotificationOptions & { data: Facts; renotify: boolean; actions: { action: string; title: string }[] };
}

/** What must be known when it is tapped: paths of this server, or null. */
export interface Facts {
  page: string;
  answer: string | null;
  receipt: string | null;
}

interface Declared {
  title?: unknown;
  body?: unknown;
  navigate?: unknown;
  tag?: unknown;
  actions?: unknown;
  data?: { answer?: unknown; receipt?: unknown } | null;
}

const ICON = '/icon-192.png';
const BADGE = '/badge.png';

/** Whatever comes, something is shown: a browser takes the right away from whoever stays silent, and silence helps nobody. */
export function shownOf(text: string): Shown {
  const said = declared(text);
  const answer = pathOf(said.data?.answer);
  return {
    title: word(said.title) ?? 'Larum has something for you',
    options: {
      body: word(said.body) ?? 'Open Larum to see what it is.',
      tag: word(said.tag) ?? 'larum',
      icon: ICON,
      badge: BADGE,
      // The next message of an incident replaces the one before, and is heard all the same.
      renotify: true,
      requireInteraction: answer !== null,
      actions: answer === null ? [] : actionsOf(said.actions),
      data: { page: pathOf(said.navigate) ?? '/', answer, receipt: pathOf(said.data?.receipt) },
    },
  };
}

/** What is shown in its place once the answer has reached the server: who holds it, only the page knows. */
export function answeredOf(title: string, tag: string, data: Facts): Shown {
  return {
    title,
    options: {
      body: 'Your answer has reached Larum. Tap to see who has it.',
      tag,
      icon: ICON,
      badge: BADGE,
      silent: true,
      renotify: false,
      actions: [],
      data,
    },
  };
}

/** What came with the notification that was tapped: also one that a browser has shown by itself. */
export function factsOf(data: unknown): Facts {
  const { page, answer, receipt } = (data ?? {}) as Partial<Record<keyof Facts, unknown>>;
  return { page: pathOf(page) ?? pathOf(answer) ?? '/', answer: pathOf(answer), receipt: pathOf(receipt) };
}

function declared(text: string): Declared {
  try {
    const all = JSON.parse(text) as { notification?: Declared } | null;
    return all?.notification ?? {};
  } catch {
    return {};
  }
}

function actionsOf(given: unknown): { action: string; title: string }[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: { action?: unknown; title?: unknown } | null) => {
    const action = word(one?.action);
    const title = word(one?.title);
    return action && title ? [{ action, title }] : [];
  });
}

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Only the path counts: whatever host an address names, it is opened on the server that this worker came from. */
function pathOf(address: unknown): string | null {
  const text = word(address);
  if (text === null) return null;
  try {
    const { pathname, search, hash } = new URL(text, 'https://here.invalid');
    // Two slashes at the front would name a host again.
    return /^\/(?!\/)/.test(pathname) ? pathname + search + hash : null;
  } catch {
    return null;
  }
}
