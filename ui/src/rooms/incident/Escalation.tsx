import type { Incident } from '../../api/types';
import { Icon, type IconName } from '../../kit/icons';
import { Face } from '../../kit/marks';
import { useSecond, useZone } from '../../kit/now';
import { countdown } from '../../kit/time';
import { useMe } from '../session/use-session';
import { Actions } from './Actions';
import { isMe, isQuiet, outlookOf } from './wording';

/** Who is next and when, or why nobody is; with the acts that change it. */
export function Escalation({ incident }: { incident: Incident }) {
  const me = useMe();
  const zone = useZone();
  const now = useSecond();
  const { headline, consequence } = outlookOf(incident, { me: me.id, zone, now });
  const left =
    incident.nextStep && incident.state === 'triggered' && !incident.snooze && !isQuiet(incident)
      ? countdown(Date.parse(incident.nextStep.at), now)
      : null;
  return (
    <section className="lease" aria-label="Escalation">
      {left === null ? <Sign incident={incident} me={me.id} /> : <span className="figure">{left}</span>}
      <p>
        <b>{headline}</b>
        <br />
        {consequence}
      </p>
      <div className="actions wide-only">
        <Actions incident={incident} hasKeys hasMore />
      </div>
    </section>
  );
}

function Sign({ incident, me }: { incident: Incident; me: string }) {
  if (incident.state === 'acknowledged' && incident.acknowledgedBy && !incident.snooze) {
    return <Face name={incident.acknowledgedBy.name} isMe={isMe(incident.acknowledgedBy, me)} />;
  }
  const icon: IconName =
    incident.snooze || isQuiet(incident) ? 'clock' : incident.state === 'triggered' ? 'alert' : 'check-circle';
  return (
    <span className="sign">
      <Icon name={icon} />
    </span>
  );
}
