/** Whether this browser can take messages, and if not, what is in the way. */
export type Ability = 'able' | 'insecure' | 'install-first' | 'blocked' | 'unable';

/** As much of a browser as is looked at. */
export interface Seen {
  userAgent: string;
  isSecure: boolean;
  isStandalone: boolean;
  hasPush: boolean;
  permission: NotificationPermission | null;
}

export const seenHere = (): Seen => ({
  userAgent: navigator.userAgent,
  isSecure: window.isSecureContext,
  isStandalone:
    window.matchMedia?.('(display-mode: standalone)').matches ||
    (navigator as { standalone?: boolean }).standalone === true,
  hasPush: 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
  permission: 'Notification' in window ? Notification.permission : null,
});

/** An iPad says that it is a Mac; no Mac has fingers on it. */
const isApplePhone = ({ userAgent }: Seen) =>
  /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && navigator.maxTouchPoints > 1);

export function abilityOf(seen: Seen): Ability {
  if (!seen.isSecure) return 'insecure';
  if (isApplePhone(seen) && !seen.isStandalone) return 'install-first';
  if (!seen.hasPush) return 'unable';
  return seen.permission === 'denied' ? 'blocked' : 'able';
}

/** `Chrome on Android`: by what its person knows it in a list. */
export function nameOf(userAgent: string): string {
  const browser = first(userAgent, [
    [/Edg/, 'Edge'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/OPR/, 'Opera'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari|iPhone|iPad/, 'Safari'],
  ]);
  const system = first(userAgent, [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/CrOS/, 'ChromeOS'],
    [/Macintosh/, 'Mac'],
    [/Linux/, 'Linux'],
  ]);
  return [browser ?? 'A browser', system].filter(Boolean).join(' on ');
}

const first = (text: string, known: [RegExp, string][]) => known.find(([sign]) => sign.test(text))?.[1];

/** The key of the house as a browser wants it. */
export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const isSame = (one: ArrayBuffer | null, other: Uint8Array) =>
  one !== null && new Uint8Array(one).join() === other.join();

/** Asks for leave, which a browser gives only for the press of a button, and subscribes to the pages of this house. */
export async function subscribe(publicKey: string): Promise<PushSubscriptionJSON> {
  if ((await Notification.requestPermission()) !== 'granted') {
    throw new Error('The browser was not allowed to show messages. Nothing was added. Allow it in its settings.');
  }
  const key = bytesOf(publicKey);
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known && !isSame(known.options.applicationServerKey, key)) await known.unsubscribe();
  try {
    return (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
  } catch {
    throw new Error('The push service of this browser could not be reached. Nothing was added. Try again.');
  }
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
}

/** Whether this browser still takes what is sent to it: some stop by themselves and tell nobody. */
export async function isSubscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return Boolean(await registration?.pushManager?.getSubscription());
}

const PLACE = 'larum.device';

/** Which of the devices this browser is. */
export function deviceHere(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

export function keepDevice(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, id);
  } catch {
    // Private windows may refuse; then the list does not say which one is here.
  }
}
