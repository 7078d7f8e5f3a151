import { Link } from 'wouter';
import type { Slo } from '../../api/types';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { Asked, Left } from './parts';
import './slo.css';
import { useSlos } from './use-slos';
import { percent, promised, rated } from './wording';

/** What services owe their users, and what is left of it. */
export default function SlosPage() {
  useTitle('Error budgets');
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSlos();
  const slos = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="screen slos">
      <div className="page-head">
        <div>
          <h1>Error budgets</h1>
          <p>
            What services owe their users, and how much may still go wrong. A burn of 1× ends with nothing left at the
            end of the window.
          </p>
        </div>
      </div>
      {isPending && <Waiting />}
      {!isPending && !data && (
        <Failure what="The budgets could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && slos.length === 0 && (
        <Empty icon="pulse" title="Nothing is owed yet">
          Describe SLOs under “slos” in the configuration, such as{' '}
          <code>{'checkout-up: {service: checkout, objective: 99.9}'}</code>.
        </Empty>
      )}
      {slos.length > 0 && <Table slos={slos} />}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load more
        </button>
      )}
    </div>
  );
}

function Table({ slos }: { slos: Slo[] }) {
  return (
    <table className="table cards">
      <thead>
        <tr>
          <th scope="col">SLO</th>
          <th scope="col">Service</th>
          <th scope="col" className="num">
            Observed
          </th>
          <th scope="col">Budget left</th>
          {(['1 h', '6 h', '3 d'] as const).map((stretch) => (
            <th key={stretch} scope="col" className="num">
              Burn {stretch}
            </th>
          ))}
          <th scope="col">Policy</th>
        </tr>
      </thead>
      <tbody>
        {slos.map((slo) => (
          <tr key={slo.word}>
            <th scope="row">
              <Link href={`/slos/${slo.word}`}>{slo.word}</Link>
              <br />
              <span className="meta">{promised(slo)}</span>
            </th>
            <td data-label="service">
              <Link href={`/services/${slo.service.word}`}>{slo.service.name}</Link>
            </td>
            <td className="num" data-label="observed">
              {percent(slo.good)}
            </td>
            <td data-label="budget left">
              <Left slo={slo} />
            </td>
            {slo.burns.map((burn) => (
              <td key={burn.alarm} className="num" data-label={`burn ${burn.stretch}`}>
                {burn.rate === null ? <span className="meta">–</span> : rated(burn.rate)}
                {burn.sounds && <b className="burning"> told</b>}
              </td>
            ))}
            <td data-label="policy">
              <Asked slo={slo} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
