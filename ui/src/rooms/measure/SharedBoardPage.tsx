import { useRef } from 'react';
import { ApiProblem } from '../../api/client';
import { useZone } from '../../kit/now';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { clock } from '../../kit/time';
import './measure.css';
import { PanelGrid } from './PanelGrid';
import { useSharedBoard } from './use-boards';

/** A board on a screen that has its secret address and no session. */
export default function SharedBoardPage({ token }: { token: string }) {
  const zone = useZone();
  const { data, error, isPending, refetch } = useSharedBoard(token, zone);
  const wall = useRef<HTMLElement>(null);
  useTitle(data?.name ?? 'Board');
  const isGone = error instanceof ApiProblem && error.status === 404;
  return (
    <main className="screen insights shared" ref={wall}>
      {isPending && <Waiting rows={8} />}
      {isGone && (
        <Empty icon="chart" title="This address shows nothing">
          It was taken back, or it was never one. Ask whoever gave it to you for another.
        </Empty>
      )}
      {error && !isGone && !data && (
        <Failure what="The board cannot be shown now." problem={error} onRetry={() => void refetch()} />
      )}
      {data && !isGone && (
        <>
          <div className="page-head">
            <div>
              <h1>{data.name}</h1>
              <p role="status">
                The last {data.days} days, as of {clock(Date.parse(data.until), zone)}.
                {error && ' The server does not answer; this may be old.'}
              </p>
            </div>
            <button type="button" className="button wide-only" onClick={() => void wall.current?.requestFullscreen()}>
              On the wall
            </button>
          </div>
          <PanelGrid panels={data.panels} />
        </>
      )}
    </main>
  );
}
