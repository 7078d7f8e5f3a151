import { useSearchParams } from 'wouter';
import type { Measures } from '../../api/types';
import { useZone } from '../../kit/now';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { shortDay } from '../../kit/time';
import { BOARDS, BoardTabs } from './BoardTabs';
import { BusinessBoard } from './BusinessBoard';
import { GoalsBoard } from './GoalsBoard';
import { Kpis } from './Kpis';
import './measure.css';
import { LoosePanels } from './PanelGrid';
import { Courses, Hours, People, Places, Rules, Severities } from './panels';
import { askedIn, PERIODS, useLiveMeasures, useMeasures } from './use-measures';
import { useWall } from './use-wall';

/** How things stand in a period, in numbers that open the lists they were made of. */
export default function InsightsPage() {
  useTitle('Insights');
  useLiveMeasures();
  const [search, setSearch] = useSearchParams();
  const zone = useZone();
  const asked = askedIn(search);
  const board = BOARDS.find((one) => one.board === search.get('board'))?.board ?? 'executive';
  const { data, error, isPending, refetch } = useMeasures(asked, zone);
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const { wall, toWall } = useWall(board, (next) => set('board', next));
  return (
    <div className="screen insights" ref={wall}>
      <div className="page-head">
        <div>
          <h1>Insights</h1>
          <p>{data ? said(data, zone) : 'How things stand, in numbers. Every figure opens its list.'}</p>
        </div>
        <search className="insights-tools">
          <select className="input" aria-label="Team" value={asked.team} onChange={(e) => set('team', e.target.value)}>
            <option value="">All teams</option>
            {asked.team && !data?.teams.some(({ place }) => place?.word === asked.team) && (
              <option value={asked.team}>{asked.team}</option>
            )}
            {data?.teams.map(
              ({ place }) =>
                place && (
                  <option key={place.id} value={place.word}>
                    {place.name}
                  </option>
                ),
            )}
          </select>
          <select
            className="input"
            aria-label="Severity"
            value={asked.severity}
            onChange={(e) => set('severity', e.target.value)}
          >
            <option value="">All severities</option>
            <option value="critical">Critical</option>
            <option value="critical,high">Critical and high</option>
            <option value="medium,low">Medium and low</option>
          </select>
          <select
            className="input"
            aria-label="Period"
            value={asked.days}
            onChange={(e) => set('days', e.target.value)}
          >
            {PERIODS.map(({ days, word }) => (
              <option key={days} value={days}>
                {word}
              </option>
            ))}
          </select>
          <button type="button" className="button wide-only" onClick={toWall}>
            On the wall
          </button>
        </search>
      </div>
      <BoardTabs board={board} search={search} />
      {isPending && <Waiting rows={8} />}
      {error && !data && (
        <Failure
          what="The figures could not be made. Alerts and pages go on."
          problem={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && board === 'goals' && <GoalsBoard asked={asked} />}
      {data && board !== 'goals' && data.figures.incidents === 0 && data.figures.alerts === 0 && (
        <Empty icon="pulse" title="Nothing happened">
          No alert came and no incident was opened in this period, so there is nothing to count.
        </Empty>
      )}
      {data && board === 'executive' && (
        <div className="stack">
          <BusinessBoard asked={asked} />
          <Kpis measures={data} asked={asked} />
          <Courses measures={data} zone={zone} />
        </div>
      )}
      {data && board === 'operational' && (
        <div className="stack">
          <Severities measures={data} asked={asked} />
          <Hours measures={data} />
          <People measures={data} asked={asked} />
          <LoosePanels show="error-rates" asked={asked} />
          <Rules asked={asked} />
        </div>
      )}
      {data && board === 'technical' && (
        <div className="stack">
          <Places measures={data} asked={asked} what="services" />
          <Places measures={data} asked={asked} what="teams" />
          <LoosePanels show="changes,debt" asked={asked} />
        </div>
      )}
    </div>
  );
}

function said(measures: Measures, zone: string): string {
  const now = Date.parse(measures.until);
  const from = shortDay(Date.parse(measures.from), zone, now);
  return `${from} to ${shortDay(now, zone, now)}, beside as long before. Every figure opens its list.`;
}
