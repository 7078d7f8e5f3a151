import type { Known, Review } from '../../api/types';
import { WebLink } from '../../kit/marks';
import { Clock } from '../../kit/moments';

/** What was published to be found the next time. */
export function Learned({ learned }: { learned: NonNullable<Review['learned']> }) {
  return (
    <section className="card" aria-labelledby="learned-heading">
      <div className="card-head">
        <h2 id="learned-heading">What helps the next time</h2>
        <span className="meta">
          version {learned.version}, {learned.by.name}, <Clock at={learned.at} />
        </span>
      </div>
      <Solution known={learned} />
    </section>
  );
}

export function Solution({ known }: { known: Pick<Known, 'solution' | 'runbook' | 'labels'> }) {
  return (
    <>
      <p className="breaks solution">{known.solution}</p>
      {known.runbook && (
        <p className="breaks">
          <WebLink href={known.runbook}>{known.runbook.replace(/^https?:\/\//, '')}</WebLink>
        </p>
      )}
      {known.labels.length > 0 && (
        <ul className="plain bar" aria-label="Labels">
          {known.labels.map((label) => (
            <li key={label} className="chip">
              {label}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
