import { useSearchParams } from 'wouter';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { Choice } from './Choice';
import { FeedbackList } from './FeedbackList';
import { Figures } from './Figures';
import './feedback.css';
import { QuarterCard } from './QuarterCard';
import { useFeedback, useFigures } from './use-feedback';
import { CATEGORIES, VERDICTS } from './wording';

const PERIODS = [
  ['4', 'Last 4 weeks'],
  ['13', 'Last 13 weeks'],
  ['52', 'Last year'],
] as const;
const USUAL = '13';

/** What people said of pages and incidents: how many did, of what, and their words. */
export default function FeedbackPage() {
  useTitle('Feedback');
  const [search, setSearch] = useSearchParams();
  const period = PERIODS.find(([weeks]) => weeks === search.get('weeks'))?.[0] ?? USUAL;
  const filter = { kind: search.get('kind'), verdict: search.get('verdict'), category: search.get('category') };
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const figures = useFigures(Number(period));
  const list = useFeedback(filter, Number(period));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrow = Object.values(filter).some((value) => value !== null);
  const error = figures.error ?? list.error;
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Feedback</h1>
          <p>What people said of their pages and of how incidents went, and what customers wrote in tickets.</p>
        </div>
        <Choice
          label="Period"
          value={period}
          options={PERIODS}
          onChange={(value) => set('weeks', value === USUAL ? null : value)}
        />
      </div>
      {error && !figures.data && (
        <Failure what="The feedback could not be loaded." problem={error} onRetry={() => void figures.refetch()} />
      )}
      {(figures.isPending || list.isPending) && !error && <Waiting />}
      <div className="stack">
        <QuarterCard />
        {figures.data && <Figures figures={figures.data} />}
        {list.data && (
          <section className="card" aria-labelledby="said-heading">
            <div className="card-head">
              <h2 id="said-heading">What was said</h2>
              <search className="actions" aria-label="Which feedback">
                <Choice
                  label="Of"
                  value={filter.kind ?? ''}
                  options={[
                    ['', 'Everything'],
                    ['page', 'Pages'],
                    ['incident', 'Incidents'],
                    ['ticket', 'Tickets'],
                  ]}
                  onChange={(value) => set('kind', value)}
                />
                <Choice
                  label="Verdict"
                  value={filter.verdict ?? ''}
                  options={[['', 'Any verdict'], ...Object.entries(VERDICTS)]}
                  onChange={(value) => set('verdict', value)}
                />
                <Choice
                  label="Category"
                  value={filter.category ?? ''}
                  options={[['', 'Any category'], ...Object.entries(CATEGORIES)]}
                  onChange={(value) => set('category', value)}
                />
              </search>
            </div>
            {items.length === 0 ? (
              <Empty icon="star" title={isNarrow ? 'Nothing like that was said' : 'Nobody has said anything yet'}>
                {isNarrow
                  ? undefined
                  : 'When somebody rates a page or an incident, it stands here: on the page of a resolved incident, or behind the link of a mail.'}
              </Empty>
            ) : (
              <FeedbackList items={items} />
            )}
            {list.hasNextPage && (
              <button
                type="button"
                className="button quiet more"
                disabled={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {list.isFetchingNextPage ? 'Loading' : 'Load more'}
              </button>
            )}
          </section>
        )}
      </div>
    </div>
  );
}
