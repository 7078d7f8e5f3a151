import { Link } from 'wouter';
import type { Slo, SloWhole } from '../../api/types';
import { SeverityMark } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { Failure, useTitle, Waiting } from '../../kit/screens';
import { shortDay } from '../../kit/time';
import { lastOf, path, ticks } from '../measure/drawing';
import '../measure/measure.css';
import { Card } from '../measure/panels';
import { Twin } from '../measure/Twin';
import { lasting } from '../measure/wording';
import { Asked, Left } from './parts';
import './slo.css';
import { useSlo } from './use-slos';
import { amount, leftOf, percent, promised, rated } from './wording';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const LIMITS: Record<string, string> = { fast: 'an hour', slow: 'six hours', creeping: 'three days' };

/** One budget: what is left, how it came to that, how fast it goes, what it cost. */
export default function SloPage({ word }: { word: string }) {
  useTitle(word);
  const { data, error, isPending, refetch } = useSlo(word);
  if (isPending) return <Waiting />;
  if (!data) return <Failure what="The budget could not be loaded." problem={error} onRetry={() => void refetch()} />;
  const { slo } = data;
  return (
    <div className="screen slos insights">
      <div className="page-head">
        <div>
          <h1>{slo.word}</h1>
          <p>
            <Link href={`/services/${slo.service.word}`}>{slo.service.name}</Link>: {promised(slo)}.{' '}
            <Link href="/slos">All budgets</Link>
          </p>
        </div>
      </div>
      <div className="budget-cards">
        <Standing slo={slo} />
        {data.course.length > 0 && <Course whole={data} />}
        <Burns slo={slo} />
        {slo.from === 'incidents' && <Costly whole={data} />}
      </div>
    </div>
  );
}

function Standing({ slo }: { slo: Slo }) {
  return (
    <Card title="The budget" note={`${slo.policy} policy`}>
      <dl className="budget-facts">
        <div>
          <dt>Left</dt>
          <dd>
            <Left slo={slo} />
          </dd>
        </div>
        <div>
          <dt>Observed</dt>
          <dd>{percent(slo.good)}</dd>
        </div>
        <div>
          <dt>{slo.unit === 'seconds' ? 'Down' : 'Bad'}</dt>
          <dd>
            {amount(slo.spent, slo.unit)} of {amount(slo.budget, slo.unit)}
          </dd>
        </div>
        <div>
          <dt>Asked for</dt>
          <dd>
            <Asked slo={slo} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

/** What was left, and the share below which the policy acts. */
function Course({ whole: { slo, course } }: { whole: SloWhole }) {
  const now = Date.now();
  const axis = course.map(({ at }) => shortDay(Date.parse(at), zone, now));
  const values = course.map(({ left }) => Math.max(0, left));
  return (
    <Card title="How it was spent" note={`of the last ${lasting(slo.windowSeconds)}; dotted: where the policy acts`}>
      <figure className="chart">
        <div className="plot">
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            role="img"
            aria-label="The share of the budget that was left over the window; the table below has the numbers"
          >
            <path className="grid" d="M0 0H100M0 50H100M0 100H100" />
            <path className="goal" d={`M0 ${100 - 100 * slo.policyShare}H100`} />
            <path d={path(values, 1)} />
          </svg>
          <span className="label" style={{ '--y': 100 - 100 * (lastOf(values) ?? 0) } as React.CSSProperties}>
            <b>{leftOf(slo.left)} left</b>
          </span>
        </div>
        <figcaption className="plot-axis">
          {ticks(axis).map((word) => (
            <span key={word}>{word}</span>
          ))}
        </figcaption>
      </figure>
      <Twin
        name={`budget-${slo.word}`}
        head={['until', 'left']}
        rows={course.map(({ at, left }) => [at, leftOf(left)])}
      />
    </Card>
  );
}

function Burns({ slo }: { slo: Slo }) {
  return (
    <Card title="How fast it goes" note="1× ends with nothing left at the end of the window">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Over</th>
            <th scope="col" className="num">
              Burn
            </th>
            <th scope="col" className="num">
              Told from
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {slo.burns.map((burn) => (
            <tr key={burn.alarm}>
              <th scope="row">{LIMITS[burn.alarm]}</th>
              <td className="num" data-label="burn">
                {rated(burn.rate)}
              </td>
              <td className="num" data-label="told from">
                {rated(burn.limit)}
              </td>
              <td>
                {burn.sounds && burn.since ? (
                  <b>
                    Told <Clock at={burn.since} />
                  </b>
                ) : (
                  'Calm'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Costly({ whole: { slo, incidents } }: { whole: SloWhole }) {
  if (incidents.length === 0) {
    return (
      <Card title="What it cost">
        <p>No incident took {slo.service.name} down in this window.</p>
      </Card>
    );
  }
  return (
    <Card title="What it cost" note="those that took the most; two at once both count here">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Severity</th>
            <th scope="col">Since</th>
            <th scope="col" className="num">
              Down
            </th>
            <th scope="col" className="num">
              Of the budget
            </th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/i/${one.id}`}>
                  INC-{one.number} {one.title}
                </Link>
              </th>
              <td>
                <SeverityMark rank={one.severity} standing={one.ongoing ? 'firing' : 'resolved'} size="small" />
              </td>
              <td data-label="since">
                <Clock at={one.beganAt} />
              </td>
              <td className="num" data-label="down">
                {lasting(one.seconds)}
                {one.ongoing && ' so far'}
              </td>
              <td className="num" data-label="of the budget">
                {leftOf(one.seconds / slo.budget)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
