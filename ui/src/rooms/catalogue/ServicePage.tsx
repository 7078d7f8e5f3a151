import { Link } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { ServicePage as Found, Incident, ServiceLine } from '../../api/types';
import { Icon } from '../../kit/icons';
import { SeverityMark, StateBadge, WebLink } from '../../kit/marks';
import { Age } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { standingOf as incidentStanding, nameOf, stateWord } from '../incident/wording';
import { ChangeList } from './ChangeList';
import { Graph } from './Graph';
import { HealthMark } from './HealthMark';
import { Neighbours } from './Neighbours';
import { useChanges, useGraph, useOpenIncidents, useService } from './use-catalogue';
import { amount, people, standingOf } from './wording';

/** One service: how it is, what it needs, what was changed. */
export default function ServicePage({ word }: { word: string }) {
  const { data, error, refetch } = useService(word);
  useTitle(data ? data.service.name : 'Service');
  if (data) return <Loaded found={data} />;
  const isNowhere = error instanceof ApiProblem && error.status === 404;
  return (
    <div className="screen">
      <h1 className="unseen">Service</h1>
      {!error && <Waiting rows={8} />}
      {isNowhere && (
        <Empty
          icon="alert"
          title="No such service"
          action={
            <Link className="button" href="/services">
              To the services
            </Link>
          }
        >
          It may have been renamed or taken out of the configuration.
        </Empty>
      )}
      {error && !isNowhere && (
        <Failure what="The service could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function Loaded({ found }: { found: Found }) {
  const { service } = found;
  return (
    <div className="screen service">
      <header className="stack tight incident-head">
        <p className="bar">
          <Link className="tap back" href="/services">
            <Icon name="left" small /> Services
          </Link>
          <span className="mono number">{service.word}</span>
          <HealthMark health={service.health} />
        </p>
        <h1>{service.name}</h1>
        <Worth service={service} />
      </header>
      <div className="columns">
        <div className="stack">
          <OpenIncidents service={service} />
          <Around service={service} />
          <Changes service={service} />
        </div>
        <aside className="stack" aria-label="Facts">
          <Facts service={service} />
          <section className="card stack" aria-label="Dependencies">
            <Neighbours title="Needs" none="It needs no other service." found={found.needs} />
            <Neighbours title="Needed by" none="No other service needs it." found={found.neededBy} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function Worth({ service }: { service: ServiceLine }) {
  return (
    <p className="impact">
      <span>
        <b>{standingOf(service)}</b>
      </span>
      {service.users !== null && (
        <span>
          <b>{people(service.users)}</b>
        </span>
      )}
      {service.revenuePerMinute !== null && (
        <span>
          <b>{amount(service.revenuePerMinute)}</b> a minute
        </span>
      )}
      {service.process && <span>{service.process}</span>}
    </p>
  );
}

function Facts({ service }: { service: ServiceLine }) {
  return (
    <section className="card">
      <div className="card-head">
        <h2>Facts</h2>
      </div>
      <dl className="facts">
        <dt>Team</dt>
        <dd>{service.team?.name ?? 'nobody'}</dd>
        <dt>Runbook</dt>
        <dd className="breaks">
          {service.runbook ? <WebLink href={service.runbook}>{service.runbook}</WebLink> : 'none'}
        </dd>
        {service.links.length > 0 && (
          <>
            <dt>Links</dt>
            <dd>
              <ul className="plain">
                {service.links.map(({ href, text }) => (
                  <li key={`${href} ${text}`}>
                    <WebLink href={href}>{text || href}</WebLink>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function OpenIncidents({ service }: { service: ServiceLine }) {
  const { data, error, isPending, refetch } = useOpenIncidents(service.id);
  return (
    <section className="card" aria-labelledby="open-heading">
      <div className="card-head">
        <h2 id="open-heading">Open incidents</h2>
        {service.health.openIncidents > 0 && <span className="meta">{service.health.openIncidents} in all</span>}
      </div>
      {isPending && <Waiting rows={2} />}
      {error && !data && (
        <Failure what="The incidents could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && data.items.length === 0 && (
        <p className="meta">
          {service.health.openAlerts > 0
            ? 'None of its own. Its open alerts are in the incident of another service.'
            : 'None. It is as it should be.'}
        </p>
      )}
      <ul className="plain open-incidents">
        {data?.items.map((incident) => (
          <OpenIncident key={incident.id} incident={incident} />
        ))}
      </ul>
      {data?.next && <Link href={`/?service=${encodeURIComponent(service.word)}`}>All of them in the inbox</Link>}
    </section>
  );
}

function OpenIncident({ incident }: { incident: Incident }) {
  const standing = incidentStanding(incident);
  return (
    <li>
      <SeverityMark rank={incident.severity} standing={standing} isQuiet />
      <span className="grows">
        <Link href={`/i/${incident.id}`}>{incident.title}</Link>
        <span className="meta">
          {' '}
          {nameOf(incident)}, {incident.rating && `${incident.rating.counts}, `}since <Age from={incident.openedAt} />
        </span>
      </span>
      <StateBadge standing={standing} word={stateWord(incident)} />
    </li>
  );
}

function Around({ service }: { service: ServiceLine }) {
  const { data, error, isPending, refetch } = useGraph(service.id);
  return (
    <section className="card" aria-labelledby="around-heading">
      <div className="card-head">
        <h2 id="around-heading">Around it</h2>
        <span className="meta">two steps each way; above what needs it, below what it needs</span>
      </div>
      {isPending && <Waiting rows={4} />}
      {error && !data && (
        <Failure what="The graph could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && <Graph graph={data} columns={4} />}
      {data && !data.whole && (
        <p className="meta">Only the nearest {data.nodes.length} services are drawn; there are more around it.</p>
      )}
    </section>
  );
}

function Changes({ service }: { service: ServiceLine }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useChanges(service.id);
  const changes = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-labelledby="changes-heading">
      <div className="card-head">
        <h2 id="changes-heading">Changes</h2>
      </div>
      {isPending && <Waiting rows={3} />}
      {error && !data && (
        <Failure what="The changes could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && changes.length === 0 && <p className="meta">None was told. A pipeline can send its deployments.</p>}
      <ChangeList changes={changes} isOfOne />
      {hasNextPage && (
        <button
          type="button"
          className="button quiet more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading' : 'Older changes'}
        </button>
      )}
    </section>
  );
}
