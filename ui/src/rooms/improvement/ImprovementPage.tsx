import { useState } from 'react';
import { Link } from 'wouter';
import type { Improvement } from '../../api/types';
import { Problem } from '../../kit/field';
import { Clock } from '../../kit/moments';
import { useNow } from '../../kit/now';
import { Failure, useTitle, Waiting } from '../../kit/screens';
import { useSending } from '../../kit/use-sending';
import { addressOf as serviceAddress } from '../catalogue/wording';
import { Card } from '../measure/panels';
import { CriterionForm, PlanForm, SayForm, WeighForm } from './forms';
import './improvement.css';
import { Kind, More, Standing } from './parts';
import { act, useImprovement, useRound, useSteps } from './use-improvements';
import { isClosed, mayBeJudged, measured, nextPhase, scored, times } from './wording';

type Asking = 'weigh' | 'plan' | 'criterion' | 'drop' | 'reopen' | 'rollback';

/** One item: what was seen, how it was weighed, how one sees that it worked, and what was done. */
export default function ImprovementPage({ id }: { id: string }) {
  const { data: item, error, isPending, refetch } = useImprovement(id);
  const [asking, setAsking] = useState<Asking | null>(null);
  const round = useRound('now');
  useTitle(item?.title ?? 'Improvement');
  if (isPending) return <Waiting />;
  if (!item) return <Failure what="The item could not be loaded." problem={error} onRetry={() => void refetch()} />;
  const close = () => setAsking(null);
  return (
    <div className="screen improvements">
      <div className="page-head">
        <div>
          <p className="bar">
            <Link className="tap" href="/improvements">
              Improvements
            </Link>
            <Kind kind={item.kind} />
            <Standing item={item} />
            {item.recurrences > 0 && <b>Back {times(item.recurrences)}</b>}
          </p>
          <h1 className="breaks">{item.title}</h1>
          <p className="breaks">{item.sentence}</p>
          {item.service && (
            <p>
              <Link href={serviceAddress(item.service)}>{item.service.name}</Link>
            </p>
          )}
        </div>
      </div>
      <div className="stack">
        <Next item={item} onAsk={setAsking} />
        <div className="columns even">
          <Priority item={item} onAsk={setAsking} />
          <Success item={item} onAsk={setAsking} />
        </div>
        <Course id={item.id} />
      </div>
      {asking === 'weigh' && <WeighForm item={item} onClose={close} />}
      {asking === 'plan' && round.data && <PlanForm item={item} now={round.data.now} onClose={close} />}
      {asking === 'criterion' && <CriterionForm item={item} onClose={close} />}
      {(asking === 'drop' || asking === 'reopen' || asking === 'rollback') && (
        <SayForm item={item} what={asking} onClose={close} />
      )}
    </div>
  );
}

interface Props {
  item: Improvement;
  onAsk: (what: Asking) => void;
}

/** What comes next is the one bright thing; what else is possible stands beside it. */
function Next({ item, onAsk }: Props) {
  const { send, problem, isBusy } = useSending();
  const now = useNow();
  const next = nextPhase(item);
  const go = (what: string, body: unknown) => void send(async (key) => void (await act(item.id, what, body, key)));
  const button = (what: Asking, word: string, isNext = false) => (
    <button key={what} type="button" className={isNext ? 'button primary' : 'button'} onClick={() => onAsk(what)}>
      {word}
    </button>
  );
  return (
    <>
      <div className="bar">
        {item.state === 'proposed' && button('weigh', 'Weigh it', true)}
        {item.state === 'weighed' && button('plan', 'Plan it into a round', true)}
        {next &&
          (next.phase === 'validate' && !item.criterion ? (
            button('criterion', 'Say how one sees that it worked', true)
          ) : (
            <button
              type="button"
              className="button primary"
              disabled={isBusy}
              onClick={() => go('phase', { phase: next.phase })}
            >
              {next.word}
            </button>
          ))}
        {mayBeJudged(item, now) && (
          <button type="button" className="button primary" disabled={isBusy} onClick={() => go('judge', undefined)}>
            Judge it now
          </button>
        )}
        {item.state === 'failed' && !item.rollback && button('rollback', 'Note what was taken back', true)}
        {isClosed(item) ? button('reopen', 'Reopen') : button('drop', 'Drop')}
      </div>
      {problem && <Problem>{problem}</Problem>}
    </>
  );
}

function Priority({ item, onAsk }: Props) {
  const { priority, round } = item;
  return (
    <Card title="Priority" note={round ? `in round ${round}` : 'in no round'}>
      {priority ? (
        <>
          <p className="figure">{scored(priority.score)}</p>
          <p className="meta breaks">{priority.arithmetic}</p>
        </>
      ) : (
        <p className="meta">Nobody has weighed it yet.</p>
      )}
      {!isClosed(item) && (
        <div className="bar">
          {priority && (
            <button type="button" className="button" onClick={() => onAsk('weigh')}>
              Weigh again
            </button>
          )}
          {round !== null && (
            <button type="button" className="button" onClick={() => onAsk('plan')}>
              Another round
            </button>
          )}
        </div>
      )}
    </Card>
  );
}

function Success({ item, onAsk }: Props) {
  const { criterion } = item;
  const isSettled = isClosed(item) || item.state === 'validate';
  return (
    <Card title="It has worked when">
      {criterion ? (
        <p className="breaks">{criterion.words}</p>
      ) : (
        <p className="meta">Nobody has said how one sees it.</p>
      )}
      <dl className="facts">
        {item.changedAt && (
          <>
            <dt>Live since</dt>
            <dd>
              <Clock at={item.changedAt} />
            </dd>
          </>
        )}
        {criterion && item.measured !== null && (
          <>
            <dt>Measured</dt>
            <dd>
              <b>{measured(item.measured, criterion.measure)}</b>
            </dd>
          </>
        )}
        {item.rollback && (
          <>
            <dt>Taken back</dt>
            <dd className="breaks">{item.rollback}</dd>
          </>
        )}
      </dl>
      {item.state === 'validate' && (
        <p className="meta">Larum judges it by itself a week after the change, by what was measured since.</p>
      )}
      {!isSettled && (
        <button type="button" className="button" onClick={() => onAsk('criterion')}>
          {criterion ? 'Change it' : 'Say how'}
        </button>
      )}
    </Card>
  );
}

function Course({ id }: { id: string }) {
  const list = useSteps(id);
  const steps = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title="What was done" note="the newest first">
      <ol className="steps-done">
        {steps.map((step) => (
          <li key={step.index}>
            <span className="breaks">{step.sentence}</span>
            <span className="meta">
              {step.by.name}, <Clock at={step.at} />
            </span>
          </li>
        ))}
      </ol>
      <More list={list} />
    </Card>
  );
}
