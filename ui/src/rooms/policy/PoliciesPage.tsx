import { Link } from 'wouter';
import type { Policy } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { useMe } from '../session/use-session';
import './policy.css';
import { usePolicies, useTargets } from './use-policies';
import { gist, shortFinding, type Targets } from './wording';

/** Who is asked in which order: every policy, who uses it, and where it would reach nobody. */
export default function PoliciesPage() {
  useTitle('Policies');
  const { administrator } = useMe();
  const { data, error, isPending, refetch } = usePolicies();
  const { data: known = new Map() } = useTargets();
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Policies</h1>
          <p>Who is asked, in which order, until somebody answers.</p>
        </div>
        {administrator && (
          <Link className="button" href="/policies/new">
            <Icon name="plus" /> New policy
          </Link>
        )}
      </div>
      {isPending && <Waiting />}
      {error && !data && (
        <Failure what="The policies could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <Empty
          icon="steps"
          title="No policy yet"
          action={
            administrator && (
              <Link className="button primary" href="/policies/new">
                Write the first
              </Link>
            )
          }
        >
          Until a service has one, its incidents are told to the administrators only.
        </Empty>
      )}
      {data && data.length > 0 && (
        <ul className="policies">
          {data.map((policy) => (
            <Line key={policy.word} policy={policy} known={known} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ policy, known }: { policy: Policy; known: Targets }) {
  const { word, services } = policy;
  const cases = (policy.policy as { when?: unknown[] }).when?.length ?? 0;
  const warnings = [
    ...policy.findings.filter(({ kind }) => kind === 'nobody').map(shortFinding),
    ...policy.unready.map(({ person }) => `No way reaches ${person.name}`),
  ];
  return (
    <li className="card policy-line">
      <div>
        <h2>
          <Link href={`/policies/${encodeURIComponent(word)}`}>{word}</Link>
        </h2>
        <p>
          {gist(policy.policy, known)}
          {cases > 0 && <span className="meta"> {cases === 1 ? 'and one case' : `and ${cases} cases`}</span>}
        </p>
        <p className="meta">
          {services.length > 0 ? `Used by ${services.join(', ')}` : 'No service uses it'}
          {policy.origin !== 'api' && `, described in ${policy.origin}`}
        </p>
      </div>
      {warnings.length > 0 && (
        <ul className="checks policy-warnings" aria-label={`What is found in ${word}`}>
          {warnings.map((warning) => (
            <li key={warning}>
              <Icon name="alert" small />
              <span>{warning}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
