import type { Incident } from '../../api/types';
import { span } from '../../kit/time';
import { amount, people } from '../catalogue/wording';
import { useContextOf } from '../incident/use-context';

/** What the log knows in numbers; nobody has to write it down. */
export function Figures({ incident }: { incident: Incident }) {
  const { data } = useContextOf(incident);
  const began = Date.parse(incident.impactBegan ?? incident.openedAt);
  const after = (at: string | null) => at && span(Date.parse(at) - began);
  const noticed = incident.impactBegan ? after(incident.openedAt) : null;
  const revenue = data?.impact?.revenue;
  const figures: [string, string | null | undefined][] = [
    ['Noticed after', noticed],
    ['Answered after', after(incident.acknowledgedAt) ?? 'nobody did'],
    ['Repaired after', after(incident.mitigatedAt ?? incident.resolvedAt) ?? 'not yet'],
    ['Alerts', incident.alerts.total.toLocaleString('en')],
    ['Users', data?.impact?.users && people(data.impact.users.count)],
    ['Lost', revenue && amount(Math.floor(revenue.soFar))],
  ];
  return (
    <section className="card" aria-label="Figures from the log">
      <dl className="figures">
        {figures
          .filter(([, value]) => value)
          .map(([word, value]) => (
            <div key={word}>
              <dt className="meta">{word}</dt>
              <dd className="figure">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
