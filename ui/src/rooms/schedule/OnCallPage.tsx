import { Link } from 'wouter';
import type { Duty, ScheduleLine } from '../../api/types';
import { Face } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { useMe } from '../session/use-session';
import { Absences } from './Absences';
import { CoverRequests } from './CoverRequests';
import './schedule.css';
import { Unreadies } from './Unreadies';
import { useSchedules } from './use-schedules';

/** Who has it now, and who is next. */
export default function OnCallPage() {
  useTitle('On-call');
  const { administrator } = useMe();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSchedules();
  const schedules = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>On-call</h1>
          <p>Who is asked now, and who is next.</p>
        </div>
        {administrator && (
          <div className="actions">
            <Link className="button" href="/on-call/new">
              New schedule
            </Link>
          </div>
        )}
      </div>
      <Unreadies />
      {error && !data && (
        <Failure what="The schedules could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {isPending && <Waiting rows={8} />}
      {data && schedules.length === 0 && (
        <Empty icon="calendar" title="No schedules">
          Describe who takes turns here or under “schedules” in the configuration file, and let a step of a policy ask
          them: schedule:payments.
        </Empty>
      )}
      {schedules.length > 0 && (
        <table className="table cards on-call">
          <thead>
            <tr>
              <th scope="col">Schedule</th>
              <th scope="col">Now</th>
              <th scope="col">Until</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {schedules.map((schedule) => (
              <Row key={schedule.id} schedule={schedule} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <button
          type="button"
          className="button quiet more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading' : 'Load more'}
        </button>
      )}
      {schedules.length > 0 && (
        <div className="stack beside-schedules">
          <CoverRequests />
          <Absences />
        </div>
      )}
    </div>
  );
}

function Row({ schedule }: { schedule: ScheduleLine }) {
  return (
    <tr>
      <td>
        <Link href={`/on-call/${encodeURIComponent(schedule.word)}`}>
          <b>{schedule.name}</b>
        </Link>{' '}
        <span className="meta">{schedule.timeZone}</span>
      </td>
      <td>{schedule.isGap ? <Gap /> : <People duties={schedule.now} />}</td>
      <td data-label="until">
        {schedule.change ? <Clock at={schedule.change} /> : <span className="meta">further notice</span>}
      </td>
      <td data-label="then">
        {schedule.change === null ? (
          <span className="meta">the same</span>
        ) : schedule.next.length > 0 ? (
          <People duties={schedule.next} />
        ) : (
          <Gap />
        )}
      </td>
    </tr>
  );
}

/** Told by its word and its shape, and by its color last. */
function Gap() {
  return (
    <span className="gap-mark">
      <b>GAP</b> nobody is asked
    </span>
  );
}

function People({ duties }: { duties: Duty[] }) {
  const me = useMe();
  return (
    <span className="on-call-people">
      {duties.map((duty) => (
        <span className="person" key={`${duty.person.id} ${duty.layer}`}>
          <Face name={duty.person.name} isMe={duty.person.id === me.id} /> {duty.person.name}
          {duty.override && <span className="meta"> override</span>}
        </span>
      ))}
    </span>
  );
}
