import { Icon, type IconName } from './icons';

export type Rank = 'critical' | 'high' | 'medium' | 'low';
export type Standing = 'firing' | 'acknowledged' | 'mitigated' | 'resolved';

const NUMBER: Record<Rank, 1 | 2 | 3 | 4> = { critical: 1, high: 2, medium: 3, low: 4 };
const WORD: Record<Rank, string> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' };
const SHAPE = {
  1: 'M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z',
  2: 'M12 2.2 22.6 21H1.4z',
  3: 'M12 1 23 12 12 23 1 12z',
  4: 'M1.7 12a10.3 10.3 0 1 0 20.6 0 10.3 10.3 0 1 0-20.6 0',
};
const BASELINE = { 1: 16.3, 2: 18.6, 3: 16, 4: 16.2 };

interface SeverityProps {
  rank: Rank;
  standing?: Standing;
  size?: 'small' | 'large';
  /** The word is always there; here it is only heard. */
  isQuiet?: boolean;
  isDot?: boolean;
}

/** Shape and number alone, 24 wide and high, for a drawing that has the word in another place. */
export function SeverityShape({ rank }: { rank: Rank }) {
  const number = NUMBER[rank];
  return (
    <g className="sev-shape" data-sev={number}>
      <path d={SHAPE[number]} />
      <text x="12" y={BASELINE[number]} textAnchor="middle" fontSize={number === 2 ? 11 : 12} fontWeight="600">
        {number}
      </text>
    </g>
  );
}

/** Shape, number and word of a severity; filled only while nobody holds it. */
export function SeverityMark({ rank, standing, size, isQuiet = false, isDot = false }: SeverityProps) {
  const number = NUMBER[rank];
  return (
    <span
      className={['sev', size, isDot && 'dot'].filter(Boolean).join(' ')}
      data-sev={number}
      data-state={standing ?? 'firing'}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <SeverityShape rank={rank} />
      </svg>
      <span className={isQuiet ? 'unseen' : undefined}>{WORD[rank]}</span>
    </span>
  );
}

const STANDING: Record<Standing, { icon: IconName; word: string }> = {
  firing: { icon: 'pulse', word: 'Firing' },
  acknowledged: { icon: 'check', word: 'Acknowledged' },
  mitigated: { icon: 'check', word: 'Mitigated' },
  resolved: { icon: 'check-circle', word: 'Resolved' },
};

/** A state by fill, icon and word, never by hue. */
export function StateBadge({ standing, word }: { standing: Standing; word?: string | undefined }) {
  const { icon, word: usual } = STANDING[standing];
  return (
    <span className="state" data-state={standing}>
      <Icon name={icon} />
      {word ?? usual}
    </span>
  );
}

export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean);
  const first = words[0] ?? '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** The initials of somebody; the reader's own are filled. */
export function Face({ name, isMe = false }: { name: string; isMe?: boolean }) {
  return (
    <span className={isMe ? 'face me' : 'face'} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** A link only if it leads to the web; anything else stays text. */
export function WebLink({ href, children }: { href: string; children: React.ReactNode }) {
  if (!isWebAddress(href)) return <>{children}</>;
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  );
}

export function isWebAddress(href: string): boolean {
  try {
    const { protocol } = new URL(href);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}
