import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { ReviewAction, ReviewLine } from '../../api/types';
import { Icon } from '../../kit/icons';
import { SeverityMark } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { addressOf } from '../catalogue/wording';
import { useMe } from '../session/use-session';
import { ActionForm } from './ActionForm';
import { ActionTable } from './ActionTable';
import { Solution } from './Learned';
import './postmortem.css';
import { type Shelf, useActions, useKnowledge, useReviews } from './use-postmortem';
import { leftToDo, standing } from './wording';

const SHELVES = [
  ['open', 'Open'],
  ['published', 'Published'],
  ['actions', 'Actions'],
  ['known', 'What was learned'],
] as const;

/** What is learned from incidents: what is to be written, what is to be done, and what is known by now. */
export default function ReviewsPage() {
  useTitle('Reviews');
  const [search] = useSearchParams();
  const shelf = SHELVES.find(([name]) => name === search.get('show'))?.[0] ?? 'open';
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Reviews</h1>
          <p>What bad incidents teach. Larum drafts each from its timeline; people say why.</p>
        </div>
      </div>
      <div className="stack">
        <nav className="tabs" aria-label="Reviews">
          {SHELVES.map(([name, word]) => (
            <Link
              key={name}
              className="tab"
              href={name === 'open' ? '/reviews' : `/reviews?show=${name}`}
              replace
              aria-current={shelf === name ? 'true' : undefined}
            >
              {word}
            </Link>
          ))}
        </nav>
        {shelf === 'actions' ? <Actions /> : shelf === 'known' ? <Knowledge /> : <Reviews shelf={shelf} />}
      </div>
    </div>
  );
}

function Reviews({ shelf }: { shelf: Shelf }) {
  const [isOverdue, setOverdue] = useState(false);
  const list = useReviews(shelf, isOverdue);
  const reviews = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={isOverdue} onChange={() => setOverdue(!isOverdue)} />
        Only what is overdue
      </label>
      <Loading list={list} what="The reviews" />
      {list.data && reviews.length === 0 && (
        <Empty icon="book" title={isOverdue ? 'Nothing is overdue' : 'No review'}>
          {isOverdue ? undefined : 'When a critical incident is resolved, its draft stands here.'}
        </Empty>
      )}
      {reviews.length > 0 && (
        <table className="table cards reviews">
          <thead>
            <tr>
              <th scope="col">Review</th>
              <th scope="col">Service</th>
              <th scope="col">State</th>
              <th scope="col">Left to do</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map((review) => (
              <Row key={review.id} review={review} />
            ))}
          </tbody>
        </table>
      )}
      <More list={list} />
    </>
  );
}

function Row({ review }: { review: ReviewLine }) {
  const { word, icon } = standing(review);
  return (
    <tr>
      <td>
        <Link className="breaks" href={`/i/${review.incident}/postmortem`}>
          {review.title}
        </Link>{' '}
        <span className="bar">
          <SeverityMark rank={review.severity} standing="resolved" size="small" />
          <span className="meta mono">INC-{review.number}</span>
          {review.writtenAt && (
            <span className="meta">
              {review.writtenBy?.name}, <Clock at={review.writtenAt} />
            </span>
          )}
        </span>
      </td>
      <td data-label="service">
        <Link href={addressOf(review.service)}>{review.service.name}</Link>
      </td>
      <td>
        <span className="chip">
          <Icon name={icon} small /> {word}
        </span>
      </td>
      <td data-label="left">{leftToDo(review) ?? 'nothing'}</td>
    </tr>
  );
}

function Actions() {
  const me = useMe();
  const [isMine, setMine] = useState(false);
  const [isOverdue, setOverdue] = useState(false);
  const [edited, setEdited] = useState<ReviewAction | null>(null);
  const list = useActions(isMine ? me.id : null, isOverdue);
  const actions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="bar">
        <label className="check">
          <input type="checkbox" checked={isMine} onChange={() => setMine(!isMine)} />
          Only mine
        </label>
        <label className="check">
          <input type="checkbox" checked={isOverdue} onChange={() => setOverdue(!isOverdue)} />
          Only what is overdue
        </label>
      </div>
      <Loading list={list} what="The actions" />
      {list.data && actions.length === 0 && <Empty icon="check-circle" title="Nothing is left to do" />}
      {actions.length > 0 && <ActionTable actions={actions} onOpen={setEdited} isOfAll />}
      <More list={list} />
      {edited && <ActionForm review={edited.postmortem} action={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function Knowledge() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q') ?? '';
  const [words, setWords] = useState(asked);
  const list = useKnowledge(asked);
  const known = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (words.trim()) next.set('q', words.trim());
        else next.delete('q');
        return next;
      },
      { replace: true },
    );
  };
  return (
    <>
      <search>
        <form className="bar knowledge-search" onSubmit={submit}>
          <input
            className="input"
            type="search"
            aria-label="Search what was learned"
            placeholder="Words, a service, INC-1001"
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <button type="submit" className="button">
            Search
          </button>
        </form>
      </search>
      <Loading list={list} what="What was learned" />
      {list.data && known.length === 0 && (
        <Empty icon="book" title={asked ? 'Nothing is known about that' : 'Nothing was learned yet'}>
          {asked ? 'Try fewer words.' : 'When a review is published, what helps the next time stands here.'}
        </Empty>
      )}
      {known.map((one) => (
        <section key={one.postmortem} className="card" aria-label={one.title}>
          <div className="card-head">
            <h2>
              <Link href={`/i/${one.incident}/postmortem`}>{one.title}</Link>
            </h2>
            <span className="meta">
              INC-{one.number}, {one.service.name}, <Clock at={one.publishedAt} />
            </span>
          </div>
          <Solution known={one} />
        </section>
      ))}
      <More list={list} />
    </>
  );
}

interface List {
  data: unknown;
  error: Error | null;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

function Loading({ list, what }: { list: List; what: string }) {
  if (list.isPending) return <Waiting />;
  return list.error && !list.data ? (
    <Failure what={`${what} could not be loaded.`} problem={list.error} onRetry={() => void list.refetch()} />
  ) : null;
}

function More({ list }: { list: List }) {
  return list.hasNextPage ? (
    <button
      type="button"
      className="button quiet more"
      disabled={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {list.isFetchingNextPage ? 'Loading' : 'Load more'}
    </button>
  ) : null;
}
