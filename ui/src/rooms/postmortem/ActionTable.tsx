import { Link } from 'wouter';
import type { ReviewAction } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Face } from '../../kit/marks';
import { useMe } from '../session/use-session';
import { ACTION_STATE, dayWords } from './wording';

interface ActionTableProps {
  actions: ReviewAction[];
  onOpen: (action: ReviewAction) => void;
  /** Of several reviews: each says of which. */
  isOfAll?: boolean;
}

export function ActionTable({ actions, onOpen, isOfAll = false }: ActionTableProps) {
  const me = useMe();
  return (
    <table className="table cards review-actions">
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">Owner</th>
          <th scope="col">Due</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id}>
            <td>
              <button type="button" className="link breaks" onClick={() => onOpen(action)}>
                {action.text}
              </button>
              {action.doneWhen && <span className="meta breaks">done when: {action.doneWhen}</span>}
              {isOfAll && (
                <span className="meta">
                  <Link href={`/i/${action.incident}/postmortem`}>INC-{action.number}</Link>
                </span>
              )}
            </td>
            <td>
              <span className="person">
                <Face name={action.owner.name} isMe={action.owner.id === me.id} /> {action.owner.name}
              </span>
            </td>
            <td data-label="due">
              {dayWords(action.due)}
              {action.overdue && (
                <span className="state" data-state="firing">
                  <Icon name="alert" /> Overdue
                </span>
              )}
            </td>
            <td>
              <span className="chip">{ACTION_STATE[action.state]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
