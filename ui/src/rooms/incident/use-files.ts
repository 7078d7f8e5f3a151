import { useCallback, useEffect, useReducer, useRef } from 'react';
import { client, newKey } from '../../api/client';
import type { Attachment } from '../../api/types';
import { upload } from '../../api/upload';

export const LARGEST = 10 * 1024 * 1024;
export const MOST = 10;

/** A file that goes with the next note; `id` once the server has it. */
export interface Picked {
  key: string;
  file: File;
  share: number;
  id: string | null;
  problem: string | null;
}

type Step =
  | { do: 'add'; picked: Picked[] }
  | { do: 'change'; key: string; to: Partial<Picked> }
  | { do: 'remove'; key: string }
  | { do: 'clear' };

export function step(all: readonly Picked[], one: Step): readonly Picked[] {
  switch (one.do) {
    case 'add':
      return [...all, ...one.picked];
    case 'change':
      return all.map((picked) => (picked.key === one.key ? { ...picked, ...one.to } : picked));
    case 'remove':
      return all.filter(({ key }) => key !== one.key);
    case 'clear':
      return [];
  }
}

/** What can be said before anything is sent. */
export function objection(file: { size: number }): string | null {
  if (file.size === 0) return 'It is empty.';
  return file.size > LARGEST ? 'It is larger than 10 MiB. Compress it, or send the part that matters.' : null;
}

export function useFiles(incident: string) {
  const [picked, dispatch] = useReducer(step, []);
  const aborts = useRef(new Map<string, AbortController>());
  const path = `/api/incidents/${incident}/attachments`;

  // Leaving the page takes back what is still on its way; what arrived is forgotten by the server after a day.
  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);

  const send = useCallback(
    async ({ key, file }: Picked) => {
      const problem = objection(file);
      if (problem) return dispatch({ do: 'change', key, to: { problem } });
      const abort = new AbortController();
      aborts.current.set(key, abort);
      dispatch({ do: 'change', key, to: { problem: null, share: 0 } });
      try {
        const url = `${path}?name=${encodeURIComponent(file.name)}`;
        const onShare = (share: number) => dispatch({ do: 'change', key, to: { share } });
        const { id } = await upload<Attachment>(url, file, onShare, abort.signal);
        dispatch({ do: 'change', key, to: { id, share: 1 } });
      } catch (failure) {
        if (abort.signal.aborted) return;
        const reason = failure instanceof Error ? failure.message : 'Try again.';
        dispatch({ do: 'change', key, to: { problem: reason } });
      } finally {
        aborts.current.delete(key);
      }
    },
    [path],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file) => ({ key: newKey(), file, share: 0, id: null, problem: null }));
      dispatch({ do: 'add', picked: fresh });
      for (const one of fresh) void send(one);
    },
    [send],
  );

  const remove = useCallback(
    ({ key, id }: Picked) => {
      aborts.current.get(key)?.abort();
      dispatch({ do: 'remove', key });
      // If it does not get through, the server forgets the file by itself.
      if (id) client.delete(`${path}/${id}`).catch(() => {});
    },
    [path],
  );

  const clear = useCallback(() => dispatch({ do: 'clear' }), []);
  const ids = picked.flatMap(({ id }) => (id ? [id] : []));
  const isReady = picked.length <= MOST && ids.length === picked.length;
  return { picked, add, remove, retry: send, clear, ids, isReady };
}
