import { type MouseEvent, memo } from 'react';
import { useLocation } from 'wouter';
import type { Incident } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Face, SeverityMark } from '../../kit/marks';
import { Age, Clock, Countdown } from '../../kit/moments';
import { RowClock } from './RowClock';
import { handOf, nameOf, nextOf, standingOf } from './wording';

interface InboxRowProps {
  incident: Incident;
  me: string;
  isSelected: boolean;
  isPicked: boolean;
  /** At this width a click shows the preview first. */
  hasPreview: boolean;
  position: number;
  count: number;
  onSelect: (id: string) => void;
  onPick: (id: string) => void;
}

/** One incident in the inbox: how bad, what, where, since when, who or what comes next. */
export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const { incident, me, isSelected, isPicked, hasPreview, onSelect, onPick } = props;
  const [, navigate] = useLocation();
  const standing = standingOf(incident);
  const href = `/i/${incident.id}`;
  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const isKey = event.detail === 0;
    if (hasPreview && !isKey && !isSelected) onSelect(incident.id);
    else {
      onSelect(incident.id);
      navigate(href);
    }
  };
  return (
    <li
      className="row"
      id={`row-${incident.id}`}
      data-state={standing}
      aria-current={isSelected ? 'true' : undefined}
      aria-setsize={props.count}
      aria-posinset={props.position + 1}
    >
      <label className="pick">
        <input
          type="checkbox"
          checked={isPicked}
          onChange={() => onPick(incident.id)}
          aria-label={`Select ${nameOf(incident)}`}
        />
      </label>
      <SeverityMark rank={incident.severity} standing={standing} isQuiet />
      <span className="what">
        <a href={href} onClick={click} title={incident.title}>
          {incident.major && <MajorMark isOver={incident.major.over} />}
          {incident.title}
        </a>
        <span className="meta">
          {incident.rating && <b>{incident.rating.counts} </b>}
          {incident.service.name}
          <RowClock incident={incident} />
        </span>
      </span>
      <span
        className="many"
        title={`Fired ${incident.alerts.total > 1000 ? 'at least ' : ''}${incident.alerts.detections} times, ${incident.alerts.total} alerts`}
      >
        ×{incident.alerts.detections}
      </span>
      <span className="age">
        <Age from={incident.openedAt} />
      </span>
      <span className="next">
        <span className="small-only service">{incident.service.name},</span>
        <span className="small-only fixed">
          <Age from={incident.openedAt} />,
        </span>
        <NextStep incident={incident} me={me} />
      </span>
    </li>
  );
});

function MajorMark({ isOver }: { isOver: boolean }) {
  return (
    <span className="major-mark small" data-over={isOver ? 'true' : undefined}>
      Major
    </span>
  );
}

function NextStep({ incident, me }: { incident: Incident; me: string }) {
  const next = nextOf(incident, me);
  switch (next.kind) {
    case 'countdown':
      return (
        <>
          <Icon name="up" small />
          <b className="who">{next.who}</b>
          <b className="fixed">
            <Countdown to={next.to} due="now">
              {(left) => `in ${left}`}
            </Countdown>
          </b>
          {incident.assignee && (
            <span title={`Given to ${incident.assignee.name}`}>
              <span className="unseen">given to {incident.assignee.name}</span>
              <Face name={incident.assignee.name} isMe={incident.assignee.id === me} />
            </span>
          )}
        </>
      );
    case 'words':
      return (
        <>
          <Icon name="alert" small />
          <b className="who">{next.words}</b>
        </>
      );
    case 'part':
      return <span className="who">part of {next.of}</span>;
    case 'snoozed':
      return (
        <>
          <Icon name="clock" small />
          <span className="who">
            snoozed until <Clock at={next.until} />
          </span>
        </>
      );
    case 'quiet':
      return (
        <>
          <Icon name="clock" small />
          <span className="who">
            {next.until ? (
              <>
                quiet until <Clock at={next.until} />
              </>
            ) : (
              'quiet: silenced'
            )}
          </span>
        </>
      );
    case 'held':
      return (
        <>
          <Icon name="check" small />
          <Face name={next.isMine ? (handOf(incident)?.name ?? next.who) : next.who} isMe={next.isMine} />
          <span className="who">
            {next.who}
            {next.word && `, ${next.word}`}
          </span>
        </>
      );
    case 'done':
      return (
        <>
          <Icon name="check-circle" small />
          <span className="fixed">
            <Clock at={next.at} />,
          </span>
          <span className="who">{next.by}</span>
        </>
      );
  }
}
