import { Fragment, useEffect, useState } from 'react';
import type { Entry, Incident } from '../../api/types';
import { Icon, type IconName } from '../../kit/icons';
import { Markdown } from '../../kit/markdown';
import { SeverityMark } from '../../kit/marks';
import { useNow, useZone } from '../../kit/now';
import { Failure, Waiting } from '../../kit/screens';
import { age, clock, clockSeconds, fullClock, longDay, span } from '../../kit/time';
import { NotedFiles } from './Files';
import { LanesView } from './LanesView';
import { fold, type Part, splitNote, storyOf } from './story';
import { type Kinds, only, TimelineBar } from './TimelineBar';
import { useTimeline } from './use-incident';

const ICONS: Record<Entry['kind'], IconName> = {
  alert: 'bell',
  person: 'check',
  message: 'mail',
  escalation: 'steps',
  incident: 'pulse',
  note: 'note',
};

/** What happened: as a story, or side by side. */
export function Timeline({ incident }: { incident: Incident }) {
  const [isSideBySide, setSideBySide] = useState(false);
  return (
    <>
      <nav className="tabs" aria-label="How it is told">
        {([false, true] as const).map((way) => (
          <button
            type="button"
            key={String(way)}
            className="tab"
            aria-pressed={isSideBySide === way}
            aria-current={isSideBySide === way ? 'true' : undefined}
            onClick={() => setSideBySide(way)}
          >
            {way ? 'Lanes' : 'Story'}
          </button>
        ))}
      </nav>
      {isSideBySide ? <LanesView incident={incident} /> : <Story incident={incident} />}
    </>
  );
}

/** A review points at one event by its place in the log. */
const wantedEvent = () => /^#(event-\d{1,15})$/.exec(window.location.hash)?.[1] ?? null;

/** What happened, told in the order in which it happened. */
function Story({ incident }: { incident: Incident }) {
  const { data, error, refetch } = useTimeline(incident.id);
  const zone = useZone();
  const wanted = wantedEvent();
  const [isUnfolded, setUnfolded] = useState(wanted !== null);
  const [kinds, setKinds] = useState<Kinds>('all');
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere && wanted) document.getElementById(wanted)?.scrollIntoView({ block: 'center' });
  }, [isThere, wanted]);
  if (!data) {
    return error ? (
      <Failure what="The timeline could not be loaded." problem={error} onRetry={() => void refetch()} />
    ) : (
      <Waiting rows={5} />
    );
  }
  const parts = storyOf(only(data, kinds), incident, zone, kinds === 'all');
  const { head, hidden, tail } = isUnfolded ? { head: parts, hidden: 0, tail: [] } : fold(parts);
  return (
    <>
      <TimelineBar incident={incident} kinds={kinds} onSet={setKinds} />
      {parts.length === 0 && <p className="meta">None of these yet.</p>}
      <ol className="story" aria-label="Timeline">
        {head.map((part) => (
          <StoryPart part={part} incident={incident} key={keyOf(part)} />
        ))}
        {hidden > 0 && (
          <li>
            <span />
            <span />
            <button type="button" className="button" onClick={() => setUnfolded(true)}>
              Show {hidden} in between
            </button>
          </li>
        )}
        {tail.map((part) => (
          <StoryPart part={part} incident={incident} key={keyOf(part)} />
        ))}
      </ol>
    </>
  );
}

function keyOf(part: Part): string {
  if (part.kind === 'entry') return `e${part.entry.index}`;
  return part.kind === 'day' ? `d${part.at}` : `s${part.from}`;
}

function StoryPart({ part, incident }: { part: Part; incident: Incident }) {
  const zone = useZone();
  switch (part.kind) {
    case 'day':
      return (
        <li className="chapter">
          <span />
          <span />
          <h3>{longDay(Date.parse(part.at), zone)}</h3>
        </li>
      );
    case 'silence':
      return (
        <li className="silence">
          <span />
          <span />
          <Silence from={part.from} to={part.to} />
        </li>
      );
    case 'entry':
      return <StoryEntry entry={part.entry} incident={incident} />;
  }
}

function Silence({ from, to }: { from: string; to: string | null }) {
  const zone = useZone();
  const start = Date.parse(from);
  if (to === null) return <OpenSilence from={start} />;
  const end = Date.parse(to);
  return (
    <div className="gap">
      <b>Nobody acted for {span(end - start)}</b>, {clock(start, zone)} to {clock(end, zone)}.
    </div>
  );
}

function OpenSilence({ from }: { from: number }) {
  const now = useNow();
  const words = now - from < 60_000 ? 'Nobody has answered yet.' : `Nobody has answered for ${age(from, now)}.`;
  return (
    <div className="gap">
      <b>{words}</b>
    </div>
  );
}

function StoryEntry({ entry, incident }: { entry: Entry; incident: Incident }) {
  const zone = useZone();
  const now = useNow();
  const at = Date.parse(entry.at);
  return (
    <li data-kind={entry.kind} id={`event-${entry.index}`}>
      <time dateTime={entry.at} title={`${clockSeconds(at, zone)}, ${fullClock(at, zone, now)}`}>
        {clock(at, zone)}
      </time>
      {entry.severity ? (
        <SeverityMark
          rank={entry.severity}
          standing={incident.state === 'triggered' ? 'firing' : 'acknowledged'}
          size="small"
          isQuiet
          isDot
        />
      ) : (
        <span className={entry.kind === 'person' || entry.kind === 'note' ? 'dot person-dot' : 'dot'}>
          <Icon name={iconOf(entry)} />
        </span>
      )}
      <div>
        {entry.kind === 'note' ? <Note entry={entry} /> : <p className="said">{emphasize(entry)}</p>}
        <NotedFiles incident={incident.id} files={entry.attachments} />
        {entry.detail && <span className="meta said">{entry.detail}</span>}
      </div>
    </li>
  );
}

function iconOf(entry: Entry): IconName {
  if (/Resolved$|Recovered$|Closed$/.test(entry.event)) return 'check-circle';
  if (/Reopened$/.test(entry.event)) return 'undo';
  if (entry.kind === 'person' && !/Acknowledged$/.test(entry.event)) return 'user';
  return ICONS[entry.kind];
}

/** The one who acts stands out when the sentence begins with the name. */
function emphasize({ sentence, actor }: Entry) {
  if (!actor || !sentence.startsWith(actor.name)) return sentence;
  return (
    <Fragment>
      <b>{actor.name}</b>
      {sentence.slice(actor.name.length)}
    </Fragment>
  );
}

/** Who noted, and then what, as it was meant to look. */
function Note({ entry }: { entry: Entry }) {
  const [head, text] = splitNote(entry);
  return (
    <>
      {head && (
        <p className="said">
          <b>{head}</b> noted:
        </p>
      )}
      <Markdown text={text} />
    </>
  );
}
