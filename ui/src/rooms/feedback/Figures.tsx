import type { FeedbackFigures, SurveyFigures } from '../../api/types';
import { Trend } from './Trend';
import { CATEGORIES, moodOf, quarterOf, shareOf } from './wording';

/** How many said something, and what, in figures. */
export function Figures({ figures }: { figures: FeedbackFigures }) {
  const { pages, incidents, surveys, quarters, categories, themes, weeks } = figures;
  const comments = categories.reduce((sum, one) => sum + one.comments, 0);
  return (
    <>
      <section className="kpis" aria-label="Figures">
        <Kpi name="Pages rated" figure={shareOf(pages.rated, pages.told)}>
          goal {pages.target} %; {pages.rated} of {pages.told}
          {pages.percent !== null && (pages.percent >= pages.target ? ', reached' : ', not reached')}
        </Kpi>
        <Kpi name="Useful" figure={shareOf(pages.useful, pages.rated)}>
          {pages.useful} of {pages.rated} rated
        </Kpi>
        <Kpi name="Noise" figure={shareOf(pages.noise, pages.rated)}>
          {pages.noise} of {pages.rated} rated
        </Kpi>
        <Kpi name="Wrong person" figure={shareOf(pages.wrongPerson, pages.rated)}>
          {pages.wrongPerson} of {pages.rated} rated
        </Kpi>
        <Kpi name="Incidents went" figure={incidents.mean === null ? 'none yet' : String(incidents.mean)}>
          of 5; {incidents.rated} {incidents.rated === 1 ? 'rating' : 'ratings'}:{' '}
          {[...incidents.stars].reverse().join(', ')} from 5 stars to 1
        </Kpi>
        <Kpi name="Surveys completed" figure={shareOf(surveys.completed, surveys.begun)}>
          goal {surveys.target} %; {surveys.completed} of {surveys.begun}
          {surveys.percent !== null && (surveys.percent >= surveys.target ? ', reached' : ', not reached')}
        </Kpi>
        {quarters[0] && (
          <Kpi name={`Asked about ${quarterOf(quarters[0].quarter)}`} figure={`${quarters[0].percent} %`}>
            goal {quarters[0].target} %; {quarters[0].answered} of {quarters[0].asked} answered
            {quarters[0].percent >= quarters[0].target ? ', reached' : ', not reached'}
          </Kpi>
        )}
      </section>
      {weeks.length > 0 && <Trend weeks={weeks} target={pages.target} />}
      {surveys.begun > 0 && <Surveys id="survey" heading="Asked after incidents" questions={surveys.questions} />}
      {quarters
        .filter(({ questions }) => questions.length > 0)
        .map(({ quarter, questions }) => (
          <Surveys
            key={quarter}
            id={`quarter-${quarter}`}
            heading={`Asked about ${quarterOf(quarter)}`}
            questions={questions}
          />
        ))}
      {comments > 0 && (
        <div className="columns even">
          <section className="card" aria-labelledby="about-heading">
            <div className="card-head">
              <h2 id="about-heading">What comments are about</h2>
              <span className="meta">sorted by their words</span>
            </div>
            <table className="table cards">
              <thead>
                <tr>
                  <th scope="col">Category</th>
                  <th scope="col" className="num">
                    Comments
                  </th>
                  <th scope="col" className="num">
                    Different
                  </th>
                  <th scope="col">Mood</th>
                </tr>
              </thead>
              <tbody>
                {categories.map(({ category, comments: count, distinct, sentiment, tags }) => (
                  <tr key={category}>
                    <td>
                      <b>{CATEGORIES[category]}</b>{' '}
                      <span className="meta">{tags.map(({ tag, comments: n }) => `${tag} ${n}`).join(', ')}</span>
                    </td>
                    <td className="num" data-label="Comments">
                      {count}
                    </td>
                    <td className="num" data-label="Different">
                      {distinct}
                    </td>
                    <td data-label="Mood">
                      {moodOf(sentiment)} <span className="meta">{sentiment}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {themes.length > 0 && (
            <section className="card" aria-labelledby="themes-heading">
              <div className="card-head">
                <h2 id="themes-heading">Said more than once</h2>
              </div>
              <ul className="plain feedback-list">
                {themes.map(({ id, comment, category, comments: count }) => (
                  <li key={id}>
                    <p className="breaks">{comment}</p>
                    <p className="meta">
                      {count} times, {CATEGORIES[category].toLowerCase()}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </>
  );
}

function Kpi({ name, figure, children }: { name: string; figure: string; children: React.ReactNode }) {
  return (
    <div className="kpi">
      <span className="meta">{name}</span>
      <span className="figure">{figure}</span>
      <span className="meta">{children}</span>
    </div>
  );
}

interface SurveysProps {
  id: string;
  heading: string;
  questions: SurveyFigures['questions'];
}

function Surveys({ id, heading, questions }: SurveysProps) {
  return (
    <section className="card" aria-labelledby={`${id}-heading`}>
      <div className="card-head">
        <h2 id={`${id}-heading`}>{heading}</h2>
        <span className="meta">1 is not at all, 5 is very much</span>
      </div>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col" className="num">
              Answers
            </th>
            <th scope="col" className="num">
              Mean
            </th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ question, sentence, answers, mean }) => (
            <tr key={question}>
              <td>{sentence}</td>
              <td className="num" data-label="Answers">
                {answers}
              </td>
              <td className="num" data-label="Mean">
                {mean ?? 'none'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
