import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { Entry, Review } from '../../api/types';
import { useSending } from '../../kit/use-sending';
import { useMe } from '../session/use-session';
import { inserted, referenceTo, type Selected } from './references';
import { keepUnsaved, type Mine, unsaved } from './unsaved';
import { write } from './use-postmortem';

/** What somebody writes until it is saved. It stays here whatever others save meanwhile, and in this browser until they are back. */
export function useWriting(review: Review, mayWrite: boolean) {
  const me = useMe().id;
  const [kept] = useState(() => (mayWrite ? unsaved(me, review.about.id) : null));
  const [mine, setMine] = useState<Mine | null>(kept);
  const [isBack, setBack] = useState(kept !== null);
  const [cursor, setCursor] = useState<Selected | null>(null);
  const [isBehind, setBehind] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { send, renew, problem, isBusy } = useSending();
  const { about, text } = review;
  useEffect(() => {
    if (mine) keepUnsaved(me, about.id, mine);
  }, [me, about.id, mine]);
  const started: Mine = { basedOn: about.version, title: about.title, text };
  const change = (part: Partial<Mine>) => {
    renew();
    setMine((before) => ({ ...(before ?? started), ...part }));
  };
  const put = (selected: Selected) => {
    change({ text: selected.text });
    setCursor(selected);
  };
  const insert = (entry: Entry) => {
    const area = field.current;
    const here = mine?.text ?? text;
    const start = area ? area.selectionStart : here.length;
    put(inserted({ text: here, start, end: area ? area.selectionEnd : start }, referenceTo(entry)));
  };
  const stop = () => {
    renew();
    setMine(null);
    keepUnsaved(me, about.id, null);
    setBehind(false);
    setBack(false);
  };
  /** `basedOn`: the version that this one takes the place of. */
  const save = async (basedOn = mine?.basedOn ?? about.version) => {
    if (!mine) return;
    const written = { version: basedOn, title: mine.title.trim(), text: mine.text };
    const isSaved = await send(async (key) => {
      try {
        await write(about.id, written, key);
      } catch (failure) {
        if (failure instanceof ApiProblem && failure.code === 'written_meanwhile') {
          setBehind(true);
          void queryClient.invalidateQueries({ queryKey: ['incident', about.incident, 'postmortem'] });
        }
        throw failure;
      }
    });
    if (isSaved) stop();
  };
  return {
    mine,
    field,
    cursor,
    problem,
    isBusy,
    /** It was written before this page was opened, and never saved. */
    isBack,
    /** Somebody else has saved since this was begun. */
    isBehind: mine !== null && (isBehind || about.version > mine.basedOn),
    begin: () => put({ text, start: text.length, end: text.length }),
    change,
    put,
    insert,
    save,
    stop,
  };
}
