import { Link, useSearchParams } from 'wouter';
import { SeverityMark } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import './measure.css';
import { type Asked, askedIn, PERIODS, useCounted, useCountedPages } from './use-measures';
import { lasting } from './wording';

const TITLES: Record<string, string> = {
  all: 'All incidents',
  open: 'Open incidents',
  over: 'Incidents that are over',
  answered: 'Incidents that were answered',
  escalated: 'Incidents that went to the next step',
  reopened: 'Incidents that were opened again',
  handless: 'Incidents that ended without a hand',
  told: 'Incidents of which somebody was told',
  useful: 'Incidents that were acted on',
  idle: 'Incidents that led to nothing',
  answer_late: 'Incidents that were answered late',
  repair_late: 'Incidents that were repaired late',
  found_first: 'Incidents that were found first',
};

/** The list behind a figure: the same words, the same period. */
export default function ListPage() {
  const [search] = useSearchParams();
  const asked = askedIn(search);
  const which = search.get('which') ?? 'all';
  const isPages = search.get('list') === 'pages';
  const title = isPages ? (which === 'nights' ? 'Woken at night' : 'Pages') : (TITLES[which] ?? 'Incidents');
  useTitle(title);
  const rule = search.get('rule');
  const period = PERIODS.find(({ days }) => days === asked.days)?.word ?? '';
  return (
    <div className="screen insights">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p>
            {[period, asked.severity, asked.team, asked.service, rule].filter(Boolean).join(', ')}.{' '}
            <Link href={`/insights?days=${asked.days}`}>Insights</Link>
          </p>
        </div>
      </div>
      {isPages ? (
        <PageList asked={asked} more={{ which, person: search.get('person') }} />
      ) : (
        <IncidentList asked={asked} more={{ which, rule, sender: search.get('sender') }} />
      )}
    </div>
  );
}

interface ListProps {
  asked: Asked;
  more: Record<string, string | null>;
}

function IncidentList({ asked, more }: ListProps) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCounted(asked, more);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  if (isPending) return <Waiting />;
  if (!data) return <Failure what="The list could not be loaded." problem={error} onRetry={() => void refetch()} />;
  if (rows.length === 0) return <Nothing />;
  return (
    <>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Severity</th>
            <th scope="col">Opened</th>
            <th scope="col" className="num">
              Answered after
            </th>
            <th scope="col" className="num">
              Over after
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/i/${one.id}`}>
                  INC-{one.number} {one.title}
                </Link>
                <br />
                <span className="meta">
                  {one.service.name}
                  {one.idle && ', led to nothing'}
                  {!one.told && ', nobody was told'}
                </span>
              </th>
              <td data-label="severity">
                <SeverityMark
                  rank={one.severity}
                  standing={one.state === 'triggered' ? 'firing' : one.state}
                  size="small"
                />
              </td>
              <td data-label="opened">
                <Clock at={one.openedAt} />
              </td>
              <td className="num" data-label="answered after">
                {lasting(one.answerSeconds)}
              </td>
              <td className="num" data-label="over after">
                {lasting(one.repairSeconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More isThere={hasNextPage} isOnItsWay={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}

function PageList({ asked, more }: ListProps) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCountedPages(
    asked,
    more,
  );
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  if (isPending) return <Waiting />;
  if (!data) return <Failure what="The list could not be loaded." problem={error} onRetry={() => void refetch()} />;
  if (rows.length === 0) return <Nothing />;
  return (
    <>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Person</th>
            <th scope="col">Sent</th>
            <th scope="col">By</th>
            <th scope="col" className="num">
              Their hour
            </th>
            <th scope="col" className="num">
              Sleep lost
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/i/${one.incident}`}>
                  INC-{one.number} {one.title}
                </Link>
              </th>
              <td data-label="person">{one.person.name}</td>
              <td data-label="sent">
                <Clock at={one.sentAt} />
              </td>
              <td data-label="by">{one.channel}</td>
              <td className="num" data-label="their hour">
                {one.hour}:00
              </td>
              <td className="num" data-label="sleep lost">
                {one.night ? lasting(one.sleepSeconds) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More isThere={hasNextPage} isOnItsWay={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}

function Nothing() {
  return (
    <Empty icon="filter" title="Nothing">
      Nothing of this kind happened in the period.
    </Empty>
  );
}

function More({ isThere, isOnItsWay, onMore }: { isThere: boolean; isOnItsWay: boolean; onMore: () => void }) {
  if (!isThere) return null;
  return (
    <button type="button" className="button" disabled={isOnItsWay} onClick={onMore}>
      Load more
    </button>
  );
}
