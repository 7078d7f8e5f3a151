import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { Dashboard } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Problem } from '../../kit/field';
import { useZone } from '../../kit/now';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { said } from './BoardsPage';
import { BoardTabs } from './BoardTabs';
import './measure.css';
import { PlaceChoice, SeverityChoice } from './choices';
import { PanelGrid } from './PanelGrid';
import { ShareDialog } from './ShareDialog';
import { deleteBoard, narrowingIn, useBoard, useFigures } from './use-boards';
import { PERIODS, useLiveMeasures } from './use-measures';
import { useWall } from './use-wall';

type Sheet = 'share' | 'delete' | null;

/** One board that somebody put together. Its period and what it is narrowed to stand in the address, to be passed on. */
export default function BoardPage({ word }: { word: string }) {
  const { data: board, error, isPending, refetch } = useBoard(word);
  useTitle(board?.name ?? 'Board');
  if (isPending) return <Waiting rows={8} />;
  if (!board) {
    return error instanceof ApiProblem && error.status === 404 ? (
      <Empty icon="chart" title="No such board" action={<Link href="/insights/boards">All boards</Link>}>
        It was deleted, or the address is wrong.
      </Empty>
    ) : (
      <Failure what="The board could not be loaded." problem={error} onRetry={() => void refetch()} />
    );
  }
  return <Shown board={board} />;
}

function Shown({ board }: { board: Dashboard }) {
  useLiveMeasures();
  const [search, setSearch] = useSearchParams();
  const [sheet, setSheet] = useState<Sheet>(null);
  const narrowing = narrowingIn(search);
  const { data, error, isPending, refetch } = useFigures(board.word, narrowing, useZone());
  const { wall, toWall } = useWall(board.word, () => {});
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const address = `/insights/boards/${encodeURIComponent(board.word)}`;
  return (
    <div className="screen insights" ref={wall}>
      <div className="page-head">
        <div>
          <h1>{board.name}</h1>
          <p>{said(board, data?.days)}.</p>
        </div>
        <search className="insights-tools">
          <PlaceChoice what="team" value={narrowing.team} onChange={(value) => set('team', value)} />
          <PlaceChoice what="service" value={narrowing.service} onChange={(value) => set('service', value)} />
          <SeverityChoice value={narrowing.severity} onChange={(value) => set('severity', value)} />
          <select
            className="input"
            aria-label="Period"
            value={narrowing.days ?? Number.parseInt(board.range, 10)}
            onChange={(event) => set('days', event.target.value)}
          >
            {PERIODS.map(({ days, word }) => (
              <option key={days} value={days}>
                {word}
              </option>
            ))}
          </select>
        </search>
      </div>
      <BoardTabs board="own" />
      <div className="bar board-tools">
        <button type="button" className="button" onClick={() => setSheet('share')}>
          Share
        </button>
        <button type="button" className="button wide-only" onClick={toWall}>
          On the wall
        </button>
        {board.editable && (
          <>
            <Link className="button" href={`${address}/edit`}>
              Edit
            </Link>
            <button type="button" className="button quiet" onClick={() => setSheet('delete')}>
              Delete
            </button>
          </>
        )}
        {!board.editable && (
          <Link className="button" href={`/insights/new-board?from=${encodeURIComponent(board.word)}`}>
            Copy
          </Link>
        )}
      </div>
      {isPending && <Waiting rows={8} />}
      {error && !data && (
        <Failure
          what="The figures could not be made. Alerts and pages go on."
          problem={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && <PanelGrid panels={data.panels} />}
      {sheet === 'share' && <ShareDialog board={board} onClose={() => setSheet(null)} />}
      {sheet === 'delete' && <DeleteDialog board={board} onClose={() => setSheet(null)} />}
    </div>
  );
}

function DeleteDialog({ board, onClose }: { board: Dashboard; onClose: () => void }) {
  const [, go] = useLocation();
  const { send, problem, isBusy } = useSending();
  const remove = () =>
    send(async (key) => {
      await deleteBoard(board.word, key);
      say(`${board.name} was deleted.`);
      go('/insights/boards');
    });
  return (
    <Dialog title={`Delete ${board.name}?`} onClose={onClose}>
      <div className="stack">
        <p>Its addresses show nothing more, and screens that show it go dark. No figure is lost.</p>
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="button" className="button primary" disabled={isBusy} onClick={() => void remove()}>
            Delete
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Keep
          </button>
        </div>
      </div>
    </Dialog>
  );
}
