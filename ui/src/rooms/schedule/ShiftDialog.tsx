import { type FormEvent, useId, useState } from 'react';
import type { Duty, Named, OverrideWish } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field, Problem } from '../../kit/field';
import { useNow } from '../../kit/now';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { useMe } from '../session/use-session';
import { PreviewList } from './PreviewList';
import { spanWords } from './plan';
import { SpanFields } from './SpanFields';
import { isWhole, sent, spanOf } from './span';
import { agree, askForCover, useEverybody } from './use-duty';

type Way = 'take' | 'cover' | 'override';

const WORDS: Record<Way, string> = {
  take: 'Take this shift',
  cover: 'Ask for cover',
  override: 'Override',
};

const wordsOf = (way: Way, duty: Duty | null): string => (way === 'take' && !duty ? 'Take these hours' : WORDS[way]);

interface ShiftDialogProps {
  schedule: Named;
  /** Null for hours of everybody who is on call then, or of nobody. */
  duty: Duty | null;
  zone: string;
  /** The zone in which the reader looks at it. */
  shown?: string;
  /** What of the shift is looked at, where it has no end in sight; without a shift the hours themselves. */
  window: { from: number; until: number };
  onClose: () => void;
}

/** One shift, and what can be done about it: take it, ask for cover, or let somebody else stand in. */
export function ShiftDialog({ schedule, duty, zone, shown = zone, window, onClose }: ShiftDialogProps) {
  const me = useMe();
  const now = useNow();
  const isMine = duty?.person.id === me.id;
  const ways: Way[] = [isMine ? 'cover' : 'take', ...(me.administrator ? (['override'] as const) : [])];
  const [way, setWay] = useState<Way>(ways[0] as Way);
  const from = Math.max(duty?.from ? Date.parse(duty.from) : window.from, now - (now % 60_000));
  const until = duty?.until ? Date.parse(duty.until) : window.until;
  const [opened] = useState({ from, until });
  return (
    <Dialog title={`${schedule.name}: ${duty ? duty.person.name : 'these hours'}`} onClose={onClose}>
      <div className="stack">
        <p className="meta">
          {spanWords(opened.from, opened.until, shown, now)}
          {!duty && ', instead of everybody who is on call then'}
        </p>
        {until <= now ? (
          <p>This shift is over. What has been does not change.</p>
        ) : (
          <>
            {ways.length > 1 && (
              <fieldset className="choice">
                <legend className="unseen">What to do</legend>
                {ways.map((one) => (
                  <label key={one} className="check">
                    <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
                    {wordsOf(one, duty)}
                  </label>
                ))}
              </fieldset>
            )}
            <Form key={way} way={way} word={schedule.word} duty={duty} zone={zone} opened={opened} onClose={onClose} />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface FormProps {
  way: Way;
  word: string;
  duty: Duty | null;
  zone: string;
  opened: { from: number; until: number };
  onClose: () => void;
}

function Form({ way, word, duty, zone, opened, onClose }: FormProps) {
  const [span, setSpan] = useState(() => spanOf(opened.from, opened.until, zone));
  const [swap, setSwap] = useState({ from: '', until: '' });
  const [isSwap, setSwapping] = useState(false);
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const { send, renew, problem, isBusy } = useSending();
  const time = sent(span, opened.from, opened.until, zone);
  const note = reason.trim() ? { reason: reason.trim() } : {};
  const proposal: OverrideWish = {
    ...time,
    ...(duty ? { instead: duty.person.id } : {}),
    ...(way === 'override' ? { person } : {}),
  };
  const isReady = isWhole(span) && (way !== 'override' || person !== '') && (!isSwap || isWhole(swap));
  const changed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      renew();
      set(value);
    };
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const isSent = await send((key) =>
      way === 'cover'
        ? askForCover(
            {
              ...time,
              ...note,
              schedule: word,
              ...(person ? { people: [person] } : {}),
              ...(isSwap && person ? { swap } : {}),
            },
            key,
          )
        : agree(word, { ...proposal, ...note }, key),
    );
    if (!isSent) return;
    say(way === 'cover' ? 'They are asked. Whoever says yes first has it.' : 'It is agreed. The plan is as shown.');
    onClose();
  };
  return (
    <form className="stack shift-form" onSubmit={(event) => void submit(event)}>
      {way !== 'take' && (
        <PersonField
          label={way === 'cover' ? 'Who is asked' : 'Who stands in'}
          nobody={way === 'cover' ? 'Everybody who has turns' : 'Choose somebody'}
          without={duty?.person.id ?? null}
          value={person}
          onChange={changed((next: string) => {
            setPerson(next);
            if (!next) setSwapping(false);
          })}
        />
      )}
      <SpanFields span={span} zone={zone} onChange={changed(setSpan)} />
      {way === 'cover' && person !== '' && (
        <label className="check">
          <input type="checkbox" checked={isSwap} onChange={(event) => changed(setSwapping)(event.target.checked)} />
          Swap: I take a shift of theirs in return
        </label>
      )}
      {isSwap && (
        <fieldset className="choice">
          <legend>The shift that I take</legend>
          <SpanFields span={swap} zone={zone} onChange={changed(setSwap)} />
        </fieldset>
      )}
      <Field
        label="Why"
        hint="May be left out."
        value={reason}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => changed(setReason)(event.target.value)}
      />
      {way !== 'cover' && <PreviewList word={word} wish={isReady ? proposal : null} zone={zone} />}
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="submit" className="button primary" disabled={!isReady || isBusy}>
          {isBusy ? 'Sending' : wordsOf(way, duty)}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface PersonFieldProps {
  label: string;
  nobody: string;
  without: string | null;
  value: string;
  onChange: (person: string) => void;
}

function PersonField({ label, nobody, without, value, onChange }: PersonFieldProps) {
  const id = useId();
  const { data, error } = useEverybody();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{nobody}</option>
        {data?.items
          .filter((one) => one.id !== without)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </select>
      {error && <Problem>{`The people could not be loaded. ${error.message}`}</Problem>}
    </div>
  );
}
