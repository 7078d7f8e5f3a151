import { Question } from './Survey';
import { answerQuarter, useQuarter } from './use-feedback';
import { quarterOf } from './wording';

/** What whoever was paged is asked about the quarter that is over. Nothing is there when nothing is asked. */
export function QuarterCard() {
  const { data } = useQuarter();
  if (!data) return null;
  const left = data.questions.filter(({ answer }) => answer === null).length;
  return (
    <section className="card feedback" aria-labelledby="quarter-heading">
      <div className="card-head">
        <h2 id="quarter-heading">How was being on call in {quarterOf(data.quarter)}?</h2>
        <span className="meta" role="status">
          {left === 0 ? 'Thank you, all answered' : `${left} of ${data.questions.length} left`}
        </span>
      </div>
      <p className="meta">1 is not at all, 5 is very much. Others see means only, and only when three have answered.</p>
      <div className="quarter-questions">
        {data.questions.map((line) => (
          <Question
            key={line.question}
            line={line}
            onAnswer={(answer, key) => answerQuarter(data.quarter, line.question, answer, key)}
          />
        ))}
      </div>
    </section>
  );
}
