import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Measures } from '../../api/types';
import { SeverityMark } from '../../kit/marks';
import { Failure, Waiting } from '../../kit/screens';
import { shortDay } from '../../kit/time';
import { Bars, Lines } from './charts';
import { heat } from './drawing';
import { Twin } from './Twin';
import { type Asked, listOf, useRules } from './use-measures';
import { count, DAYS, lasting, NIGHTS, share } from './wording';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface Props {
  measures: Measures;
  asked: Asked;
}

export function Card({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        {note && <span className="meta">{note}</span>}
      </div>
      {children}
    </section>
  );
}

/** How it went over time: the answer and the repair, and whom it woke. */
export function Courses({ measures: { series, unit }, zone }: { measures: Measures; zone: string }) {
  const now = Date.now();
  const axis = series.map(({ at }) => shortDay(Date.parse(at), zone, now));
  return (
    <div className="columns even">
      <Card title={`Time to answer and to repair, each ${unit}`} note="half were quicker">
        <Lines
          label={`Median time to answer and to repair of each ${unit}; the table below has the numbers`}
          curves={[
            { name: 'repair', values: series.map((point) => point.repairP50), rank: 1 },
            { name: 'answer', values: series.map((point) => point.answerP50), rank: 0 },
          ]}
          axis={axis}
          say={lasting}
        />
        <Twin
          name="times"
          head={[unit, 'answer p50', 'repair p50']}
          rows={series.map((point, at) => [axis[at] ?? '', lasting(point.answerP50), lasting(point.repairP50)])}
        />
      </Card>
      <Card title={`People woken, each ${unit}`} note="filled: at night">
        <Bars
          label={`How often people were woken in each ${unit}, and how often of it at night; the table below has the numbers`}
          pairs={series.map(({ wakes, nights }) => ({ filled: nights, rest: wakes - nights }))}
          names={['at night', 'by day']}
          axis={axis}
        />
        <Twin
          name="wakes"
          head={[unit, 'incidents', 'alerts', 'woken', 'at night']}
          rows={series.map((point, at) => [axis[at] ?? '', point.incidents, point.alerts, point.wakes, point.nights])}
        />
      </Card>
    </div>
  );
}

export function Severities({ measures, asked }: Props) {
  const late = (late: number, of: number) => (of === 0 ? 'nothing promised' : `${count(late)} of ${count(of)} late`);
  return (
    <Card title="By severity" note={`${count(measures.figures.open)} open of this period`}>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Severity</th>
            <th scope="col" className="num">
              Incidents
            </th>
            <th scope="col" className="num">
              Open
            </th>
            <th scope="col" className="num">
              Answer p50
            </th>
            <th scope="col">Answers</th>
            <th scope="col" className="num">
              Repair p50
            </th>
            <th scope="col">Repairs</th>
          </tr>
        </thead>
        <tbody>
          {measures.severities.map((one) => {
            const narrowed = { ...asked, severity: one.severity };
            return (
              <tr key={one.severity}>
                <th scope="row">
                  <SeverityMark rank={one.severity} standing="firing" size="small" />
                </th>
                <td className="num" data-label="incidents">
                  <Link href={listOf(narrowed, 'incidents', { which: 'all' })}>{count(one.incidents)}</Link>
                </td>
                <td className="num" data-label="open">
                  <Link href={listOf(narrowed, 'incidents', { which: 'open' })}>{count(one.open)}</Link>
                </td>
                <td className="num" data-label="answer p50">
                  {lasting(one.answerP50)}
                </td>
                <td data-label="answers">{late(one.answersLate, one.answersPromised)}</td>
                <td className="num" data-label="repair p50">
                  {lasting(one.repairP50)}
                </td>
                <td data-label="repairs">{late(one.repairsLate, one.repairsPromised)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

/** When people are woken, by their own clock, and when services break, by the reader's. */
export function Hours({ measures: { pageHours, serviceHours } }: { measures: Measures }) {
  const most = Math.max(1, ...pageHours.map(({ wakes }) => wakes));
  const at = (day: number, hour: number) => pageHours.find((one) => one.day === day && one.hour === hour)?.wakes ?? 0;
  const worst = pageHours.find(({ wakes }) => wakes === most);
  const services = [...new Map(serviceHours.map(({ service }) => [service.id, service])).values()];
  const mostOpened = Math.max(1, ...serviceHours.map(({ incidents }) => incidents));
  return (
    <>
      <Card title="When people are woken" note="hour of each person’s own day; 22:00 to 07:00 is underlined">
        <div className="heat" role="img" aria-label="Wakes by weekday and hour; the table below has the numbers">
          <span />
          {[0, 6, 12, 18].map((hour) => (
            <span key={hour} style={{ gridColumn: 'span 6' }}>
              {String(hour).padStart(2, '0')}:00
            </span>
          ))}
          {DAYS.map((name, day) => [
            <span key={name}>{name}</span>,
            ...HOURS.map((hour) => (
              <i
                key={`${name} ${hour}`}
                className={NIGHTS.includes(hour) ? 'night' : undefined}
                style={{ '--h': heat(at(day + 1, hour), most) } as React.CSSProperties}
              />
            )),
          ])}
        </div>
        <p className="meta">
          {worst
            ? `Busiest: ${DAYS[worst.day - 1]}, ${worst.hour}:00, ${worst.wakes} ${worst.wakes === 1 ? 'wake' : 'wakes'}.`
            : 'Nobody was woken.'}
        </p>
        <Twin
          name="hours"
          head={['day', 'hour', 'wakes']}
          rows={pageHours.map((one) => [DAYS[one.day - 1] ?? '', one.hour, one.wakes])}
        />
      </Card>
      {services.length > 0 && (
        <Card title="When services break" note="incidents by the hour they were opened in, your time">
          <div className="hours" role="img" aria-label="Incidents by service and hour; the table below has the numbers">
            {services.map((service) => [
              <span key={service.id}>{service.name}</span>,
              ...HOURS.map((hour) => (
                <i
                  key={`${service.id} ${hour}`}
                  style={
                    {
                      '--h': heat(
                        serviceHours.find((one) => one.service.id === service.id && one.hour === hour)?.incidents ?? 0,
                        mostOpened,
                      ),
                    } as React.CSSProperties
                  }
                />
              )),
            ])}
          </div>
          <Twin
            name="service-hours"
            head={['service', 'hour', 'incidents']}
            rows={serviceHours.map((one) => [one.service.name, one.hour, one.incidents])}
          />
        </Card>
      )}
    </>
  );
}

export function People({ measures: { people }, asked }: Props) {
  if (people.length === 0) return null;
  return (
    <Card title="Load of each person" note="those first who lost the most sleep">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col" className="num">
              Pages
            </th>
            <th scope="col" className="num">
              Woken
            </th>
            <th scope="col" className="num">
              At night
            </th>
            <th scope="col" className="num">
              Sleep lost
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, messages, wakes, nights, sleepSeconds }) => (
            <tr key={person.id}>
              <th scope="row">
                <Link href={listOf(asked, 'pages', { which: 'all', person: person.id })}>{person.name}</Link>
              </th>
              <td className="num" data-label="pages">
                {count(messages)}
              </td>
              <td className="num" data-label="woken">
                {count(wakes)}
              </td>
              <td className="num" data-label="at night">
                <Link href={listOf(asked, 'pages', { which: 'nights', person: person.id })}>{count(nights)}</Link>
              </td>
              <td className="num" data-label="sleep lost">
                {lasting(sleepSeconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** What each rule came to; those that cost sleep and led to nothing are named. */
export function Rules({ asked }: { asked: Asked }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRules(asked);
  const rules = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title="Rules of senders" note="worth deleting: three or more told somebody, and over 90 % led to nothing">
      {isPending && <Waiting rows={4} />}
      {error && !data && (
        <Failure what="The rules could not be counted." problem={error} onRetry={() => void refetch()} />
      )}
      {data && rules.length === 0 && <p className="meta">No rule raised an alert.</p>}
      {rules.length > 0 && (
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col" className="num">
                Alerts
              </th>
              <th scope="col" className="num">
                Incidents
              </th>
              <th scope="col" className="num">
                No action
              </th>
              <th scope="col" className="num">
                Woken
              </th>
              <th scope="col" className="num">
                Sleep lost
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((one) => (
              <tr key={`${one.sender.id} ${one.rule}`}>
                <th scope="row">
                  <Link href={listOf(asked, 'incidents', { which: 'all', sender: one.sender.id, rule: one.rule })}>
                    {one.rule}
                  </Link>
                  <br />
                  <span className="meta">{one.sender.name}</span>{' '}
                  {one.deletable && <span className="chip">Worth deleting</span>}
                </th>
                <td className="num" data-label="alerts">
                  {count(one.alerts)}
                </td>
                <td className="num" data-label="incidents">
                  {count(one.incidents)}
                </td>
                <td className="num" data-label="no action">
                  {share(one.idle, one.judged)}
                </td>
                <td className="num" data-label="woken">
                  {count(one.wakes)}
                </td>
                <td className="num" data-label="sleep lost">
                  {lasting(one.sleepSeconds)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load more
        </button>
      )}
    </Card>
  );
}

export function Places({ measures, asked, what }: Props & { what: 'services' | 'teams' }) {
  const places = measures[what];
  if (places.length === 0) return null;
  const name = what === 'services' ? 'service' : 'team';
  return (
    <Card title={what === 'services' ? 'Services' : 'Teams'} note="those first that were broken for the longest">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{what === 'services' ? 'Service' : 'Team'}</th>
            <th scope="col" className="num">
              Incidents
            </th>
            <th scope="col" className="num">
              Again
            </th>
            <th scope="col" className="num">
              Open
            </th>
            <th scope="col" className="num">
              Answer p50
            </th>
            <th scope="col" className="num">
              Repair p50
            </th>
            <th scope="col" className="num">
              Broken for
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((one) => (
            <tr key={one.place?.id ?? 'nobody'}>
              <th scope="row">{one.place?.name ?? 'No team'}</th>
              <td className="num" data-label="incidents">
                {one.place ? (
                  <Link href={listOf({ ...asked, [name]: one.place.word }, 'incidents', { which: 'all' })}>
                    {count(one.incidents)}
                  </Link>
                ) : (
                  count(one.incidents)
                )}
              </td>
              <td className="num" data-label="again">
                {count(one.repeated)}
              </td>
              <td className="num" data-label="open">
                {count(one.open)}
              </td>
              <td className="num" data-label="answer p50">
                {lasting(one.answerP50)}
              </td>
              <td className="num" data-label="repair p50">
                {lasting(one.repairP50)}
              </td>
              <td className="num" data-label="broken for">
                {lasting(one.brokenSeconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
