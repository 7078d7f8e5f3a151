import type { Incident } from '../../api/types';

type Worked = NonNullable<Incident['rating']>;

/** How much it matters, and what that is made of. */
export function Rating({ rating }: { rating: Worked }) {
  return (
    <section className="card" aria-labelledby="rating-heading">
      <div className="card-head">
        <h2 id="rating-heading">Priority {rating.counts}</h2>
        <span className="meta">{rating.byHand ? 'set by hand' : `${rating.score} of 100`}</span>
      </div>
      {rating.byHand && (
        <p>
          Worked out, it would be {rating.priority}, with {rating.score} of 100.
        </p>
      )}
      <details>
        <summary>Why {rating.priority}?</summary>
        <ul className="plain ratings">
          {rating.considerations.map(({ name, points, most, sentence }) => (
            <li key={name}>
              <span>{sentence}</span>
              {most > 0 && (
                <span className="meta num">
                  {points} of {most}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
