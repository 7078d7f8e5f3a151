import type { ParkedReaders } from '../../api/types';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { useMe } from '../session/use-session';
import { ReaderCard } from './ReaderCard';
import { type Row, useParkedReaders, useParkedRows } from './use-parked';

/** Events that a part of Larum could not take; and the way to give them to it again. */
export default function ParkedPage() {
  useTitle('Parked events');
  const me = useMe();
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Parked events</h1>
          <p>What a part of Larum could not take and has put aside. Everything after it goes on; nothing is lost.</p>
        </div>
      </div>
      {me.administrator ? (
        <Parked />
      ) : (
        <Empty icon="parked" title="For administrators">
          You can answer incidents; what Larum could not take is looked after by an administrator.
        </Empty>
      )}
    </div>
  );
}

function Parked() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useParkedRows();
  const { data: readers } = useParkedReaders();
  if (isPending) return <Waiting />;
  if (error && !data) {
    return (
      <Failure
        what="What is parked could not be loaded. It stays parked, and pages to people go on."
        problem={error}
        onRetry={() => void refetch()}
      />
    );
  }
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="stack">
      {!hasNextPage && hasMore(readers, rows) && (
        <button type="button" className="chip pill" onClick={() => void refetch()}>
          More was parked since. Show it
        </button>
      )}
      {rows.length === 0 && (
        <Empty icon="check-circle" title="All is well: nothing is parked">
          Every part of Larum has taken every event. When one cannot, the event stands here and the administrators are
          paged.
        </Empty>
      )}
      {[...byReader(rows)].map(([processor, its]) => (
        <ReaderCard key={processor} processor={processor} rows={its} />
      ))}
      {hasNextPage && (
        <button
          type="button"
          className="button quiet more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading' : 'Load more'}
        </button>
      )}
    </div>
  );
}

/** Whether more is parked than is shown, of any reader: it waits for a click, so that no row moves. */
function hasMore(readers: ParkedReaders | undefined, rows: Row[]): boolean {
  const shown = (processor: string) =>
    rows.filter((row) => row.processor === processor && row.outcome !== 'taken').length;
  return readers?.readers.some(({ processor, parked }) => parked > shown(processor)) ?? false;
}

function byReader(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.processor, [...(found.get(row.processor) ?? []), row]);
  return found;
}
