import { useMemo } from 'react';
import { Link } from 'wouter';
import { type Board, countIn, SECTIONS, type Section } from './board';
import { useBoard } from './use-board';
import { hrefOf, useFilter } from './use-filter';

export const TITLES: Record<Section, string> = { needs: 'Needs an answer', handled: 'Being handled', quiet: 'Quiet' };

const SHORT: Record<Section, string> = { needs: 'Open', handled: 'Handled', quiet: 'Quiet' };

/** `3`, or `200+` while more are on the server. */
export function countText(board: Board, section: Section): string {
  return `${countIn(board, section)}${board.next[section] ? '+' : ''}`;
}

function useViews() {
  const { filter } = useFilter();
  const { board } = useBoard(filter.narrowing);
  return useMemo(() => {
    const views: (Section | null)[] = [null, ...SECTIONS];
    return views.map((section) => ({
      section,
      href: hrefOf(section, filter),
      isHere: filter.section === section,
      count: board && section && section !== 'quiet' && countIn(board, section) > 0 ? countText(board, section) : null,
    }));
  }, [filter, board]);
}

/** The views of the inbox, in the rail. */
export function Views() {
  const views = useViews();
  return (
    <>
      <h2 className="rail-head">Views</h2>
      {views.map(({ section, href, isHere, count }) => (
        <Link key={href} className="nav" href={href} replace aria-current={isHere ? 'true' : undefined}>
          {section ? TITLES[section] : 'All'}
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
      {views.map(({ section, href, isHere, count }) => (
        <Link key={href} className="tab" href={href} replace aria-current={isHere ? 'true' : undefined}>
          {section ? SHORT[section] : 'All'}
          {count !== null && <span className="count">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
