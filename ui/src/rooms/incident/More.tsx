import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Incident } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Problem } from '../../kit/field';
import { useShortcuts } from '../../kit/keys';
import { useMe } from '../session/use-session';
import { ActForm } from './ActForm';
import { FORMS, type FormAct } from './act-forms';
import { MajorForm } from './MajorForm';
import { useActs } from './use-acts';
import { doTo } from './use-life';
import { handOf, isMe, type LifeAct, nameOf } from './wording';

/** Everything beyond the first answer, behind one button: a short list, then the form of one. */
export function More({ incident, hasKeys }: { incident: Incident; hasKeys: boolean }) {
  const [isOpen, setOpen] = useState(false);
  useShortcuts(hasKeys ? { m: () => setOpen(true) } : {});
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        More {hasKeys && <kbd>m</kbd>}
      </button>
      {isOpen && <MoreDialog incident={incident} onClose={() => setOpen(false)} />}
    </>
  );
}

type MajorAct = 'declare-major' | 'stand-down';

const MAJOR: Record<MajorAct, string> = {
  'declare-major': 'Declare a major incident',
  'stand-down': 'Stand the major incident down',
};

const isMajorAct = (act: Choice['act']): act is MajorAct => act in MAJOR;

interface Choice {
  act: LifeAct | MajorAct | 'reopen';
  word: string;
}

/** What fits the state; an act with a form asks before it does anything. */
export function choicesFor(incident: Incident, me: string): Choice[] {
  const { state, snooze } = incident;
  const judged: Choice[] = [
    { act: 'severity', word: 'Change the severity' },
    { act: 'priority', word: 'Set the priority' },
    { act: 'impact', word: 'Correct when the impact began' },
  ];
  if (state === 'resolved' || state === 'merged') return judged;
  const isMine = isMe(handOf(incident), me);
  const choices: Choice[] = [];
  if (!(isMine && incident.assignee && state !== 'triggered')) choices.push({ act: 'take', word: 'Take it' });
  choices.push({ act: 'assign', word: 'Give it to somebody' });
  if (isMine) choices.push({ act: 'hand-over', word: 'Hand it over' });
  choices.push({ act: 'escalate', word: 'Escalate: ask more people now' });
  if (state === 'mitigated') choices.push({ act: 'reopen', word: 'Reopen: it is back' });
  else choices.push({ act: 'mitigate', word: 'Mitigated: the symptoms are gone' });
  const isMajor = incident.major && !incident.major.over;
  choices.push(
    isMajor
      ? { act: 'stand-down', word: 'Stand the major incident down' }
      : { act: 'declare-major', word: 'Declare it a major incident' },
  );
  choices.push(snooze ? { act: 'unsnooze', word: 'End the snooze' } : { act: 'snooze', word: 'Snooze' }, ...judged, {
    act: 'merge',
    word: 'Merge into another incident',
  });
  if (incident.alerts.open > 1) choices.push({ act: 'split', word: 'Split alerts off' });
  return choices;
}

function MoreDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const me = useMe();
  const [, navigate] = useLocation();
  const { act } = useActs();
  const [form, setForm] = useState<FormAct | null>(null);
  const [major, setMajor] = useState<MajorAct | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (what: LifeAct, body?: object) => {
    const after = await doTo(incident, what, body);
    onClose();
    if (what === 'split') navigate(`/i/${after.id}`);
  };
  const choose = ({ act: what }: Choice) => {
    if (what === 'reopen') {
      void act('reopen', incident);
      onClose();
    } else if (isMajorAct(what)) setMajor(what);
    else if (what in FORMS) setForm(what as FormAct);
    else {
      send(what).catch((failure: unknown) =>
        setProblem(failure instanceof Error ? failure.message : 'That did not work. Nothing was changed.'),
      );
    }
  };
  return (
    <Dialog title={major ? MAJOR[major] : form ? FORMS[form].title : nameOf(incident)} onClose={onClose}>
      {major ? (
        <MajorForm incident={incident} act={major} onDone={onClose} onBack={() => setMajor(null)} />
      ) : form ? (
        <ActForm act={form} incident={incident} onSend={(body) => send(form, body)} onBack={() => setForm(null)} />
      ) : (
        <ul className="choices">
          {choicesFor(incident, me.id).map((choice) => (
            <li key={choice.act}>
              <button type="button" className="button quiet" onClick={() => choose(choice)}>
                {choice.word}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <Problem>{problem}</Problem>}
    </Dialog>
  );
}
