import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { read } from '../../api/query-client';
import type { WhyStep } from '../../api/types';
import { Clock } from '../../kit/moments';
import { Failure, useTitle, Waiting } from '../../kit/screens';

interface WhyProps {
  what: string;
  id: string;
}

/** Why somebody was told of it, or was not: every decision in its order, with the rule as it was then. */
export default function WhyPage({ what, id }: WhyProps) {
  useTitle('Why');
  const isAlert = what === 'alert';
  const path = `/api/${isAlert ? 'alerts' : 'incidents'}/${encodeURIComponent(id)}/why`;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['why', what, id],
    queryFn: ({ signal }) => read<{ steps: WhyStep[] }>(path, {}, signal),
  });
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Why?</h1>
          <p>
            Every decision about this {isAlert ? 'alert' : 'incident'}, in its order, as the log has it.{' '}
            {!isAlert && <Link href={`/i/${id}`}>Back to the incident</Link>}
          </p>
        </div>
      </div>
      {isPending && <Waiting />}
      {error && !data && (
        <Failure what="The decisions could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && <Steps steps={data.steps} />}
    </div>
  );
}

function Steps({ steps }: { steps: WhyStep[] }) {
  return (
    <ol className="why card">
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no name of their own and never move
        <li key={place}>
          <Clock at={step.at} />
          <div>
            <b>{words(step.decision)}</b>
            {step.rule && (
              <span className="chip">
                {step.rule}
                {step.version ? `, version ${step.version}` : ''}
              </span>
            )}
            <p>{step.because}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** `IncidentOpened` as people say it: `Incident opened`. */
export function words(decision: string): string {
  const apart = decision.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return apart.charAt(0).toUpperCase() + apart.slice(1);
}
