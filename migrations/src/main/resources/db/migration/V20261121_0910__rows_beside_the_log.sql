-- Which alert is open for a key. Written in the transaction of the events that depend on it; the row lock orders writers.
create table alert_identities (
  identity     uuid primary key,
  integration  uuid not null,
  key          text not null,
  alert        uuid,
  cycle        integer not null default 0,
  open         boolean not null default false,
  count        bigint not null default 0,
  severity     smallint not null default 4,
  first_seen   timestamptz,
  last_seen    timestamptz,
  ends_at      timestamptz
);
create unique index alert_identities_by_alert on alert_identities (alert);
create index alert_identities_by_end on alert_identities (ends_at) where open;

-- How often an alert was seen, kept when its key moves on to the next alert.
create table alert_counts (
  alert     uuid primary key,
  count     bigint not null,
  last_seen timestamptz not null
);

-- Timers of escalation runs; one pending timer a run.
create table escalation_timers (
  run      uuid primary key,
  timer    integer not null,
  due_at   timestamptz not null,
  failures integer not null default 0
);
create index escalation_timers_by_due on escalation_timers (due_at);

-- One row for each attempt to deliver, committed before the provider is called.
create table notification_attempts (
  notification uuid not null,
  attempt      integer not null,
  state        text not null check (state in ('pending', 'waiting', 'sending', 'sent', 'failed', 'dropped')),
  due_at       timestamptz not null,
  lease_until  timestamptz,
  incident     uuid not null,
  run          uuid,
  channel      text not null,
  recipient    uuid not null,
  kind         text not null,
  turn         text not null,
  requested_at timestamptz not null,
  primary key (notification, attempt)
);
create index notification_attempts_due on notification_attempts (due_at) where state in ('pending', 'waiting');
create index notification_attempts_leased on notification_attempts (lease_until) where state = 'sending';

create sequence incident_numbers start 1001;

-- What senders sent, compressed, and their custom details. Referenced from events by id, kept for a time.
create table raw_bodies (
  id          uuid primary key,
  dialect     text not null,
  body        bytea not null,
  received_at timestamptz not null
);
create index raw_bodies_by_age on raw_bodies (received_at);

create table sealed_secrets (
  fingerprint text primary key,
  sealed      bytea not null
);

create table person_keys (
  person uuid primary key,
  sealed bytea not null
);

create table idempotent_answers (
  actor       text not null,
  key         text not null,
  request     text not null,
  answer      bytea not null,
  answered_at timestamptz not null,
  primary key (actor, key)
);
create index idempotent_answers_by_age on idempotent_answers (answered_at);
