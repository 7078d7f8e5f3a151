-- Who is who in Slack, as far as it was asked lately: addresses as keyed fingerprints. believed_at: when Slack said it of a user of the
-- house's own workspace, who may act by it.
create table slack_people (
  address    text primary key,
  slack_user text not null,
  asked_at   timestamptz not null,
  believed_at timestamptz
);
create index slack_people_by_user on slack_people (slack_user);
create index slack_people_by_age on slack_people (asked_at);

-- What Slack signed is good once, on whatever node it arrives.
create table slack_requests (
  signature text primary key,
  used_at   timestamptz not null
);
create index slack_requests_by_age on slack_requests (used_at);

-- The message that shows an incident, in the channel of the house or in its war room, and how far it and its thread have come.
-- asked: who was asked for an answer, and invited: who was let into the room.
-- due: null when they show all there is; wish counts what happened, so that nothing is missed while a node is at it.
create table slack_messages (
  incident uuid    not null,
  place    text    not null check (place in ('house', 'room')),
  channel  text,
  ts       text,
  shown    text,
  told     bigint  not null default -1,
  stage    integer not null default 0,
  asked    uuid[]  not null default '{}',
  invited  text[]  not null default '{}',
  wish     integer not null default 1,
  due      timestamptz,
  lease    timestamptz,
  unsure   boolean not null default false,
  tries    integer not null default 0,
  failure  text,
  primary key (incident, place)
);
create index slack_messages_by_due on slack_messages (due) where due is not null;
create index slack_messages_by_thread on slack_messages (channel, ts) where ts is not null;

-- Notes that were written in Slack: they lie in their thread already.
create table slack_notes (
  note    uuid primary key,
  channel text        not null,
  said_at timestamptz not null
);
create index slack_notes_by_age on slack_notes (said_at);

-- People say the number of an incident.
create index incident_views_by_number on incident_views (number);
