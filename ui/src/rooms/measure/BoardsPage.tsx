import { Link } from 'wouter';
import type { Dashboard } from '../../api/types';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { BoardTabs } from './BoardTabs';
import './measure.css';
import { useBoards } from './use-boards';

/** Boards that people put together, and those of the configuration. */
export default function BoardsPage() {
  useTitle('Own boards');
  const { data, error, isPending, refetch } = useBoards();
  return (
    <div className="screen insights">
      <div className="page-head">
        <div>
          <h1>Insights</h1>
          <p>Boards that people put together. Everybody who signs in sees them.</p>
        </div>
        <Link className="button primary" href="/insights/new-board">
          Make a board
        </Link>
      </div>
      <BoardTabs board="own" />
      {isPending && <Waiting rows={4} />}
      {error && !data && (
        <Failure what="The boards could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <Empty icon="chart" title="No boards yet">
          Put the figures together that you look at, for yourself or for a screen on the wall.
        </Empty>
      )}
      {data && data.length > 0 && (
        <ul className="board-list">
          {data.map((board) => (
            <li key={board.word} className="card">
              <h2>
                <Link href={`/insights/boards/${encodeURIComponent(board.word)}`}>{board.name}</Link>
              </h2>
              <p className="meta">{said(board)}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** `5 panels, 30 days, by Ada`, or of which file it is. */
export function said({ panels, range, owner, file }: Dashboard, days = Number.parseInt(range, 10)): string {
  const many = `${panels.length} panel${panels.length === 1 ? '' : 's'}`;
  const whose = file ? `described in ${file}` : owner ? `by ${owner.name}` : 'of nobody who is still here';
  return `${many}, ${days} days, ${whose}`;
}
