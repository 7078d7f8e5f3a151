import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Incident } from '../../api/types';
import { SeverityMark, StateBadge, WebLink } from '../../kit/marks';
import { Clock, Moment } from '../../kit/moments';
import { useSecond, useZone } from '../../kit/now';
import { useMe } from '../session/use-session';
import { Actions } from './Actions';
import { useTimeline } from './use-incident';
import { nameOf, outlookOf, standingOf, stateWord } from './wording';

/** The incident under the cursor: enough to answer it without opening it. */
export function InboxPreview({ incident }: { incident: Incident }) {
  const me = useMe();
  const zone = useZone();
  const now = useSecond();
  const standing = standingOf(incident);
  const outlook = outlookOf(incident, { me: me.id, zone, now });
  const href = `/i/${incident.id}`;
  return (
    <aside className="preview" aria-label={`Preview of ${nameOf(incident)}`}>
      <div className="stack tight">
        <p className="bar">
          <SeverityMark rank={incident.severity} standing={standing} />
          <StateBadge standing={standing} word={stateWord(incident)} />
          <Link className="mono tap" href={href}>
            {nameOf(incident)}
          </Link>
        </p>
        <h2>
          <Link href={href}>{incident.title}</Link>
        </h2>
        <p>
          <b>{outlook.headline}</b> {outlook.consequence}
        </p>
      </div>
      <dl className="facts">
        <dt>Since</dt>
        <dd>
          <Moment at={incident.openedAt} />
        </dd>
        <dt>Service</dt>
        <dd>
          {incident.service.name}
          {incident.team && <span className="meta"> team {incident.team.name}</span>}
        </dd>
        <dt>Alerts</dt>
        <dd>{alertsIn(incident)}</dd>
        {incident.policy && (
          <>
            <dt>Policy</dt>
            <dd>
              {incident.policy.word} <span className="meta">version {incident.policy.version}</span>
            </dd>
          </>
        )}
        {incident.runbook && (
          <>
            <dt>Runbook</dt>
            <dd className="breaks">
              <WebLink href={incident.runbook}>{shortAddress(incident.runbook)}</WebLink>
            </dd>
          </>
        )}
      </dl>
      <LastEntries id={incident.id} />
      <div className="actions">
        <Actions incident={incident} hasKeys />
      </div>
    </aside>
  );
}

/** `214 alerts, 27 open` */
export function alertsIn({ alerts }: Incident): string {
  const total = alerts.total === 1 ? '1 alert' : `${alerts.total} alerts`;
  const open = alerts.total === 1 ? (alerts.open === 1 ? 'open' : 'ended') : `${alerts.open} open`;
  const fired = alerts.detections > alerts.total ? `, fired ${alerts.detections} times` : '';
  return `${total}, ${open}${fired}`;
}

export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** Waits until the cursor rests before it asks. */
function LastEntries({ id }: { id: string }) {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(id), 150);
    return () => clearTimeout(timer);
  }, [id]);
  const { data, isError } = useTimeline(id, rested === id);
  return (
    <div>
      <h3>Last events</h3>
      {data ? (
        <ol className="story">
          {data.slice(-3).map((entry) => (
            <li key={entry.index}>
              <Clock at={entry.at} isBare />
              <p>{entry.sentence}</p>
            </li>
          ))}
        </ol>
      ) : (
        <p className="meta">{isError ? 'They could not be loaded.' : 'Loading'}</p>
      )}
    </div>
  );
}
