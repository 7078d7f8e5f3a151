import type { SurveyLine } from '../../api/types';
import { Problem } from '../../kit/field';
import { useSending } from '../../kit/use-sending';
import { answerSurvey } from './use-feedback';

const ANSWERS = [1, 2, 3, 4, 5];

/** A few questions, each answered in one tap and kept by itself. */
export function Survey({ incident, lines }: { incident: string; lines: SurveyLine[] }) {
  const left = lines.filter(({ answer }) => answer === null).length;
  return (
    <details className="feedback-survey">
      <summary>
        {left === 0 ? 'All questions answered' : `${left} short ${left === 1 ? 'question' : 'questions'}, one tap each`}
      </summary>
      <p className="meta">1 is not at all, 5 is very much.</p>
      {lines.map((line) => (
        <Question
          key={line.question}
          line={line}
          onAnswer={(answer, key) => answerSurvey(incident, line.question, answer, key)}
        />
      ))}
    </details>
  );
}

interface QuestionProps {
  line: SurveyLine;
  onAnswer: (answer: number, key: string) => Promise<void>;
}

/** One question, answered in one tap. */
export function Question({ line: { sentence, answer }, onAnswer }: QuestionProps) {
  const { send, problem, isBusy } = useSending();
  return (
    <fieldset className="feedback-question">
      <legend>{sentence}</legend>
      <div className="stars">
        {ANSWERS.map((one) => (
          <button
            key={one}
            type="button"
            className="button only-icon"
            aria-pressed={one === answer}
            disabled={isBusy}
            onClick={() => void send((key) => onAnswer(one, key))}
          >
            {one}
          </button>
        ))}
      </div>
      {problem && <Problem>{problem}</Problem>}
    </fieldset>
  );
}
