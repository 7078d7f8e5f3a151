import type { MyReach } from '../../api/types';
import { Problem } from '../../kit/field';
import { useNow } from '../../kit/now';
import { useSending } from '../../kit/use-sending';
import { confirmTest, sendTest } from './use-reach';
import { isOpen } from './wish';

/** How many of the checks pass, in one figure and one sentence, and what mends the first that does not. */
export function Ready({ reach, isBright, hasRemedy }: { reach: MyReach; isBright: boolean; hasRemedy: boolean }) {
  const { passed, checks, headline, sentence } = reach;
  return (
    <section className="card ready" aria-labelledby="ready-heading">
      <Ring passed={passed} of={checks.length} />
      <div>
        <h2 id="ready-heading">{headline}</h2>
        <p>{sentence}</p>
      </div>
      {hasRemedy && <Remedy reach={reach} isBright={isBright} />}
    </section>
  );
}

/** Of each segment 33 are drawn and 5 are left out. */
function Ring({ passed, of }: { passed: number; of: number }) {
  const rest = 5 + 38 * (of - passed);
  const dashes = [...Array<string>(Math.max(0, passed - 1)).fill('33 5'), `33 ${rest}`].join(' ');
  return (
    <svg className="ring" viewBox="0 0 80 80" role="img" aria-label={`${passed} of ${of} checks pass`}>
      <g transform="rotate(-90 40 40)">
        <circle cx="40" cy="40" r="30" pathLength={38 * of} strokeDasharray="33 5" />
        {passed > 0 && <circle className="part" cx="40" cy="40" r="30" pathLength={38 * of} strokeDasharray={dashes} />}
      </g>
      <text x="40" y="47" textAnchor="middle">
        {passed}/{of}
      </text>
    </svg>
  );
}

function Remedy({ reach, isBright }: { reach: MyReach; isBright: boolean }) {
  const { send, problem, isBusy } = useSending();
  const now = useNow();
  const check = reach.checks.find(({ passed, remedy }) => !passed && remedy !== null);
  if (!check) return null;
  const look = isBright ? 'button primary' : 'button';
  if (check.remedy !== 'test') {
    return (
      <a className={look} href={`#${check.remedy}`}>
        {check.remedy === 'devices'
          ? 'Add a device'
          : `${reach.file === null ? 'Change' : 'See'} my ${check.remedy === 'quiet' ? 'quiet hours' : 'order'}`}
      </a>
    );
  }
  const way = reach.ways.find(({ channel }) => channel === check.channel);
  if (!way) return null;
  const open = way.test && isOpen(way.test, now) ? way.test.id : null;
  const act = (key: string) => (open === null ? sendTest(way.channel, key) : confirmTest(open, key));
  return (
    <div className="remedy">
      <button type="button" className={look} disabled={isBusy} onClick={() => void send(act)}>
        {open === null ? `Test my ${way.name}` : 'The test reached me'}
      </button>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}
