import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { Incident } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useShortcuts } from '../../kit/keys';
import { Face, SeverityMark, StateBadge } from '../../kit/marks';
import { Age, Clock, Moment } from '../../kit/moments';
import { useNow } from '../../kit/now';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { span } from '../../kit/time';
import { AlertTable } from '../alert/AlertTable';
import { addressOf } from '../catalogue/wording';
import { HowItWent } from '../feedback/HowItWent';
import { useMe } from '../session/use-session';
import { Actions } from './Actions';
import { Clocks } from './Clocks';
import { Composer } from './Composer';
import { Context, LikelyRoot } from './Context';
import { Escalation } from './Escalation';
import { alertsIn } from './InboxPreview';
import { MajorPanel } from './MajorPanel';
import { Rating } from './Rating';
import { Relations } from './Relations';
import { Timeline } from './Timeline';
import { useActs } from './use-acts';
import { useIncident } from './use-incident';
import { handOf, isMe, nameOf, standingOf, stateWord } from './wording';

export default function IncidentPage({ id }: { id: string }) {
  const { data: incident, error, refetch } = useIncident(id);
  useTitle(incident ? `${nameOf(incident)} ${incident.title}` : 'Incident');
  if (incident) return <Loaded incident={incident} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) {
    return (
      <div className="screen">
        <h1 className="unseen">No such incident</h1>
        <Empty
          icon="alert"
          title="No such incident"
          action={
            <Link className="button" href="/">
              To the inbox
            </Link>
          }
        >
          The address may be mistyped.
        </Empty>
      </div>
    );
  }
  return (
    <div className="screen">
      <h1 className="unseen">Incident</h1>
      {error ? (
        <Failure what="The incident could not be loaded." problem={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting rows={8} />
      )}
    </div>
  );
}

function Loaded({ incident }: { incident: Incident }) {
  const { act } = useActs();
  const [, navigate] = useLocation();
  const note = useRef<HTMLTextAreaElement>(null);
  const focusNote = () => {
    note.current?.focus();
    note.current?.scrollIntoView({ block: 'center' });
  };
  useShortcuts({
    a: () => void act('acknowledge', incident),
    r: () => void act('resolve', incident),
    n: focusNote,
    u: () => navigate('/'),
  });
  useEffect(() => {
    if (window.location.hash === '#note') note.current?.focus();
  }, []);
  return (
    <div className="screen incident">
      <Header incident={incident} />
      <div className="stack">
        <Escalation incident={incident} />
        {incident.major && <MajorPanel incident={incident} />}
        <Relations incident={incident} />
        <div className="columns">
          <div className="stack">
            <section aria-labelledby="timeline-heading" className="stack">
              <h2 id="timeline-heading">Timeline</h2>
              <Timeline incident={incident} />
              <Composer incident={incident} field={note} />
            </section>
            <AlertTable incident={incident.id} total={incident.alerts.total} open={incident.alerts.open} />
          </div>
          <Facts incident={incident} />
        </div>
      </div>
      <div className="thumb">
        <Actions incident={incident} hasMore />
      </div>
    </div>
  );
}

function Header({ incident }: { incident: Incident }) {
  const me = useMe();
  const standing = standingOf(incident);
  const hand = incident.state === 'resolved' || incident.state === 'merged' ? null : handOf(incident);
  return (
    <header className="stack tight incident-head">
      <p className="bar">
        <Link className="tap back" href="/">
          <Icon name="left" small /> Inbox
        </Link>
        <span className="mono number">{nameOf(incident)}</span>
        <SeverityMark rank={incident.severity} standing={standing} />
        <StateBadge standing={standing} word={stateWord(incident)} />
        {incident.rating && <b className="mono">{incident.rating.counts}</b>}
        {hand && (
          <span className="person">
            <span className="meta">{incident.assignee ? 'given to' : 'held by'}</span>
            <Face name={hand.name} isMe={isMe(hand, me.id)} /> {isMe(hand, me.id) ? 'you' : hand.name}
          </span>
        )}
      </p>
      <h1>{incident.title}</h1>
      <p className="impact">
        <Duration incident={incident} />
        <Clocks incident={incident} />
        <span>
          service <Link href={addressOf(incident.service)}>{incident.service.name}</Link>
        </span>
        <LikelyRoot incident={incident} />
        {incident.team && (
          <span>
            team <b>{incident.team.name}</b>
          </span>
        )}
        <span>{alertsIn(incident)}</span>
        {incident.reopened > 0 && (
          <span>reopened {incident.reopened === 1 ? 'once' : `${incident.reopened} times`}</span>
        )}
      </p>
    </header>
  );
}

function Duration({ incident }: { incident: Incident }) {
  const now = useNow();
  const from = Date.parse(incident.openedAt);
  if (incident.resolvedAt) {
    return (
      <span>
        took <b>{span(Date.parse(incident.resolvedAt) - from)}</b>
      </span>
    );
  }
  return now - from < 60_000 ? (
    <span>
      <b>just now</b>
    </span>
  ) : (
    <span>
      <b>
        <Age from={incident.openedAt} />
      </b>{' '}
      so far
    </span>
  );
}

function Facts({ incident }: { incident: Incident }) {
  return (
    <aside className="stack" aria-label="Facts">
      <Link className="button" href={`/status-page?publish=${incident.id}&service=${incident.service.id}`}>
        Publish to status page…
      </Link>
      <Link className="button" href={`/i/${incident.id}/postmortem`}>
        Review
      </Link>
      <HowItWent incident={incident} />
      {incident.rating && <Rating rating={incident.rating} />}
      <Context incident={incident} />
      <section className="card">
        <div className="card-head">
          <h2>Facts</h2>
        </div>
        <dl className="facts">
          <dt>Opened</dt>
          <dd>
            <Moment at={incident.openedAt} />
          </dd>
          {incident.impactBegan && (
            <>
              <dt>Felt since</dt>
              <dd>
                <Moment at={incident.impactBegan} />
              </dd>
            </>
          )}
          {incident.acknowledgedAt && (
            <>
              <dt>Answered</dt>
              <dd>
                <Clock at={incident.acknowledgedAt} />
                {incident.acknowledgedBy && `, ${incident.acknowledgedBy.name}`}
                <br />
                <span className="meta">
                  after {span(Date.parse(incident.acknowledgedAt) - Date.parse(incident.openedAt))}
                </span>
              </dd>
            </>
          )}
          {incident.mitigatedAt && (
            <>
              <dt>Mitigated</dt>
              <dd>
                <Clock at={incident.mitigatedAt} />
                {incident.mitigatedBy && `, ${incident.mitigatedBy.name}`}
              </dd>
            </>
          )}
          {incident.resolvedAt && (
            <>
              <dt>Resolved</dt>
              <dd>
                <Clock at={incident.resolvedAt} />
                {incident.resolvedBy && `, ${incident.resolvedBy.name}`}
              </dd>
            </>
          )}
          <dt>Service</dt>
          <dd>
            <Link href={addressOf(incident.service)}>{incident.service.name}</Link>
          </dd>
          <dt>Team</dt>
          <dd>{incident.team?.name ?? 'none'}</dd>
          <dt>Policy</dt>
          <dd>
            {incident.policy ? (
              <>
                {incident.policy.word} <span className="meta">version {incident.policy.version}</span>
              </>
            ) : (
              'none'
            )}
          </dd>
          <dt>Why</dt>
          <dd>
            <Link href={`/why/incident/${incident.id}`}>Every decision</Link>
          </dd>
        </dl>
      </section>
    </aside>
  );
}
