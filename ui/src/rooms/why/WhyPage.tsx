import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link, useSearchParams } from 'wouter';
import { read } from '../../api/query-client';
import type { Page, Person, WhyStep } from '../../api/types';
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
  const [search, setSearch] = useSearchParams();
  const who = isAlert ? null : search.get('who');
  const path = `/api/${isAlert ? 'alerts' : 'incidents'}/${encodeURIComponent(id)}/why${who ? `/${encodeURIComponent(who)}` : ''}`;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['why', what, id, who],
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
      {!isAlert && <Whose who={who} onChange={(word) => setSearch(word ? { who: word } : {}, { replace: true })} />}
      {isPending && <Waiting />}
      {error && !data && (
        <Failure what="The decisions could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && <Steps steps={data.steps} />}
    </div>
  );
}

interface WhoseProps {
  who: string | null;
  onChange: (word: string | null) => void;
}

/** Everything, or why one person was asked and another was not. */
function Whose({ who, onChange }: WhoseProps) {
  const id = useId();
  const { data } = useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => read<Page<Person>>('/api/people', { limit: 1000 }, signal),
  });
  return (
    <div className="field why-who">
      <label htmlFor={id}>Why was somebody asked, or not?</label>
      <select id={id} className="input" value={who ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">Everything about the incident</option>
        {data?.items.map(({ word, name }) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
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
