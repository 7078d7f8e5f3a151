import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, client, withQuery } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { CalendarFeed, Named, Page } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Problem } from '../../kit/field';
import { say } from '../../kit/toasts';
import { lastMonth } from './plan';

const KEY = ['ical-feeds'];

/** What can be taken away from a schedule: its shifts into a calendar, its hours into a file. */
export function TakeAway({ schedule }: { schedule: Named }) {
  const [isSubscribing, setSubscribing] = useState(false);
  const [opened] = useState(() => Date.now());
  const hours = (format: string) =>
    withQuery(`/api/schedules/${encodeURIComponent(schedule.word)}/hours`, { ...lastMonth(opened), format });
  return (
    <div className="bar">
      <button type="button" className="button" onClick={() => setSubscribing(true)}>
        Subscribe
      </button>
      <span className="meta">
        Hours of last month:{' '}
        <a className="tap" href={hours('csv')} download>
          CSV
        </a>{' '}
        or{' '}
        <a className="tap" href={hours('xlsx')} download>
          Excel
        </a>
      </span>
      {isSubscribing && <Subscribing schedule={schedule} onClose={() => setSubscribing(false)} />}
    </div>
  );
}

function useFeeds() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read<Page<CalendarFeed>>('/api/ical-feeds', { limit: 50 }, signal),
  });
}

/** The address of a calendar: of a schedule, if one is given, or of the reader's own shifts. */
export function Subscribing({ schedule, onClose }: { schedule?: Named; onClose: () => void }) {
  const { data } = useFeeds();
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    try {
      setProblem(null);
      await work();
      await queryClient.invalidateQueries({ queryKey: KEY });
    } catch (cause) {
      setProblem(cause instanceof ApiProblem ? cause.message : 'It could not be done. Nothing was changed.');
    }
  };
  const make = (wish: { schedule?: string }) =>
    attempt(async () => {
      const made = await client.post<CalendarFeed>('/api/ical-feeds', wish);
      setAddress(`${window.location.origin}${made.path}`);
    });
  const end = (feed: CalendarFeed) =>
    attempt(async () => {
      await client.delete(`/api/ical-feeds/${feed.id}`);
      setAddress(null);
      say('The calendar was taken back. Its address shows nothing more.');
    });
  return (
    <Dialog title="Subscribe" onClose={onClose}>
      <div className="stack">
        <p>A calendar program shows the shifts and follows their changes. Whoever knows the address can read it.</p>
        <div className="bar">
          {schedule && (
            <button type="button" className="button" onClick={() => void make({ schedule: schedule.word })}>
              {schedule.name}
            </button>
          )}
          <button type="button" className="button" onClick={() => void make({})}>
            My own shifts
          </button>
        </div>
        {problem && <Problem>{problem}</Problem>}
        {address && (
          <div className="field">
            <label htmlFor="feed-address">Its address, shown only now</label>
            <input
              id="feed-address"
              className="input mono"
              readOnly
              value={address}
              onFocus={(event) => event.target.select()}
            />
          </div>
        )}
        {data && data.items.length > 0 && (
          <ul className="stack tight" aria-label="Your calendars">
            {data.items.map((feed) => (
              <li key={feed.id} className="bar">
                <span>{feed.schedule ? feed.schedule.name : 'My own shifts'}</span>
                <button type="button" className="button quiet end" onClick={() => void end(feed)}>
                  Take back
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
