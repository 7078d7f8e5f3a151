import { useMemo } from 'react';
import { Link } from 'wouter';
import { type Board, countIn, EVERYTHING, SECTIONS, type Section } from './board';
import { useBoard } from './use-board';
import { type Filter, hrefOf, hrefOfView, isViewOf, useFilter } from './use-filter';
import { useSavedViews } from './use-views';

export const TITLES: Record<Section, string> = { needs: 'Needs an answer', handled: 'Being handled', quiet: 'Quiet' };

const SHORT: Record<Section, string> = { needs: 'Open', handled: 'Handled', quiet: 'Quiet' };

/** `3`, or `200+` while more are on the server. */
export function countText(board: Board, section: Section): string {
  return `${countIn(board, section)}${board.next[section] ? '+' : ''}`;
}

function useViews() {
  const { filter } = useFilter();
  const { board } = useBoard(filter.narrowing);
  const { data: saved } = useSavedViews();
  return useMemo(() => {
    const kept = (saved ?? []).map((view) => ({
      key: view.id,
      word: view.name,
      short: view.name,
      href: hrefOfView(view),
      isHere: isViewOf(view, filter),
      count: null,
    }));
    const isKept = kept.some(({ isHere }) => isHere);
    const sections: (Section | null)[] = [null, ...SECTIONS];
    const views = sections.map((section) => ({
      key: String(section),
      word: section ? TITLES[section] : 'All',
      short: section ? SHORT[section] : 'All',
      href: hrefOf(section, isKept ? NOTHING : filter),
      isHere: !isKept && !filter.narrowing.isMajor && filter.section === section,
      count: board && section && section !== 'quiet' && countIn(board, section) > 0 ? countText(board, section) : null,
    }));
    const major = {
      key: 'major',
      word: 'Major',
      short: 'Major',
      href: '/?major=true',
      isHere: !isKept && filter.narrowing.isMajor,
      count: null,
    };
    return [...views, major, ...kept];
  }, [filter, board, saved]);
}

/** Whoever leaves a view leaves its filter. */
const NOTHING: Filter = { section: null, words: '', narrowing: EVERYTHING };

/** The views of the inbox, in the rail. */
export function Views() {
  const views = useViews();
  return (
    <>
      <h2 className="rail-head">Views</h2>
      {views.map(({ key, word, href, isHere, count }) => (
        <Link key={key} className="nav" href={href} replace aria-current={isHere ? 'true' : undefined}>
          {word}
          {count !== null && <span className="count">{count}</span>}
        </Link>
      ))}
    </>
  );
}

/** The same views, above the list on a phone. */
export function ViewTabs() {
  const views = useViews();
  return (
    <nav className="tabs small-only" aria-label="Views">
      {views.map(({ key, short, href, isHere, count }) => (
        <Link key={key} className="tab" href={href} replace aria-current={isHere ? 'true' : undefined}>
          {short}
          {count !== null && <span className="count">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
