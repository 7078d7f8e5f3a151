import { Link } from 'wouter';
import type { Entry } from '../../api/types';
import { Markdown } from '../../kit/markdown';
import { useNow, useZone } from '../../kit/now';
import { clock, fullClock } from '../../kit/time';

interface ReviewTextProps {
  text: string;
  incident: string;
  /** What the log says, by its index; what it does not know is shown by its words. */
  events: Map<number, Entry>;
}

/** The text as it reads: what points at the log says when that was, and leads there. */
export function ReviewText({ text, incident, events }: ReviewTextProps) {
  return (
    <Markdown
      text={text}
      refer={(index, words) => <EventChip entry={events.get(index)} words={words} incident={incident} index={index} />}
    />
  );
}

interface EventChipProps {
  entry: Entry | undefined;
  words: string | null;
  incident: string;
  index: number;
}

function EventChip({ entry, words, incident, index }: EventChipProps) {
  const zone = useZone();
  const now = useNow();
  if (!entry) return <span className="event unknown">{words || 'an event'}</span>;
  const at = Date.parse(entry.at);
  return (
    <Link
      className="event"
      href={`/i/${incident}#event-${index}`}
      title={`${fullClock(at, zone, now)}: ${entry.sentence}`}
    >
      <b>{clock(at, zone)}</b> {words || entry.sentence}
    </Link>
  );
}
