import { Link } from 'wouter';
import type { Business } from '../../api/types';
import { useZone } from '../../kit/now';
import { Failure, Waiting } from '../../kit/screens';
import { Kpi } from './Kpis';
import { Card } from './panels';
import { Twin } from './Twin';
import { usePanels } from './use-boards';
import { type Asked, listOf, useBusiness } from './use-measures';
import { available, count, lasting, moved } from './wording';

/** What outages cost those who use the services. */
export function BusinessBoard({ asked }: { asked: Asked }) {
  const { data, error, isPending, refetch } = useBusiness(asked);
  if (isPending) return <Waiting rows={2} />;
  if (!data)
    return (
      <Failure
        what="What outages cost could not be worked out. Alerts and pages go on."
        problem={error}
        onRetry={() => void refetch()}
      />
    );
  return (
    <>
      <Cards business={data} asked={asked} />
      <Costs business={data} asked={asked} />
    </>
  );
}

const severe = (asked: Asked) => ({ ...asked, severity: asked.severity || 'critical,high' });

function Cards({ business: { figures: now, before }, asked }: { business: Business; asked: Asked }) {
  const list = listOf(severe(asked), 'incidents', { which: 'all' });
  return (
    <section className="kpis five" aria-label="What outages cost">
      <Kpi name="Availability" href={list} notes={['mean of all services', `${available(before.availability)} before`]}>
        {available(now.availability)}
      </Kpi>
      <Kpi
        name="Services out"
        href={list}
        notes={[
          `${count(now.incidents)} critical and high incident${now.incidents === 1 ? '' : 's'}`,
          moved(now.outSeconds, before.outSeconds),
        ]}
      >
        {lasting(now.outSeconds)}
      </Kpi>
      <Kpi
        name="Revenue lost"
        href={list}
        notes={
          now.revenue === null
            ? ['no service says what a minute is worth']
            : ['minutes out, times what each is worth', moved(now.revenue, before.revenue)]
        }
      >
        {now.revenue === null ? '–' : count(now.revenue)}
      </Kpi>
      <Paging asked={asked} />
      <Kpi
        name="Satisfaction"
        href="/feedback"
        notes={
          now.ratings === 0
            ? ['nobody rated an incident', 'goal 4.5 of 5']
            : [`${count(now.ratings)} rated an incident`, 'goal 4.5 of 5']
        }
      >
        {now.satisfaction === null ? '–' : now.satisfaction.toFixed(1)} <small>of 5</small>
      </Kpi>
    </section>
  );
}

/** What pages come to, with how it is worked out. */
function Paging({ asked }: { asked: Asked }) {
  const { data, error } = usePanels('paging-cost', asked, useZone());
  const panel = data?.panels[0];
  const { value, before, notes } = panel?.figure ?? { value: null, before: null, notes: [] };
  const why = panel?.missing ?? (error && !data ? 'it could not be worked out' : '');
  return (
    <Kpi
      name="Cost of paging"
      href={listOf(asked, 'pages', { which: 'all' })}
      notes={why ? [why] : [...notes.map(({ words }) => words), data ? moved(value, before) : '']}
    >
      {value === null ? '–' : count(value)}
    </Kpi>
  );
}

function Costs({ business: { services }, asked }: { business: Business; asked: Asked }) {
  if (services.length === 0) return null;
  const shown = services.slice(0, 10);
  return (
    <Card title="What outages cost" note="critical and high; two at once are one outage">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" className="num">
              Incidents
            </th>
            <th scope="col" className="num">
              Out for
            </th>
            <th scope="col" className="num">
              Available
            </th>
            <th scope="col" className="num">
              Users
            </th>
            <th scope="col" className="num">
              Revenue lost
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.service.id}>
              <th scope="row">
                <Link href={`/services/${one.service.word}`}>{one.service.name}</Link>
                {one.process && <span className="meta"> {one.process}</span>}
              </th>
              <td className="num" data-label="incidents">
                <Link href={listOf({ ...severe(asked), service: one.service.word }, 'incidents', { which: 'all' })}>
                  {count(one.incidents)}
                </Link>
              </td>
              <td className="num" data-label="out for">
                {lasting(one.outSeconds)}
              </td>
              <td className="num" data-label="available">
                {available(one.availability)}
              </td>
              <td className="num" data-label="users">
                {one.users === null ? '–' : count(one.users)}
              </td>
              <td className="num" data-label="revenue lost">
                {one.revenue === null ? '–' : count(one.revenue)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Twin
        name="outages"
        head={['service', 'incidents', 'seconds out', 'available %', 'users', 'revenue lost']}
        rows={services.map((one) => [
          one.service.name,
          one.incidents,
          Math.round(one.outSeconds),
          Number(one.availability.toFixed(4)),
          one.users,
          one.revenue === null ? null : Math.round(one.revenue),
        ])}
      />
    </Card>
  );
}
