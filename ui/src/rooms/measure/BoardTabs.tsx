import { useEffect, useRef } from 'react';
import { Link } from 'wouter';

export const BOARDS = [
  { board: 'executive', word: 'Executive' },
  { board: 'operational', word: 'Operational' },
  { board: 'technical', word: 'Technical' },
  { board: 'goals', word: 'Goals' },
];

/** The boards that there always are, and those that people made. */
export function BoardTabs({ board, search }: { board: string; search?: URLSearchParams }) {
  const to = (word: string) => {
    const next = new URLSearchParams(search);
    next.set('board', word);
    return `/insights?${next}`;
  };
  const tabs = useRef<HTMLElement>(null);
  // The last ones lie beyond the edge of a phone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that another one is looked at
  useEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [board]);
  return (
    <nav className="tabs" aria-label="Boards" ref={tabs}>
      {BOARDS.map((one) => (
        <Link
          key={one.board}
          className="tab"
          href={to(one.board)}
          replace
          aria-current={one.board === board ? 'true' : undefined}
        >
          {one.word}
        </Link>
      ))}
      <Link className="tab" href="/insights/boards" aria-current={board === 'own' ? 'true' : undefined}>
        Own boards
      </Link>
    </nav>
  );
}
