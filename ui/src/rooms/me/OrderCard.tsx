import { Fragment, useMemo, useState } from 'react';
import type { MyOrder, MyReach, MyWay, Severity } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { SeverityMark } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import type { Editing } from './WishForm';
import { moved, type Step, step, stepsOf, stepWords } from './wish';

const MOST = 10;

/** Which ways are gone for how bad it is, in words; each can be opened and changed. */
export function OrderCard({ reach, editing }: { reach: MyReach; editing: Editing }) {
  const [open, setOpen] = useState<Severity | null>(null);
  return (
    <section className="card" id="order" aria-labelledby="order-heading" tabIndex={-1}>
      <div className="card-head">
        <h2 id="order-heading">In which order</h2>
        <span className="meta">per severity</span>
      </div>
      <ul className="order">
        {reach.orders.map((order) => (
          <Order
            key={order.severity}
            order={order}
            ways={reach.ways}
            editing={editing}
            isOpen={open === order.severity}
            onToggle={() => setOpen(open === order.severity ? null : order.severity)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OrderProps {
  order: MyOrder;
  ways: MyWay[];
  editing: Editing;
  isOpen: boolean;
  onToggle: () => void;
}

function Order({ order, ways, editing, isOpen, onToggle }: OrderProps) {
  const { severity } = order;
  const usual = useMemo(() => stepsOf(order.ways), [order.ways]);
  const steps = editing.draft.orders[severity];
  const set = (next: Step[] | undefined) => {
    const { [severity]: _, ...others } = editing.draft.orders;
    editing.change({ orders: next ? { ...others, [severity]: next } : others });
  };
  const whole = editing.problemAt(`reach.${severity}`);
  return (
    <li>
      <div className="order-line">
        <SeverityMark rank={severity} size="small" />
        <span className="order-ways">
          {order.ways.map((way, place) => (
            <Fragment key={`${way.channel} ${way.afterSeconds}`}>
              {place > 0 && (
                <>
                  <Icon name="right" small />
                  <span className="unseen">, then </span>
                </>
              )}
              <span>{stepWords(way)}</span>
            </Fragment>
          ))}
          <span className="meta">
            {order.wished ? '' : 'Larum’s usual order. '}
            {order.heldInQuietHours && !order.heldUntil ? 'Waits in quiet hours.' : ''}
          </span>
          {order.heldUntil && (
            <b>
              Waits until <Clock at={order.heldUntil} />.
            </b>
          )}
        </span>
        {!editing.isFixed && (
          <button type="button" className="button quiet" aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? 'Close' : 'Change'}
            <span className="unseen"> {severity}</span>
          </button>
        )}
      </div>
      {isOpen && (
        <Steps
          severity={severity}
          steps={steps ?? usual}
          ways={ways}
          isWished={steps !== undefined}
          onChange={set}
          problemAt={editing.problemAt}
        />
      )}
      {!isOpen && whole && <Problem>{whole}</Problem>}
    </li>
  );
}

interface StepsProps {
  severity: Severity;
  steps: Step[];
  ways: MyWay[];
  isWished: boolean;
  onChange: (steps: Step[] | undefined) => void;
  problemAt: Editing['problemAt'];
}

function Steps({ severity, steps, ways, isWished, onChange, problemAt }: StepsProps) {
  const put = (place: number, part: Partial<Step>) =>
    onChange(steps.map((each, at) => (at === place ? { ...each, ...part } : each)));
  const first = ways.find(({ missing }) => missing === null) ?? ways[0];
  const last = steps.at(-1);
  const field = `reach.${severity}`;
  const ofNone = steps.length === 0 ? problemAt(field) : undefined;
  return (
    <div className="steps-editor">
      <ol>
        {steps.map((each, place) => {
          const nth = `${severity}, way ${place + 1}`;
          const problem = problemAt(`${field}[${place}]`);
          return (
            <li key={each.id}>
              <div className="step-row">
                <select
                  className="input"
                  aria-label={`${nth}: which`}
                  value={each.channel}
                  onChange={(event) => put(place, { channel: event.target.value })}
                >
                  {ways.map(({ channel, name, missing, setUp }) => (
                    <option key={channel} value={channel}>
                      {name}
                      {missing ? (setUp ? ' (missing)' : ' (not set up here)') : ''}
                    </option>
                  ))}
                </select>
                <label>
                  <span>after</span>
                  <input
                    className="input"
                    aria-label={`${nth}: how long after the first`}
                    aria-invalid={problem ? true : undefined}
                    value={each.after}
                    onChange={(event) => put(place, { after: event.target.value })}
                  />
                </label>
                <button
                  type="button"
                  className="button quiet only-icon"
                  aria-label={`${nth}: move up`}
                  disabled={place === 0}
                  onClick={() => onChange(moved(steps, place, -1))}
                >
                  <Icon name="up" />
                </button>
                <button
                  type="button"
                  className="button quiet only-icon"
                  aria-label={`${nth}: take out`}
                  onClick={() => onChange(steps.filter((_, at) => at !== place))}
                >
                  <Icon name="x" />
                </button>
              </div>
              {problem && <Problem>{problem}</Problem>}
            </li>
          );
        })}
      </ol>
      {last && (
        <label className="every">
          <span>Then again every</span>
          <input
            className="input"
            placeholder="never"
            value={last.every}
            onChange={(event) => put(steps.length - 1, { every: event.target.value })}
          />
        </label>
      )}
      <p className="meta">Times count from the first page: 0m, 20s, 2m, 1h.</p>
      {ofNone && <Problem>{ofNone}</Problem>}
      <div className="actions">
        {first && steps.length < MOST && (
          <button
            type="button"
            className="button"
            onClick={() =>
              onChange([...steps.map((each) => ({ ...each, every: '' })), step(first.channel, last?.after ?? '0m')])
            }
          >
            <Icon name="plus" /> Add a way
          </button>
        )}
        {isWished && (
          <button type="button" className="button quiet" onClick={() => onChange(undefined)}>
            Leave it to Larum
          </button>
        )}
      </div>
    </div>
  );
}
