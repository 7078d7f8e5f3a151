import type { UseQueryResult } from '@tanstack/react-query';
import type { Preview } from '../../api/types';
import { type Rank, SeverityMark } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import type { RuleKind } from './wording';

const CHOICES = [1, 7, 30];

interface PreviewProps {
  kind: RuleKind;
  preview: UseQueryResult<Preview>;
  isWhole: boolean;
  days: number;
  onDays: (days: number) => void;
}

/** The draft against what really happened. */
export function PreviewCard({ kind, preview, isWhole, days, onDays }: PreviewProps) {
  const { data, isFetching, error } = preview;
  return (
    <section className="card" aria-labelledby="preview-heading" aria-busy={isFetching}>
      <div className="card-head">
        <h2 id="preview-heading">What it would have done</h2>
        <fieldset className="days" aria-label="Days">
          {CHOICES.map((choice) => (
            <button
              key={choice}
              type="button"
              className="chip pill"
              aria-pressed={days === choice}
              onClick={() => onDays(choice)}
            >
              {choice === 1 ? '24 h' : `${choice} days`}
            </button>
          ))}
        </fieldset>
      </div>
      {!isWhole && <p className="meta">Fill in what is needed: the alerts of the last days are tried on it at once.</p>}
      {isWhole && error && <p className="meta">It could not be tried: what is wrong stands beside the field.</p>}
      {isWhole && !error && !data && <p className="meta">Trying it.</p>}
      {isWhole && !error && data && <Found kind={kind} preview={data} />}
    </section>
  );
}

function Found({ kind, preview }: { kind: RuleKind; preview: Preview }) {
  const most = Math.max(1, ...preview.groups.map(({ alerts }) => alerts));
  return (
    <>
      <p className="versus">
        <b className="figure">{preview.matched.toLocaleString()}</b>
        <span>
          of {preview.lookedAt.toLocaleString()} alerts would have matched.{' '}
          {kind !== 'correlation' && (
            <>
              <b>{preview.told.toLocaleString()}</b> of them had reached an incident.
            </>
          )}
          {!preview.isAll && ' Only the newest were looked at.'}
        </span>
      </p>
      {preview.failed > 0 && (
        <p className="problem">
          It could not be asked about {preview.failed.toLocaleString()} of them, and would have held none of those back:{' '}
          {preview.failure}
        </p>
      )}
      {preview.groups.length > 0 && (
        <ul className="bars" aria-label={kind === 'correlation' ? 'Alerts by incident' : 'Alerts by day'}>
          {preview.groups.map(({ what, alerts }) => (
            <li key={what}>
              <span className="bar-name">{what || 'nothing'}</span>
              <span className="bar-line" style={{ inlineSize: `${(alerts / most) * 100}%` }} />
              <b className="num">{alerts.toLocaleString()}</b>
            </li>
          ))}
        </ul>
      )}
      {preview.sample.length > 0 && (
        <table className="table cards">
          <caption>The newest that match</caption>
          <thead>
            <tr>
              <th scope="col">Alert</th>
              <th scope="col">Service</th>
              <th scope="col">Told</th>
              <th scope="col" className="num">
                When
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((one) => (
              <tr key={`${one.at}/${one.summary}`}>
                <td>
                  <span className="named">
                    <SeverityMark rank={one.severity as Rank} size="small" isQuiet />
                    <b>{one.summary}</b>
                  </span>
                </td>
                <td data-label="service">{one.service}</td>
                <td data-label="told">{one.wasTold ? 'yes' : 'no'}</td>
                <td className="num" data-label="when">
                  <Clock at={one.at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
