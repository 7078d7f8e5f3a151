import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { read } from '../../api/query-client';
import type { Incident, Major, Page, Person } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Face, isWebAddress } from '../../kit/marks';
import { Age, Clock } from '../../kit/moments';
import { useNow } from '../../kit/now';
import { useMe } from '../session/use-session';
import { MajorTasks } from './MajorTasks';
import { MajorUpdates } from './MajorUpdates';
import { endOf, hostOf, ROLE, type RoleName, whyOf } from './major-wording';
import { doMajor, reasonOf, useMajor } from './use-major';

/** What a major incident needs in one glance: how long, where, what stakeholders wait for, who does what. */
export function MajorPanel({ incident }: { incident: Incident }) {
  const { data: major, error } = useMajor(incident);
  if (error) return <Problem>{`The major incident could not be loaded. ${reasonOf(error)}`}</Problem>;
  if (!major) return null;
  const isOn = major.state === 'declared';
  return (
    <section className="card major" aria-label="Major incident" data-over={isOn ? undefined : 'true'}>
      <Banner incident={incident} major={major} />
      <div className="major-parts">
        <MajorUpdates incident={incident} major={major} />
        {isOn && <Roles incident={incident} major={major} />}
        <MajorTasks incident={incident} major={major} />
      </div>
    </section>
  );
}

function Banner({ incident, major }: { incident: Incident; major: Major }) {
  const end = endOf(major);
  return (
    <div className="major-head">
      <div className="major-said">
        <p className="bar">
          <span className="major-mark" data-over={end === null ? undefined : 'true'}>
            <Icon name="alert" /> {end === null ? 'Major incident' : 'Was a major incident'}
          </span>
          {end === null ? (
            <HowLong from={major.declaredAt} />
          ) : (
            major.over && (
              <b>
                until <Clock at={major.over.at} />
              </b>
            )
          )}
        </p>
        <p className="breaks">{whyOf(major)}</p>
        {end && <p className="breaks">{end}</p>}
      </div>
      {end === null && (
        <div className="actions">
          <WarRoom incident={incident} major={major} />
          <Link className="button" href={`/status-page?publish=${incident.id}&service=${incident.service.id}`}>
            Draft a notice…
          </Link>
        </div>
      )}
    </div>
  );
}

function HowLong({ from }: { from: string }) {
  const now = useNow();
  return (
    <b>
      {now - Date.parse(from) < 60_000 ? (
        'declared just now'
      ) : (
        <>
          for <Age from={from} />
        </>
      )}
    </b>
  );
}

function WarRoom({ incident, major }: { incident: Incident; major: Major }) {
  const [isAsked, setAsked] = useState(false);
  const { warRoom } = major;
  return (
    <>
      {warRoom && isWebAddress(warRoom) && (
        <a className="button major-room" href={warRoom} rel="noopener noreferrer" target="_blank">
          <Icon name="users" /> War room <span className="meta">{hostOf(warRoom)}</span>
        </a>
      )}
      <button type="button" className="button quiet" onClick={() => setAsked(true)}>
        {warRoom ? 'Move it…' : 'Open a war room…'}
      </button>
      {isAsked && <WarRoomDialog incident={incident} warRoom={warRoom} onClose={() => setAsked(false)} />}
    </>
  );
}

interface WarRoomDialogProps {
  incident: Incident;
  warRoom: string | null;
  onClose: () => void;
}

function WarRoomDialog({ incident, warRoom, onClose }: WarRoomDialogProps) {
  const [link, setLink] = useState(warRoom ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const send = () =>
    doMajor(incident, 'war-room', { link: link.trim() }).then(onClose, (failure: unknown) =>
      setProblem(reasonOf(failure)),
    );
  return (
    <Dialog title="War room" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="field">
          <label htmlFor="war-room">Where you meet</label>
          <span className="hint">A call or a channel, such as https://meet.example.com/inc-1042</span>
          <input
            id="war-room"
            className="input"
            type="url"
            maxLength={2000}
            value={link}
            onChange={(event) => setLink(event.target.value)}
          />
        </div>
        {problem && <Problem>{problem}</Problem>}
        <div className="actions">
          <button type="submit" className="button primary" disabled={!link.trim()}>
            {warRoom ? 'Move it there' : 'Open it there'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Roles({ incident, major }: { incident: Incident; major: Major }) {
  const me = useMe();
  const [problem, setProblem] = useState<string | null>(null);
  const [given, setGiven] = useState<RoleName | null>(null);
  const assign = (role: RoleName, person: string | null) => {
    setProblem(null);
    doMajor(incident, 'roles', { role, person }).catch((failure: unknown) => setProblem(reasonOf(failure)));
  };
  return (
    <section className="major-part" aria-label="Roles">
      <h2>Roles</h2>
      <ul className="plain major-roles">
        {major.roles.map(({ role, person }) => (
          <li key={role}>
            <span className="major-role">
              <b>{ROLE[role].word}</b>
              <span className="meta">{ROLE[role].does}</span>
            </span>
            <span className="person">
              {person ? (
                <>
                  <Face name={person.name} isMe={person.id === me.id} /> {person.id === me.id ? 'you' : person.name}
                </>
              ) : (
                <span className="meta">nobody</span>
              )}
            </span>
            <span className="actions">
              {person?.id === me.id ? (
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`Leave ${ROLE[role].word}`}
                  onClick={() => assign(role, null)}
                >
                  Leave
                </button>
              ) : (
                <button
                  type="button"
                  className={person ? 'button quiet' : 'button'}
                  aria-label={`Take ${ROLE[role].word}`}
                  onClick={() => assign(role, me.id)}
                >
                  Take
                </button>
              )}
              <button
                type="button"
                className="button quiet"
                aria-label={`Give ${ROLE[role].word}`}
                onClick={() => setGiven(role)}
              >
                Give…
              </button>
            </span>
          </li>
        ))}
      </ul>
      {problem && <Problem>{problem}</Problem>}
      {given && (
        <GiveDialog
          role={given}
          onGive={(person) => {
            assign(given, person);
            setGiven(null);
          }}
          onClose={() => setGiven(null)}
        />
      )}
    </section>
  );
}

interface GiveDialogProps {
  role: RoleName;
  onGive: (person: string | null) => void;
  onClose: () => void;
}

function GiveDialog({ role, onGive, onClose }: GiveDialogProps) {
  const [person, setPerson] = useState('');
  const { data } = useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => read<Page<Person>>('/api/people', { limit: 1000 }, signal),
  });
  return (
    <Dialog title={`Give ${ROLE[role].word}`} onClose={onClose}>
      <div className="stack">
        <div className="field">
          <label htmlFor="give-role">Who {ROLE[role].does}</label>
          <select id="give-role" className="input" value={person} onChange={(event) => setPerson(event.target.value)}>
            <option value="">{data ? 'Nobody' : 'Loading people'}</option>
            {data?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="actions">
          <button type="button" className="button primary" disabled={!data} onClick={() => onGive(person || null)}>
            Give it
          </button>
        </div>
      </div>
    </Dialog>
  );
}
