import { Failure, Waiting } from '../../kit/screens';
import { Card } from './panels';
import { type Asked, useGoals } from './use-measures';
import { valued } from './wording';

const STATES: Record<string, string> = { met: 'Reached', missed: 'Not yet', unknown: 'Cannot be said' };

/** What Larum was built to reach, and how far it is. */
export function GoalsBoard({ asked }: { asked: Asked }) {
  const { data, error, isPending, refetch } = useGoals(asked);
  if (isPending) return <Waiting rows={6} />;
  if (!data) return <Failure what="The goals could not be measured." problem={error} onRetry={() => void refetch()} />;
  return (
    <Card title="What Larum was built to reach" note="fewer than five of anything prove nothing">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Goal</th>
            <th scope="col" className="num">
              From
            </th>
            <th scope="col" className="num">
              To
            </th>
            <th scope="col" className="num">
              Now
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {data.goals.map((goal) => (
            <tr key={goal.goal}>
              <th scope="row">
                {goal.name}
                <br />
                <span className="meta">{goal.definition}</span>
              </th>
              <td className="num" data-label="from">
                {valued(goal.baseline, goal.unit)}
              </td>
              <td className="num" data-label="to">
                {valued(goal.target, goal.unit)}
              </td>
              <td className="num" data-label="now">
                {valued(goal.measured, goal.unit)}
              </td>
              <td>
                <b className="goal-state">{STATES[goal.state]}</b>
                {goal.missing && (
                  <>
                    <br />
                    <span className="meta">{goal.missing}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
