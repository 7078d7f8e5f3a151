import { useRef, useState } from 'react';
import { newKey } from '../api/client';

/** One intention: sent again after a failure it has the same key, changed after a failure it is another one. */
export function useSending() {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = useRef(newKey());
  const send = async (work: (key: string) => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work(key.current);
      key.current = newKey();
      return true;
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'Reload the page and try again.');
      return false;
    } finally {
      setBusy(false);
    }
  };
  const renew = () => {
    if (problem) key.current = newKey();
    setProblem(null);
  };
  return { send, renew, problem, isBusy };
}
