import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Incident } from '../../api/types';
import { Icon } from '../../kit/icons';
import { ENTER, ESCAPE, useShortcuts } from '../../kit/keys';
import { Empty, Failure, useTitle } from '../../kit/screens';
import { VirtualRows } from '../../kit/virtual-rows';
import { useIsWide } from '../../kit/wide';
import { useMe } from '../session/use-session';
import { type Board, countIn, hasWords, rowsOf, SECTIONS, type Section, waiting } from './board';
import { FilterBar } from './FilterBar';
import { InboxPreview } from './InboxPreview';
import { InboxRow } from './InboxRow';
import { ThumbBar } from './ThumbBar';
import { useActs } from './use-acts';
import { useBoard } from './use-board';
import { bulkFailed, doToAll } from './use-bulk';
import { hrefOfView, isNarrow, useFilter } from './use-filter';
import { useSavedViews } from './use-views';
import { countText, TITLES, ViewTabs } from './Views';
import { pillOf } from './wording';

const LAST_COLUMN: Record<Section, string> = { needs: 'next step', handled: 'in whose hands', quiet: 'ended' };

/** Coming back to the inbox finds the cursor where it was. */
let lastSelected: string | null = null;

/** Once in each tab: whoever goes on to all incidents is not sent back. */
let hasBegun = false;

/** Whoever comes without a wish begins with the view that they chose for that. */
function useBeginning(): void {
  const [, navigate] = useLocation();
  const search = useSearch();
  const { data: views } = useSavedViews();
  useEffect(() => {
    if (hasBegun || !views) return;
    hasBegun = true;
    const first = views.find((view) => view.first);
    if (first && search === '') navigate(hrefOfView(first), { replace: true });
  }, [views, search, navigate]);
}

export function InboxPage() {
  useBeginning();
  const { filter, set } = useFilter();
  const { board, error, isPending, retry, loading, loadMore, settle } = useBoard(filter.narrowing);
  // Nothing is under a finger yet: every row takes its place before the first look.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per visit and filter
  useEffect(settle, [filter.narrowing]);
  const needed = board ? countIn(board, 'needs') : 0;
  const title = headline(board, needed);
  useTitle(needed > 0 ? `(${needed}) Inbox` : 'Inbox');
  return (
    <div className="inbox">
      <section className="list" aria-label="Incidents">
        <div className="top stack tight">
          <FilterBar title={title} filter={filter} onSet={set} />
          <ViewTabs />
        </div>
        {error && !board && (
          <div className="padded">
            <Failure what="The inbox could not be loaded." problem={error} onRetry={() => void retry()} />
          </div>
        )}
        {isPending && <SkeletonRows />}
      </section>
      {board && (
        <Loaded key={String(filter.section)} board={board} loading={loading} onMore={loadMore} onSettle={settle} />
      )}
    </div>
  );
}

function headline(board: Board | undefined, needed: number): string {
  if (!board) return 'Inbox';
  if (needed === 0) return 'Nothing needs an answer';
  return needed === 1 ? '1 needs an answer' : `${countText(board, 'needs')} need an answer`;
}

interface LoadedProps {
  board: Board;
  loading: Section | null;
  onMore: (section: Section) => void;
  onSettle: () => void;
}

function Loaded({ board, loading, onMore, onSettle }: LoadedProps) {
  const { filter, set } = useFilter();
  const me = useMe();
  const isWide = useIsWide();
  const [, navigate] = useLocation();
  const { act } = useActs();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const typed = useDeferredValue(filter.words);
  const words = useMemo(() => typed.toLowerCase().split(/\s+/).filter(Boolean), [typed]);
  const rows = useMemo(() => rowsOf(board, filter.narrowing.order), [board, filter.narrowing.order]);
  const shown = useMemo(() => {
    const sections = SECTIONS.filter((section) => filter.section === null || filter.section === section);
    return sections.map((section) => ({
      section,
      items: rows[section].filter((incident) => hasWords(incident, words)),
    }));
  }, [rows, filter.section, words]);
  const order = useMemo(() => shown.flatMap(({ items }) => items), [shown]);

  const [chosen, setChosen] = useState<string | null>(lastSelected);
  const selected = (chosen ? order.find(({ id }) => id === chosen) : undefined) ?? order[0];
  const cursor = useRef<Cursor | null>(null);
  const select = useCallback((id: string) => {
    lastSelected = id;
    setChosen(id);
  }, []);
  // Where the cursor stands, as long as its row has not moved away by the reader's own act.
  const place = selected && board.place.get(selected.id);
  useEffect(() => {
    if (!selected || !place) return;
    if (cursor.current?.id === selected.id && cursor.current.place !== place) return;
    cursor.current = { id: selected.id, place, position: order.indexOf(selected) };
  }, [selected, place, order]);
  const pick = useCallback((id: string) => {
    setPicked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  // Where no row stands, none can be shifted: the first one comes in at once.
  const isEmpty = board.place.size === 0 && board.known.size > 0;
  useEffect(() => {
    if (isEmpty) onSettle();
  }, [isEmpty, onSettle]);
  const pickedOnes = useMemo(() => order.filter(({ id }) => picked.has(id)), [order, picked]);

  const move = (step: number) => {
    const hasChosen = chosen !== null && selected?.id === chosen;
    const target = hasChosen ? stepFrom(cursor.current, order, selected, place, step) : 0;
    const next = order[Math.max(0, Math.min(order.length - 1, target))];
    if (!next) return;
    cursor.current = null;
    select(next.id);
    focusRow(next, order.indexOf(next), order.length);
  };
  const actOn = (kind: 'acknowledge' | 'resolve') => {
    const [first] = pickedOnes;
    if (pickedOnes.length > 1)
      void doToAll(
        kind,
        pickedOnes.map(({ id }) => id),
      ).catch(bulkFailed);
    else if (first ?? selected) void act(kind, (first ?? selected) as Incident);
    setPicked(new Set());
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    a: () => actOn('acknowledge'),
    r: () => actOn('resolve'),
    o: () => selected && navigate(`/i/${selected.id}`),
    [ENTER]: () => selected && navigate(`/i/${selected.id}`),
    n: () => selected && navigate(`/i/${selected.id}#note`),
    x: () => selected && pick(selected.id),
    '/': () => document.getElementById('filter')?.focus(),
    [ESCAPE]: () => setPicked(new Set()),
  });

  const isNarrowed = isNarrow(filter.narrowing) || filter.words !== '';
  const isUnfinished = SECTIONS.some((section) => board.next[section] !== null);
  return (
    <>
      <section className="list rest" aria-label="Rows">
        <NewsPill board={board} onSettle={onSettle} />
        {shown.map(({ section, items }) => (
          <SectionRows
            key={section}
            section={section}
            items={items}
            board={board}
            isAlone={filter.section === section}
            isNarrow={isNarrowed}
            isLoading={loading === section}
            onMore={onMore}
          >
            {(incident, position) => (
              <InboxRow
                key={incident.id}
                incident={incident}
                me={me.id}
                isSelected={selected?.id === incident.id}
                isPicked={picked.has(incident.id)}
                hasPreview={isWide}
                position={position}
                count={items.length}
                onSelect={select}
                onPick={pick}
              />
            )}
          </SectionRows>
        ))}
        {order.length === 0 && !isNarrowed && filter.section === null && (
          <Empty
            icon="check-circle"
            title="All quiet"
            action={
              me.administrator && (
                <Link className="button" href="/people">
                  Invite colleagues
                </Link>
              )
            }
          >
            No incident yet. When an alert comes in, it shows here by itself.
          </Empty>
        )}
        {order.length === 0 && isNarrowed && (
          <Empty
            icon="filter"
            title="Nothing matches"
            action={
              <button type="button" className="button" onClick={() => navigate('/', { replace: true })}>
                Clear the filter
              </button>
            }
          >
            {isUnfinished && filter.words
              ? 'Words are looked for in the loaded rows only; load more to look further back.'
              : undefined}
          </Empty>
        )}
        {filter.words && order.length > 0 && isUnfinished && (
          <p className="meta padded">
            Words are looked for in the {board.known.size} loaded rows.{' '}
            <button type="button" className="chip" onClick={() => set('words', null)}>
              Clear
            </button>
          </p>
        )}
        <ThumbBar selected={selected} needs={rows.needs} picked={pickedOnes} onDone={() => setPicked(new Set())} />
      </section>
      {isWide && (selected ? <InboxPreview incident={selected} /> : <EmptyPreview />)}
    </>
  );
}

interface Cursor {
  id: string;
  place: Section;
  position: number;
}

/** The row before or after the cursor. When the row under it went down the list after an act, the next one has taken its position. */
function stepFrom(
  cursor: Cursor | null,
  order: readonly Incident[],
  selected: Incident,
  place: Section | undefined,
  step: number,
): number {
  const now = order.indexOf(selected);
  if (!cursor || cursor.id !== selected.id || cursor.place === place) return now + step;
  const hasGoneDown = now > cursor.position;
  return hasGoneDown && step > 0 ? cursor.position : cursor.position + step;
}

function EmptyPreview() {
  return (
    <aside className="preview" aria-label="Preview">
      <Empty icon="inbox" title="Nothing selected">
        An incident you select shows here.
      </Empty>
    </aside>
  );
}

/** What came or moved while the reader was looking; it takes its place when asked. */
function NewsPill({ board, onSettle }: { board: Board; onSettle: () => void }) {
  const { fresh, moved } = useMemo(() => waiting(board), [board]);
  const text = pillOf(fresh, moved);
  const [heard, setHeard] = useState('');
  const latest = useRef(text);
  latest.current = text;
  // Read out at most each five seconds.
  useEffect(() => {
    const timer = setInterval(() => setHeard(latest.current), 5000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="news">
      <span className="unseen" role="status">
        {heard}
      </span>
      {text && (
        <button
          type="button"
          className="chip pill"
          onClick={() => {
            onSettle();
            window.scrollTo(0, 0);
          }}
        >
          <Icon name="up" small /> {text}
        </button>
      )}
    </div>
  );
}

interface SectionRowsProps {
  section: Section;
  items: Incident[];
  board: Board;
  isAlone: boolean;
  isNarrow: boolean;
  isLoading: boolean;
  onMore: (section: Section) => void;
  children: (incident: Incident, position: number) => React.ReactNode;
}

function SectionRows({ section, items, board, isAlone, isNarrow, isLoading, onMore, children }: SectionRowsProps) {
  const hasMore = board.next[section] !== null;
  if (items.length === 0 && !hasMore && !(isAlone && !isNarrow)) return null;
  return (
    <>
      <div className="rows-head">
        <h2>{TITLES[section]}</h2>
        <span>{isNarrow ? items.length : countText(board, section)}</span>
        <span className="end wide-only">{LAST_COLUMN[section]}</span>
      </div>
      {items.length > 0 && (
        <VirtualRows items={items} label={TITLES[section]}>
          {children}
        </VirtualRows>
      )}
      {items.length === 0 && isAlone && !isNarrow && <p className="meta padded">None.</p>}
      {hasMore && (
        <button type="button" className="button quiet more" disabled={isLoading} onClick={() => onMore(section)}>
          {isLoading ? 'Loading' : 'Load more'}
        </button>
      )}
    </>
  );
}

/** Brings the cursor to a row, also to one that is not drawn yet. */
function focusRow({ id }: Incident, position: number, count: number): void {
  const focus = () => {
    const link = document.querySelector<HTMLElement>(`#row-${CSS.escape(id)} .what > a`);
    link?.focus({ preventScroll: true });
    link?.closest('.row')?.scrollIntoView({ block: 'nearest' });
    return link !== null;
  };
  requestAnimationFrame(() => {
    if (focus()) return;
    const height = document.documentElement.scrollHeight;
    window.scrollTo(0, Math.max(0, (height * position) / Math.max(1, count) - window.innerHeight / 2));
    requestAnimationFrame(() => requestAnimationFrame(focus));
  });
}

const BARS = [58, 41, 66, 37, 52, 45, 61, 39];

function SkeletonRows() {
  return (
    <div role="status" className="skeleton-rows">
      <span className="unseen">Loading incidents</span>
      <div className="rows">
        {BARS.map((width) => (
          <div className="row" key={width}>
            <span />
            <span className="skeleton mark" />
            <span className="skeleton" style={{ inlineSize: `${width}%` }} />
          </div>
        ))}
      </div>
    </div>
  );
}
