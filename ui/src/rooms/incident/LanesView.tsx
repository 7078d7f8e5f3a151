import { type KeyboardEvent, useRef, useState } from 'react';
import type { Incident, LaneMark, Lanes } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useNow, useZone } from '../../kit/now';
import { Failure, Waiting } from '../../kit/screens';
import { clock, clockSeconds, fullClock } from '../../kit/time';
import { useIsNarrow } from '../../kit/wide';
import { around, CELLS, cellOf, inOrder, LANE_ICONS, LANE_WORDS, next, type Spot, spaced } from './lanes';
import { type Stretch, useLanes } from './use-incident';

/** Parts of the list on a phone. */
const LINES = 60;

/** What happened, side by side: alerts, messages, people and changes over one axis of time. */
export function LanesView({ incident }: { incident: Incident }) {
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const isNarrow = useIsNarrow();
  const { data, error, refetch } = useLanes(incident.id, stretch, isNarrow ? LINES : CELLS);
  const zone = useZone();
  if (!data) {
    return error ? (
      <Failure what="The lanes could not be loaded." problem={error} onRetry={() => void refetch()} />
    ) : (
      <Waiting rows={4} />
    );
  }
  const closer = (mark: LaneMark) => setStretch(around(mark, data.partMillis));
  return (
    <>
      <div className="bar">
        <span className="meta">
          {clockSeconds(Date.parse(data.from), zone)} to {clockSeconds(Date.parse(data.until), zone)}
        </span>
        {stretch && (
          <button type="button" className="button quiet end" onClick={() => setStretch(null)}>
            Show all of it
          </button>
        )}
      </div>
      {isNarrow ? <LaneList lanes={data} onCloser={closer} /> : <LaneAxis lanes={data} onCloser={closer} />}
    </>
  );
}

interface LanesProps {
  lanes: Lanes;
  onCloser: (mark: LaneMark) => void;
}

/** On a phone: one list, each line with the name of its lane. */
function LaneList({ lanes, onCloser }: LanesProps) {
  return (
    <ol className="lane-list" aria-label="Lanes">
      {inOrder(lanes).map(({ lane, mark }) => (
        <li key={`${lane}${mark.at}${mark.sentence}`} data-lane={lane}>
          <Told mark={mark} lane={lane} part={lanes.partMillis} onCloser={onCloser} />
        </li>
      ))}
    </ol>
  );
}

function LaneAxis({ lanes, onCloser }: LanesProps) {
  const [spot, setSpot] = useState<Spot | null>(null);
  const axis = useRef<HTMLDivElement>(null);
  const marks = lanes.lanes.map((lane) => spaced(lane.marks, lanes));
  const zone = useZone();
  const first = { lane: marks.findIndex((lane) => lane.length > 0), mark: 0 };
  const current = spot && marks[spot.lane]?.[spot.mark] ? spot : first;
  const chosen = marks[current.lane]?.[current.mark];
  const press = (event: KeyboardEvent) => {
    const to = next(marks, current, event.key);
    if (!to) return;
    event.preventDefault();
    setSpot(to);
    axis.current?.querySelector<HTMLElement>(`[data-spot="${to.lane}-${to.mark}"]`)?.focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the buttons in it */}
      <div className="lanes" ref={axis} onKeyDown={press}>
        {lanes.lanes.map(({ lane, total }, row) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame what is no form
          <div className="lane" key={lane} role="group" aria-label={`${LANE_WORDS[lane] ?? lane}, ${total}`}>
            <span className="lane-name">
              {LANE_WORDS[lane] ?? lane} <span className="meta">{total}</span>
            </span>
            <div className="lane-track">
              {marks[row]?.map((mark, column) => {
                const isCurrent = row === current.lane && column === current.mark;
                return (
                  <button
                    type="button"
                    className="lane-mark"
                    key={`${mark.at}${mark.sentence}`}
                    data-spot={`${row}-${column}`}
                    data-severity={mark.severity ?? undefined}
                    style={{ insetInlineStart: `${((cellOf(mark.at, lanes) + 0.5) / CELLS) * 100}%` }}
                    tabIndex={isCurrent ? 0 : -1}
                    aria-pressed={isCurrent}
                    aria-label={`${clock(Date.parse(mark.at), zone)} ${mark.sentence}${mark.count > 1 ? `, and ${mark.count - 1} more` : ''}`}
                    onClick={() => setSpot({ lane: row, mark: column })}
                    onFocus={() => setSpot({ lane: row, mark: column })}
                    onDoubleClick={() => mark.count > 1 && onCloser(mark)}
                  >
                    {mark.count > 1 ? (mark.count > 99 ? '99+' : mark.count) : ''}
                  </button>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <div className="lane-told" aria-live="polite">
        {chosen ? (
          <Told
            mark={chosen}
            lane={lanes.lanes[current.lane]?.lane ?? ''}
            part={lanes.partMillis}
            onCloser={onCloser}
          />
        ) : (
          <p className="meta">Nothing happened here.</p>
        )}
      </div>
    </>
  );
}

interface ToldProps {
  mark: LaneMark;
  lane: string;
  part: number;
  onCloser: (mark: LaneMark) => void;
}

/** One mark in words. */
function Told({ mark, lane, part, onCloser }: ToldProps) {
  const zone = useZone();
  const now = useNow();
  const at = Date.parse(mark.at);
  return (
    <>
      <p className="meta">
        <Icon name={LANE_ICONS[lane] ?? 'pulse'} small /> <b>{LANE_WORDS[lane] ?? lane}</b>{' '}
        <time dateTime={mark.at} title={fullClock(at, zone, now)}>
          {clockSeconds(at, zone)}
        </time>
        {mark.severity && `, ${mark.severity}`}
      </p>
      <p className="said">{mark.sentence}</p>
      {mark.detail && <p className="meta said">{mark.detail}</p>}
      {mark.count > 1 && (
        <p className="meta">
          and {mark.count - 1} more until {clockSeconds(Date.parse(mark.until), zone)}.{' '}
          {part > 1000 && (
            <button type="button" className="button quiet" onClick={() => onCloser(mark)}>
              Look closer
            </button>
          )}
        </p>
      )}
    </>
  );
}
