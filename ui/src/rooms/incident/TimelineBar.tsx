import type { Entry, Incident } from '../../api/types';

/** What is looked for in a timeline. */
export type Kinds = 'all' | 'people' | 'alerts' | 'messages' | 'changes';

const OF: Record<Exclude<Kinds, 'all'>, (entry: Entry) => boolean> = {
  people: ({ kind }) => kind === 'person' || kind === 'note',
  alerts: ({ kind }) => kind === 'alert',
  messages: ({ kind }) => kind === 'message' || kind === 'escalation',
  changes: ({ kind, event }) =>
    kind === 'incident' ||
    /Acknowledged|Mitigated|Resolved|Reopened|Snoozed|SnoozeEnded|Hushed|HushEnded|Withdrawn|Expired|Merged|Unmerged|Severity|Priority/.test(
      event,
    ),
};

const WORDS: Record<Kinds, string> = {
  all: 'All',
  people: 'People',
  alerts: 'Alerts',
  messages: 'Messages',
  changes: 'Changes of state',
};

export const only = (entries: Entry[], kinds: Kinds): Entry[] =>
  kinds === 'all' ? entries : entries.filter(OF[kinds]);

interface TimelineBarProps {
  incident: Incident;
  kinds: Kinds;
  onSet: (kinds: Kinds) => void;
}

/** Chooses what the timeline shows, and takes it away as a file. */
export function TimelineBar({ incident, kinds, onSet }: TimelineBarProps) {
  const file = (ending: string) => `/api/incidents/${incident.id}/timeline.${ending}`;
  return (
    <div className="bar timeline-bar">
      <select
        aria-label="Show in the timeline"
        className="input"
        value={kinds}
        onChange={(event) => onSet(event.target.value as Kinds)}
      >
        {Object.entries(WORDS).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
      <span className="end meta">
        Save as{' '}
        <a className="tap" href={file('md')} download>
          Markdown
        </a>{' '}
        or{' '}
        <a className="tap" href={file('json')} download>
          JSON
        </a>
      </span>
    </div>
  );
}
