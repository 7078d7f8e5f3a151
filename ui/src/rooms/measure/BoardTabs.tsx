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
  return (
    <nav className="tabs" aria-label="Boards">
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
