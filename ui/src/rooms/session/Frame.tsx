import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Link, Redirect, useLocation, useSearch } from 'wouter';
import { client } from '../../api/client';
import { live } from '../../api/live';
import { invalidate, invalidateAll } from '../../api/query-client';
import type { Person } from '../../api/types';
import { Icon, type IconName } from '../../kit/icons';
import { useShortcuts } from '../../kit/keys';
import { Face } from '../../kit/marks';
import { Mishap } from '../../kit/mishap';
import { useNow, useSecond, ZoneContext } from '../../kit/now';
import { Failure, Waiting } from '../../kit/screens';
import { browserZone, clockSeconds, isZone, span, zoneName } from '../../kit/time';
import { Toasts } from '../../kit/toasts';
import { keepBoards } from '../incident/use-board';
import { Views } from '../incident/Views';
import { useDuty } from '../me/use-duty';
import { shortEnd } from '../me/wording';
import { useParkedReaders } from '../parked/use-parked';
import { Help } from './Help';
import { Me } from './Me';
import { PersonContext, useSession } from './use-session';

/** As many as a thumb finds; the rest stands behind "More". */
const ON_DOCK = 3;

export interface Place {
  href: string;
  word: string;
  icon: IconName;
  isHere: (path: string) => boolean;
}

const PARKED = '/parked';
const isReview = (path: string) => /^\/i\/[^/]+\/postmortem$/.test(path);
const PLACES: Place[] = [
  {
    href: '/',
    word: 'Inbox',
    icon: 'inbox',
    isHere: (path) => path === '/' || (path.startsWith('/i/') && !isReview(path)),
  },
  { href: '/on-call', word: 'On-call', icon: 'calendar', isHere: (path) => path.startsWith('/on-call') },
  { href: '/services', word: 'Services', icon: 'layers', isHere: (path) => path.startsWith('/services') },
  { href: '/policies', word: 'Policies', icon: 'steps', isHere: (path) => path.startsWith('/policies') },
  { href: '/rules', word: 'Rules', icon: 'filter', isHere: (path) => path === '/rules' },
  { href: '/insights', word: 'Insights', icon: 'chart', isHere: (path) => path.startsWith('/insights') },
  { href: '/reports', word: 'Reports', icon: 'book', isHere: (path) => path === '/reports' },
  { href: '/slos', word: 'Budgets', icon: 'check-circle', isHere: (path) => path.startsWith('/slos') },
  { href: '/simulate', word: 'Simulate', icon: 'clock', isHere: (path) => path === '/simulate' },
  { href: '/reviews', word: 'Reviews', icon: 'note', isHere: (path) => path === '/reviews' || isReview(path) },
  {
    href: '/improvements',
    word: 'Improve',
    icon: 'up',
    isHere: (path) => path.startsWith('/improvements'),
  },
  { href: '/outbox', word: 'Outbox', icon: 'send', isHere: (path) => path === '/outbox' },
  { href: '/feedback', word: 'Feedback', icon: 'star', isHere: (path) => path === '/feedback' },
  { href: '/status-page', word: 'Status', icon: 'pulse', isHere: (path) => path === '/status-page' },
];
const FOR_ADMINISTRATORS: Place[] = [
  { href: '/people', word: 'People', icon: 'users', isHere: (path) => path === '/people' },
  { href: '/channels', word: 'Channels', icon: 'sms', isHere: (path) => path === '/channels' },
  { href: PARKED, word: 'Parked', icon: 'parked', isHere: (path) => path === PARKED },
];

/** Everything around a screen for somebody who is signed in; the way to the sign-in for everybody else. */
export function Frame({ children }: { children: ReactNode }) {
  const { data: session, error, isPending, refetch } = useSession();
  const [path] = useLocation();
  const search = useSearch();
  if (isPending) return <Waiting />;
  if (error) {
    return (
      <main className="lonely">
        <Failure what="Larum cannot be reached." problem={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!session) {
    const here = path + (search ? `?${search}` : '');
    return <Redirect to={here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`} replace />;
  }
  return <SignedIn person={session.person}>{children}</SignedIn>;
}

function SignedIn({ person, children }: { person: Person; children: ReactNode }) {
  const [path, navigate] = useLocation();
  const [sheet, setSheet] = useState<'me' | 'help' | null>(null);
  const zone = isZone(person.timeZone) ? person.timeZone : browserZone();
  useLive();
  useArrival(path);
  useShortcuts({ '?': () => setSheet('help') });
  const { data: parked } = useParkedReaders(person.administrator);
  const places = person.administrator ? [...PLACES, ...FOR_ADMINISTRATORS] : PLACES;
  const here = (place: Place) => (place.isHere(path) ? { 'aria-current': 'page' as const } : {});
  const close = () => setSheet(null);
  return (
    <PersonContext value={person}>
      <ZoneContext value={zone}>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <div className="app">
          <nav className="rail" aria-label="Main">
            <Link className="brand" href="/">
              <Icon name="bell" /> Larum
            </Link>
            {places.map((place) => (
              <Link key={place.href} className="nav" href={place.href} {...here(place)}>
                <Icon name={place.icon} /> {place.word}
                {place.href === PARKED && <Count of={parked?.parked} />}
              </Link>
            ))}
            {path === '/' && <Views />}
            <div className="rail-foot">
              <Corner person={person} zone={zone} isHere={path === '/me'} />
              <LiveLine zone={zone} />
            </div>
          </nav>
          <main className="main" id="main" tabIndex={-1}>
            <LiveBanner />
            <Mishap key={path}>{children}</Mishap>
          </main>
          <nav className="dock" aria-label="Main, phone">
            {places.slice(0, ON_DOCK).map((place) => (
              <Link key={place.href} href={place.href} {...here(place)}>
                <Icon name={place.icon} />
                {place.word}
                {place.href === PARKED && <Count of={parked?.parked} />}
              </Link>
            ))}
            <button type="button" onClick={() => setSheet('me')}>
              <Icon name="user" />
              More
            </button>
          </nav>
        </div>
        <Toasts />
        {sheet === 'me' && (
          <Me places={places} onClose={close} onHelp={() => setSheet('help')} onSignedOut={() => navigate('/login')} />
        )}
        {sheet === 'help' && <Help onClose={close} />}
      </ZoneContext>
    </PersonContext>
  );
}

/** Who is signed in and until when they are on call; the way to how Larum reaches them. */
function Corner({ person, zone, isHere }: { person: Person; zone: string; isHere: boolean }) {
  const { data: duty } = useDuty();
  const now = useNow();
  const until = duty?.now?.until;
  const onCall = duty?.now && (until ? `on call until ${shortEnd(Date.parse(until), zone, now)}` : 'on call');
  return (
    <Link className="nav me-button" href="/me" {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      <Face name={person.name} isMe />
      <span>
        {person.name}
        <br />
        <span className="meta">{onCall || (person.administrator ? 'administrator' : person.email)}</span>
      </span>
    </Link>
  );
}

/** Only when there is something: nothing to do is nothing to see. */
function Count({ of }: { of: number | undefined }) {
  return of ? <span className="count"> {of > 99 ? '99+' : of}</span> : null;
}

/** The one stream of this tab, open while somebody is signed in. */
function useLive(): void {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') live.wake();
    };
    const lose = () => live.lose();
    // EventSource does not tell a 401 from a lost network; this question ends the session here if it has ended there.
    const checkSession = () => void client.get('/api/session').catch(() => {});
    const undo = [live.onChange(invalidate), live.onGap(invalidateAll), live.onFailure(checkSession), keepBoards()];
    live.start();
    window.addEventListener('online', wake);
    window.addEventListener('offline', lose);
    document.addEventListener('visibilitychange', wake);
    return () => {
      for (const forget of undo) forget();
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', lose);
      document.removeEventListener('visibilitychange', wake);
      live.stop();
    };
  }, []);
}

/** A new screen begins at its top and with the focus on it; going back leaves both to the browser. */
function useArrival(path: string): void {
  const before = useRef(path);
  const wentBack = useRef(false);
  useEffect(() => {
    const back = () => {
      wentBack.current = true;
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!wentBack.current) {
      window.scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    wentBack.current = false;
  }, [path]);
}

function LiveLine({ zone }: { zone: string }) {
  const { status } = useSyncExternalStore(live.subscribe, live.snapshot);
  const now = useSecond();
  const words = {
    live: `Live at ${clockSeconds(now, zone)} ${zoneName(now, zone)}`,
    connecting: 'Connecting',
    stopped: 'Not live',
  };
  return <p className="meta live-line">{words[status]}</p>;
}

/** Shown when the stream has been lost for more than a blink: old data never passes for live. */
function LiveBanner() {
  const { status, since } = useSyncExternalStore(live.subscribe, live.snapshot);
  const now = useSecond();
  const isStopped = status === 'stopped' && now - since >= 3000;
  useEffect(() => {
    document.documentElement.dataset.live = isStopped ? 'no' : 'yes';
  }, [isStopped]);
  return (
    <div role="status" className="live-banner">
      {isStopped && (
        <div className="banner">
          <Icon name="alert" />
          <p>
            <b>
              Live updates stopped <span aria-hidden="true">{span(now - since)} ago</span>.
            </b>{' '}
            <span className="wide-only">What you see may be old.</span>
          </p>
        </div>
      )}
    </div>
  );
}
