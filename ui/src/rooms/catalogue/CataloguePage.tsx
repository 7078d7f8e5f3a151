import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { ServiceLine, ServicesFound } from '../../api/types';
import { Age } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { Graph } from './Graph';
import { HealthMark } from './HealthMark';
import { useGraph, useServices } from './use-catalogue';
import { addressOf, amount, people, standingOf } from './wording';

/** What services there are, how they are, and what they need. */
export default function CataloguePage() {
  useTitle('Services');
  const [search, setSearch] = useSearchParams();
  const isGraph = search.get('view') === 'graph';
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Services</h1>
          <p>What each is worth, what it needs, and how it is now.</p>
        </div>
      </div>
      <nav className="tabs" aria-label="View">
        <Link className="tab" href="/services" replace aria-current={isGraph ? undefined : 'true'}>
          List
        </Link>
        <Link className="tab" href="/services?view=graph" replace aria-current={isGraph ? 'true' : undefined}>
          Graph
        </Link>
      </nav>
      {isGraph ? <WholeGraph /> : <Services search={search} onSet={set} />}
    </div>
  );
}

function WholeGraph() {
  const { data, error, isPending, refetch } = useGraph(null);
  if (isPending) return <Waiting rows={8} />;
  if (!data) return <Failure what="The graph could not be loaded." problem={error} onRetry={() => void refetch()} />;
  if (data.nodes.length === 0) return <NoServices />;
  const center = data.nodes.find(({ id }) => id === data.around);
  return (
    <section className="stack" aria-label="Graph">
      {center && (
        <p className="meta">
          There are {data.total} services, too many to look at. These are around {center.name}; open a service to see
          what is around it.
        </p>
      )}
      <Graph graph={data} />
    </section>
  );
}

function NoServices() {
  return (
    <Empty icon="steps" title="No services">
      Services are described in the configuration file, with what they need and what they are worth.
    </Empty>
  );
}

interface ServicesProps {
  search: URLSearchParams;
  onSet: (name: string, value: string) => void;
}

function Services({ search, onSet }: ServicesProps) {
  const team = search.get('team');
  const criticality = search.get('criticality');
  const [words, setWords] = useState(search.get('q') ?? '');
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useServices({
    words,
    team,
    criticality,
  });
  const found = data?.pages[0];
  const services = data?.pages.flatMap(({ items }) => items) ?? [];
  const isNarrowed = Boolean(words || team || criticality);
  return (
    <>
      <search className="bar filter-bar services-search">
        <input
          className="input"
          type="search"
          aria-label="Search services"
          placeholder="Search by name, word, process or team"
          maxLength={200}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            onSet('q', event.target.value);
          }}
        />
        <Facets found={found} team={team} criticality={criticality} onSet={onSet} />
      </search>
      <p className="meta" role="status">
        {found ? `${amount(found.total)} ${found.total === 1 ? 'service' : 'services'}` : ' '}
      </p>
      {error && !data && (
        <Failure what="The services could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {isPending && <Waiting rows={10} />}
      {found &&
        services.length === 0 &&
        (isNarrowed ? (
          <Empty icon="filter" title="Nothing found">
            No service has all of these words and facets.
          </Empty>
        ) : (
          <NoServices />
        ))}
      {services.length > 0 && <ServiceTable services={services} />}
      {hasNextPage && (
        <button
          type="button"
          className="button quiet more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading' : 'Load more'}
        </button>
      )}
    </>
  );
}

interface FacetsProps {
  found: ServicesFound | undefined;
  team: string | null;
  criticality: string | null;
  onSet: ServicesProps['onSet'];
}

const CRITICALITIES = ['critical', 'high', 'medium', 'low'];

function Facets({ found, team, criticality, onSet }: FacetsProps) {
  const count = new Map(found?.facets.criticalities.map((facet) => [facet.criticality, facet.services]));
  return (
    <>
      <select
        className="input"
        aria-label="Team"
        value={team ?? ''}
        onChange={(event) => onSet('team', event.target.value)}
      >
        <option value="">Any team</option>
        {found?.facets.teams.map((facet) => (
          <option key={facet.team?.id ?? '-'} value={facet.team?.word ?? '-'}>
            {facet.team?.name ?? 'Nobody'} ({facet.services})
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label="Criticality"
        value={criticality ?? ''}
        onChange={(event) => onSet('criticality', event.target.value)}
      >
        <option value="">Any criticality</option>
        {CRITICALITIES.map((word) => (
          <option key={word} value={word}>
            {word} ({count.get(word) ?? 0})
          </option>
        ))}
      </select>
    </>
  );
}

function ServiceTable({ services }: { services: ServiceLine[] }) {
  return (
    <table className="table cards services">
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Now</th>
          <th scope="col">Matters</th>
          <th scope="col">Team</th>
          <th scope="col" className="num">
            Needs
          </th>
          <th scope="col" className="num">
            Needed by
          </th>
          <th scope="col" className="num">
            Last change
          </th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <ServiceRow key={service.id} service={service} />
        ))}
      </tbody>
    </table>
  );
}

function ServiceRow({ service }: { service: ServiceLine }) {
  const worth = [
    service.users !== null && people(service.users),
    service.revenuePerMinute !== null && `${amount(service.revenuePerMinute)} a minute`,
    service.process,
  ].filter(Boolean);
  return (
    <tr>
      <td className="service-name">
        <Link href={addressOf(service)}>
          <b>{service.name}</b>
        </Link>
        <span className="meta">{worth.join(', ') || service.word}</span>
      </td>
      <td>
        <HealthMark health={service.health} />
      </td>
      <td>{standingOf(service)}</td>
      <td>{service.team?.name ?? <span className="meta">nobody</span>}</td>
      <td className="num" data-label="needs">
        {service.needs}
      </td>
      <td className="num" data-label="needed by">
        {service.neededBy}
      </td>
      <td className="num" data-label="changed">
        {service.lastChange ? (
          <span title={service.lastChange.summary}>
            <Age from={service.lastChange.at} /> ago
          </span>
        ) : (
          <span className="meta">none</span>
        )}
      </td>
    </tr>
  );
}
