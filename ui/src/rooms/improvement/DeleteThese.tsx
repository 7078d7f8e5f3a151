import { Link } from 'wouter';
import { Empty } from '../../kit/screens';
import { lasting } from '../measure/wording';
import { Loading, More } from './parts';
import { useDeleteThese } from './use-improvements';
import { STATE } from './wording';

/** The rules that cost sleep and led to nothing. */
export function DeleteThese() {
  const list = useDeleteThese();
  const rules = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <p className="meta">
        Of the last 30 days: they interrupted somebody at night, three or more of their incidents are over, and in more
        than 90 % of these nobody did more than acknowledge. The costliest is first.
      </p>
      <Loading list={list} what="The rules" />
      {list.data && rules.length === 0 && (
        <Empty icon="check-circle" title="No rule costs sleep for nothing">
          Nobody was interrupted at night by a rule that led to nothing.
        </Empty>
      )}
      {rules.length > 0 && (
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col" className="num">
                Led to nothing
              </th>
              <th scope="col" className="num">
                Pages
              </th>
              <th scope="col" className="num">
                At night
              </th>
              <th scope="col" className="num">
                Sleep lost
              </th>
              <th scope="col">Item</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ rule, improvement, state }) => (
              <tr key={`${rule.sender.id} ${rule.rule}`}>
                <th scope="row" className="breaks">
                  {rule.rule}
                  <br />
                  <span className="meta">{rule.sender.name}</span>
                </th>
                <td className="num" data-label="led to nothing">
                  {rule.idle} of {rule.judged}
                </td>
                <td className="num" data-label="pages">
                  {rule.wakes}
                </td>
                <td className="num" data-label="at night">
                  {rule.nights}
                </td>
                <td className="num" data-label="sleep lost">
                  {lasting(rule.sleepSeconds)}
                </td>
                <td data-label="item">
                  {improvement && state ? (
                    <Link href={`/improvements/${improvement}`}>{STATE[state].word}</Link>
                  ) : (
                    <span className="meta">with the next look</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More list={list} />
    </>
  );
}
