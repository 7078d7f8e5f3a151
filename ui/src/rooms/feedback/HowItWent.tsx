import { useState } from 'react';
import type { Incident, IncidentFeedback } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { useSending } from '../../kit/use-sending';
import './feedback.css';
import { Survey } from './Survey';
import { rateIncident, ratePage, useIncidentFeedback } from './use-feedback';
import { starsOf, VERDICTS, type Verdict } from './wording';

const STARS = [1, 2, 3, 4, 5];
const LONGEST_COMMENT = 2000;

/** Whether the page was worth it, and how it went; asked once there is nothing else to do. */
export function HowItWent({ incident }: { incident: Incident }) {
  const { data } = useIncidentFeedback(incident.id);
  const isOver = incident.state === 'resolved';
  const page = incident.state === 'triggered' ? null : data?.page;
  if (!data || !(page || isOver)) return null;
  return (
    <section className="card feedback" aria-labelledby="feedback-heading">
      <div className="card-head">
        <h2 id="feedback-heading">How was it?</h2>
        {data.mean !== null && (
          <span className="meta">
            {data.mean} of 5, {data.rated} {data.rated === 1 ? 'rating' : 'ratings'}
          </span>
        )}
      </div>
      {page && <PageQuestion incident={incident.id} page={page} />}
      {isOver && <Stars incident={incident.id} mine={data.mine} />}
      {isOver && data.mine && <Survey incident={incident.id} lines={data.survey} />}
    </section>
  );
}

function PageQuestion({ incident, page }: { incident: string; page: NonNullable<IncidentFeedback['page']> }) {
  const { send, problem, isBusy } = useSending();
  return (
    <fieldset className="feedback-question">
      <legend>Was your page useful?</legend>
      <div className="actions">
        {(Object.keys(VERDICTS) as Verdict[]).map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="button"
            aria-pressed={verdict === page.verdict}
            disabled={isBusy}
            onClick={() => void send((key) => ratePage(incident, page.message, verdict, key))}
          >
            {VERDICTS[verdict]}
          </button>
        ))}
      </div>
      {problem && <Problem>{problem}</Problem>}
    </fieldset>
  );
}

function Stars({ incident, mine }: { incident: string; mine: IncidentFeedback['mine'] }) {
  const { send, problem, isBusy } = useSending();
  const [comment, setComment] = useState<string | null>(null);
  const words = comment ?? mine?.comment ?? '';
  const stars = mine?.stars ?? 0;
  return (
    <fieldset className="feedback-question">
      <legend>How did the incident go?</legend>
      <div className="stars">
        {STARS.map((star) => (
          <button
            key={star}
            type="button"
            className="button quiet only-icon star"
            aria-pressed={star === stars}
            data-lit={star <= stars || undefined}
            disabled={isBusy}
            onClick={() => void send((key) => rateIncident(incident, star, null, key))}
          >
            <Icon name="star" />
            <span className="unseen">{starsOf(star)}</span>
          </button>
        ))}
      </div>
      {stars > 0 && (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            void send((key) => rateIncident(incident, stars, words, key)).then((isDone) => isDone && setComment(null));
          }}
        >
          <label htmlFor="feedback-comment">What was good, what should be better?</label>
          <textarea
            id="feedback-comment"
            className="input"
            rows={3}
            maxLength={LONGEST_COMMENT}
            value={words}
            onChange={(event) => setComment(event.target.value)}
          />
          <button type="submit" className="button" disabled={isBusy || words === (mine?.comment ?? '')}>
            {mine?.comment ? 'Change comment' : 'Send comment'}
          </button>
        </form>
      )}
      {problem && <Problem>{problem}</Problem>}
    </fieldset>
  );
}
