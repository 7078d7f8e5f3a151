import { type FormEvent, useState } from 'react';
import type { Criterion, Improvement } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field, Problem } from '../../kit/field';
import { useSending } from '../../kit/use-sending';
import { act, propose } from './use-improvements';
import { DIRECTION, MARK, MARKS, type Mark, MEASURE } from './wording';

interface Closing {
  onClose: () => void;
}

interface Asking extends Closing {
  title: string;
  word: string;
  isReady: boolean;
  onSend: (key: string) => Promise<void>;
  children: React.ReactNode;
}

/** A dialog with one thing to say. */
function Asked({ title, word, isReady, onSend, onClose, children }: Asking) {
  const { send, renew, problem, isBusy } = useSending();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isBusy && (await send(onSend))) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)} onChange={renew}>
        {children}
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="submit" className="button primary" disabled={!isReady || isBusy}>
            {isBusy ? 'Saving' : word}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Text(props: { id: string; label: string; value: string; onChange: (value: string) => void }) {
  const { id, label, value, onChange } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={4}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

export function ProposeForm({ onClose, onDone }: Closing & { onDone: (item: Improvement) => void }) {
  const [title, setTitle] = useState('');
  const [why, setWhy] = useState('');
  return (
    <Asked
      title="Propose an improvement"
      word="Propose"
      isReady={title.trim() !== '' && why.trim() !== ''}
      onSend={async (key) => onDone(await propose({ title: title.trim(), why: why.trim() }, key))}
      onClose={onClose}
    >
      <Field
        label="What is to be done"
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Text id="why" label="Why" value={why} onChange={setWhy} />
    </Asked>
  );
}

/** Four marks from 1 to 5, and at once what they come to. */
export function WeighForm({ item, onClose }: Closing & { item: Improvement }) {
  const before = item.priority;
  const [marks, setMarks] = useState<Record<Mark, number>>({
    impact: before?.impact ?? 3,
    feasibility: before?.feasibility ?? 3,
    effort: before?.effort ?? 3,
    risk: before?.risk ?? 3,
  });
  const { impact, feasibility, effort, risk } = marks;
  return (
    <Asked
      title="Weigh it"
      word="Weigh"
      isReady
      onSend={async (key) => void (await act(item.id, 'weigh', marks, key))}
      onClose={onClose}
    >
      {MARKS.map((mark) => (
        <div key={mark} className="field">
          <label htmlFor={mark}>{MARK[mark].word}</label>
          <span className="hint">{MARK[mark].hint}</span>
          <select
            id={mark}
            className="input"
            value={marks[mark]}
            onChange={(event) => setMarks({ ...marks, [mark]: Number(event.target.value) })}
          >
            {[1, 2, 3, 4, 5].map((value) => (
              <option key={value} value={value}>
                {value}
                {value === 1 ? ', little' : value === 5 ? ', much' : ''}
              </option>
            ))}
          </select>
        </div>
      ))}
      <output>
        ({impact} × {feasibility}) ÷ ({effort} × {risk}) ={' '}
        <b>{((impact * feasibility) / (effort * risk)).toFixed(2)}</b>
      </output>
    </Asked>
  );
}

export function PlanForm({ item, now, onClose }: Closing & { item: Improvement; now: number }) {
  const [round, setRound] = useState(item.round ?? now);
  return (
    <Asked
      title="Plan it into a round"
      word="Plan"
      isReady={round >= now}
      onSend={async (key) => void (await act(item.id, 'plan', { round }, key))}
      onClose={onClose}
    >
      <Field
        label="Round"
        hint={`This is round ${now}.`}
        type="number"
        min={now}
        max={1000}
        value={round}
        onChange={(event) => setRound(Number(event.target.value))}
      />
    </Asked>
  );
}

const MEASURES = Object.keys(MEASURE) as Criterion['measure'][];
const DIRECTIONS = Object.keys(DIRECTION) as Criterion['direction'][];

/** How everybody sees that it worked: something that Larum measures, and what it is to come to. */
export function CriterionForm({ item, onClose }: Closing & { item: Improvement }) {
  const before = item.criterion;
  const [measure, setMeasure] = useState<Criterion['measure']>(before?.measure ?? 'nights_a_week');
  const [direction, setDirection] = useState<Criterion['direction']>(before?.direction ?? 'at_most');
  const [target, setTarget] = useState(String(before?.target ?? ''));
  const [service, setService] = useState(before ? (before.service?.word ?? '') : (item.service?.word ?? ''));
  const [team, setTeam] = useState(before?.team?.word ?? '');
  const body = {
    measure,
    direction,
    target: Number(target),
    service: service.trim() || null,
    team: team.trim() || null,
  };
  return (
    <Asked
      title="It has worked when"
      word="Set"
      isReady={target.trim() !== '' && Number.isFinite(body.target)}
      onSend={async (key) => void (await act(item.id, 'criterion', body, key))}
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor="measure">Measure</label>
        <select
          id="measure"
          className="input"
          value={measure}
          onChange={(event) => setMeasure(event.target.value as Criterion['measure'])}
        >
          {MEASURES.map((one) => (
            <option key={one} value={one}>
              {MEASURE[one].word} ({MEASURE[one].unit})
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="direction">Comes to</label>
        <select
          id="direction"
          className="input"
          value={direction}
          onChange={(event) => setDirection(event.target.value as Criterion['direction'])}
        >
          {DIRECTIONS.map((one) => (
            <option key={one} value={one}>
              {DIRECTION[one]}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={`Target, ${MEASURE[measure].unit}`}
        type="number"
        min={0}
        step="any"
        value={target}
        onChange={(event) => setTarget(event.target.value)}
      />
      <Field
        label="Service"
        hint="By its word, such as checkout; without service and team it is of the whole house."
        value={service}
        onChange={(event) => setService(event.target.value)}
      />
      <Field
        label="Team"
        hint="By its word, instead of a service."
        value={team}
        onChange={(event) => setTeam(event.target.value)}
      />
    </Asked>
  );
}

interface Saying extends Closing {
  item: Improvement;
  what: 'drop' | 'reopen' | 'rollback';
}

const SAYING = {
  drop: { title: 'Drop it', label: 'Why nobody will do it', word: 'Drop', field: 'reason' },
  reopen: { title: 'Reopen it', label: 'Why it is needed again', word: 'Reopen', field: 'reason' },
  rollback: { title: 'Taken back', label: 'What was taken back, or why it stays', word: 'Note', field: 'note' },
} as const;

export function SayForm({ item, what, onClose }: Saying) {
  const [text, setText] = useState('');
  const { title, label, word, field } = SAYING[what];
  return (
    <Asked
      title={title}
      word={word}
      isReady={text.trim() !== ''}
      onSend={async (key) => void (await act(item.id, what, { [field]: text.trim() }, key))}
      onClose={onClose}
    >
      <Text id={what} label={label} value={text} onChange={setText} />
    </Asked>
  );
}
