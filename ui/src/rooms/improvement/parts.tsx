import { Link } from 'wouter';
import type { Improvement } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Failure, Waiting } from '../../kit/screens';
import { KIND, STATE, scored } from './wording';

export function Standing({ item }: { item: Pick<Improvement, 'state'> }) {
  const { word, icon } = STATE[item.state];
  return (
    <span className="chip">
      <Icon name={icon} small /> {word}
    </span>
  );
}

export const Kind = ({ kind }: Pick<Improvement, 'kind'>) => <span className="chip">{KIND[kind]}</span>;

/** The score, and below it how it comes about. */
export function Score({ priority }: Pick<Improvement, 'priority'>) {
  if (!priority) return <span className="meta">not weighed</span>;
  const { impact, feasibility, effort, risk, score } = priority;
  return (
    <span className="score">
      <b>{scored(score)}</b>
      <span className="meta">
        ({impact} × {feasibility}) ÷ ({effort} × {risk})
      </span>
    </span>
  );
}

export const addressOf = ({ id }: Pick<Improvement, 'id'>) => `/improvements/${id}`;

export function ItemLink({ item }: { item: Improvement }) {
  return (
    <Link className="breaks" href={addressOf(item)}>
      {item.title}
    </Link>
  );
}

interface List {
  data: unknown;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
}

export function Loading({ list, what }: { list: List; what: string }) {
  if (list.isPending) return <Waiting />;
  return list.error && !list.data ? (
    <Failure what={`${what} could not be loaded.`} problem={list.error} onRetry={() => void list.refetch()} />
  ) : null;
}

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

export function More({ list }: { list: Pages }) {
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
