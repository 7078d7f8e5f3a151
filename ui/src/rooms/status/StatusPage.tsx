import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Notice } from '../../api/types';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { useMe } from '../session/use-session';
import { Components } from './Components';
import { NoticeCard } from './NoticeCard';
import { NoticeForm } from './NoticeForm';
import { Subscribers } from './Subscribers';
import { type Shelf, useNotices } from './use-status';

const SHELVES: [Shelf, string][] = [
  ['open', 'Open'],
  ['over', 'Over'],
  ['withdrawn', 'Withdrawn'],
];
const NOTHING: Record<Shelf, string> = {
  open: 'Nothing is announced',
  over: 'Nothing has ended yet',
  withdrawn: 'Nothing was withdrawn',
};

/** What is told outside: what is published now, and what the page shows. */
export default function StatusPage() {
  useTitle('Status page');
  const me = useMe();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const shelf = SHELVES.find(([name]) => name === search.get('state'))?.[0] ?? 'open';
  const isAsked = search.has('publish');
  const [isWriting, setWriting] = useState(isAsked);
  const close = () => {
    setWriting(false);
    if (isAsked) navigate('/status-page', { replace: true });
  };
  return (
    <div className="screen status">
      <div className="page-head">
        <div>
          <h1>Status page</h1>
          <p>
            What those outside are told. Nothing gets there by itself. <a href="/status">Public page</a>,{' '}
            <a href="/status/private">with what is private</a>
          </p>
        </div>
        <button type="button" className="button primary" onClick={() => setWriting(true)}>
          Publish a notice…
        </button>
      </div>
      <div className="stack">
        <nav className="tabs" aria-label="Notices">
          {SHELVES.map(([name, word]) => (
            <Link
              key={name}
              className="tab"
              href={name === 'open' ? '/status-page' : `/status-page?state=${name}`}
              replace
              aria-current={shelf === name ? 'true' : undefined}
            >
              {word}
            </Link>
          ))}
        </nav>
        <Notices shelf={shelf} />
        <section aria-labelledby="components-heading" className="stack">
          <h2 id="components-heading">Components</h2>
          {!me.administrator && <p className="meta">An administrator chooses what is shown.</p>}
          <Components mayChoose={me.administrator} />
        </section>
        {me.administrator && (
          <section aria-labelledby="subscribers-heading" className="stack">
            <h2 id="subscribers-heading">By mail</h2>
            <Subscribers />
          </section>
        )}
      </div>
      {isWriting && (
        <NoticeForm
          start={{ incident: search.get('publish') || null, service: search.get('service') }}
          onClose={close}
        />
      )}
    </div>
  );
}

function Notices({ shelf }: { shelf: Shelf }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotices(shelf);
  const [updated, setUpdated] = useState<Notice | null>(null);
  if (isPending) return <Waiting />;
  if (error && !data) {
    return <Failure what="The notices could not be loaded." problem={error} onRetry={() => void refetch()} />;
  }
  const notices = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {notices.length === 0 && <Empty icon="check-circle" title={NOTHING[shelf]} />}
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onUpdate={() => setUpdated(notice)} />
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
      {updated && <NoticeForm start={{ notice: updated }} onClose={() => setUpdated(null)} />}
    </>
  );
}
