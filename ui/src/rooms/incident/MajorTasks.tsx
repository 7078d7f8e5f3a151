import { type FormEvent, useRef, useState } from 'react';
import { newKey } from '../../api/client';
import type { Incident, Major } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Face } from '../../kit/marks';
import { useMe } from '../session/use-session';
import { doMajor, reasonOf } from './use-major';

type Task = Major['tasks'][number];

/** What is to be done, ticked off by whoever did it. */
export function MajorTasks({ incident, major }: { incident: Incident; major: Major }) {
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (what: string, body?: unknown) => {
    setProblem(null);
    try {
      await doMajor(incident, what, body);
    } catch (failure) {
      setProblem(reasonOf(failure));
    }
  };
  const open = major.tasks.filter(({ done }) => !done).length;
  return (
    <section className="major-part" aria-label="Tasks">
      <h2>
        Tasks{' '}
        {major.tasks.length > 0 && (
          <span className="meta">
            {open} of {major.tasks.length} open
          </span>
        )}
      </h2>
      <ul className="plain major-tasks">
        {major.tasks.map((task) => (
          <OneTask key={task.id} task={task} act={act} />
        ))}
      </ul>
      {problem && <Problem>{problem}</Problem>}
      <AddTask incident={incident} />
    </section>
  );
}

function OneTask({ task, act }: { task: Task; act: (what: string, body?: unknown) => Promise<void> }) {
  const me = useMe();
  const [isTicking, setTicking] = useState(false);
  const { id, text, done, assignee } = task;
  // The tick stands at once; it falls again when the server says no.
  const tick = async () => {
    setTicking(true);
    await act(`tasks/${id}/${done ? 'reopen' : 'finish'}`);
    setTicking(false);
  };
  return (
    <li data-done={done ? 'true' : undefined}>
      <label className="check">
        <input type="checkbox" checked={done !== isTicking} disabled={isTicking} onChange={() => void tick()} />
        <span className="breaks">{text}</span>
      </label>
      {assignee ? (
        <span className="person" title={assignee.name}>
          <Face name={assignee.name} isMe={assignee.id === me.id} />
          <span className="unseen">{assignee.name}</span>
        </span>
      ) : (
        !done && (
          <button
            type="button"
            className="button quiet"
            aria-label={`Take “${text}”`}
            onClick={() => void act(`tasks/${id}/assign`, { person: me.id })}
          >
            Take
          </button>
        )
      )}
      <button
        type="button"
        className="button quiet only-icon"
        aria-label={`Drop “${text}”`}
        onClick={() => void act(`tasks/${id}/drop`)}
      >
        <Icon name="x" small />
      </button>
    </li>
  );
}

function AddTask({ incident }: { incident: Incident }) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const intention = useRef({ text: '', key: '' });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const task = text.trim();
    if (!task || isBusy) return;
    if (intention.current.text !== task) intention.current = { text: task, key: newKey() };
    setBusy(true);
    setProblem(null);
    try {
      await doMajor(incident, 'tasks', { text: task }, intention.current.key);
      intention.current = { text: '', key: '' };
      setText('');
    } catch (failure) {
      setProblem(`It is not added. ${reasonOf(failure)} Your text is still here.`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="major-add" onSubmit={(event) => void submit(event)}>
      <input
        className="input"
        aria-label="Add a task"
        placeholder="What is to be done?"
        maxLength={300}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button" disabled={isBusy || !text.trim()}>
        Add
      </button>
      {problem && <Problem>{problem}</Problem>}
    </form>
  );
}
