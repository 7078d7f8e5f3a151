import { Problem } from '../../kit/field';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { confirmTest } from './use-reach';

/** Whoever came by the link of a test says that it arrived. Opening the link alone says nothing: programs open links, too. */
export function Arrived({ test, onConfirmed }: { test: string; onConfirmed: () => void }) {
  const { send, problem, isBusy } = useSending();
  const confirm = async () => {
    if (await send((key) => confirmTest(test, key))) {
      say('Noted: the test reached you.');
      onConfirmed();
    }
  };
  return (
    <section className="card arrived" aria-labelledby="arrived-heading">
      <div>
        <h2 id="arrived-heading">Did this test reach you?</h2>
        <p>You came by its link. It counts once you say so.</p>
        {problem && <Problem>{problem}</Problem>}
      </div>
      <button type="button" className="button primary" disabled={isBusy} onClick={() => void confirm()}>
        It reached me
      </button>
    </section>
  );
}
