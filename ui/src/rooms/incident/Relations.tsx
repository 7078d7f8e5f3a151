import { useState } from 'react';
import { Link } from 'wouter';
import type { Incident } from '../../api/types';
import { Problem } from '../../kit/field';
import { doTo } from './use-life';

type Related = Incident['parts'][number];

const to = ({ id, number, title }: Related) => (
  <Link href={`/i/${id}`}>
    INC-{number} {title}
  </Link>
);

/** The incidents that this one was merged with, or might be. */
export function Relations({ incident }: { incident: Incident }) {
  const { partOf, parts, mergeSuggested } = incident;
  if (!partOf && parts.length === 0 && !mergeSuggested) return null;
  return (
    <section className="card stack tight" aria-label="Related incidents">
      {partOf && <p>Part of {to(partOf)}. It is answered there.</p>}
      {mergeSuggested && <Suggestion incident={incident} into={mergeSuggested} />}
      {parts.length > 0 && (
        <>
          <p>{parts.length === 1 ? 'One incident was merged into this one:' : 'These were merged into this one:'}</p>
          <ul className="plain">
            {parts.map((part) => (
              <li key={part.id}>{to(part)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Larum would have merged it, had nobody held it: one tap does it. */
function Suggestion({ incident, into }: { incident: Incident; into: Related }) {
  const [problem, setProblem] = useState<string | null>(null);
  const merge = () =>
    doTo(incident, 'merge', { into: into.id }).catch((failure: unknown) =>
      setProblem(failure instanceof Error ? failure.message : 'That did not work. Nothing was moved.'),
    );
  return (
    <>
      <p>This looks like a part of {to(into)}. Somebody holds it, so it was not merged by itself.</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => void merge()}>
          Merge into INC-{into.number}
        </button>
      </div>
      {problem && <Problem>{problem}</Problem>}
    </>
  );
}
