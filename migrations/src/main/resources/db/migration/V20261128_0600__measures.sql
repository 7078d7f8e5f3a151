-- What incidents, pages and alerts come to in numbers. All of it is made of the log again by a rebuild.

-- One row for each incident. Seconds in a state are of states that have ended; `state` goes on since `since`.
create table measure_incidents (
  id                   uuid primary key,
  position             bigint not null,
  number               integer not null,
  title                text not null,
  severity             smallint not null,
  service              uuid not null,
  team                 uuid,
  first_alert          uuid not null,
  integration          uuid,
  rule                 text,
  opened_at            timestamptz not null,
  began_at             timestamptz,
  answered_at          timestamptz,
  resolved_at          timestamptz,
  resolved_by          text,
  state                text not null,
  since                timestamptz not null,
  triggered_seconds    double precision not null default 0,
  acknowledged_seconds double precision not null default 0,
  mitigated_seconds    double precision not null default 0,
  hands                integer not null default 0,
  escalations          integer not null default 0,
  reopened             integer not null default 0,
  told                 boolean not null default false,
  answer_promised      boolean not null default false,
  answer_late          boolean not null default false,
  repair_promised      boolean not null default false,
  repair_late          boolean not null default false
);
create index measure_incidents_by_opening on measure_incidents (opened_at);
create index measure_incidents_by_first on measure_incidents (first_alert);

-- One row for each message that wanted an answer from a person. `hour` and `day` (1 is Monday) are the person's own.
create table measure_pages (
  id           uuid primary key,
  position     bigint not null,
  incident     uuid not null,
  person       uuid not null,
  channel      text not null,
  requested_at timestamptz not null,
  sent_at      timestamptz,
  hour         smallint,
  day          smallint,
  wakes        boolean not null default false
);
create index measure_pages_by_sending on measure_pages (sent_at) where sent_at is not null;
create index measure_pages_by_person on measure_pages (person, sent_at) where wakes;
create index measure_pages_by_incident on measure_pages (incident);

-- Where people live, for the hour of their own night.
create table measure_people (
  person   uuid primary key,
  zone     text not null,
  position bigint not null
);

-- Which rule of which sender an alert came from, and whether it was ever held back.
create table measure_raised (
  alert       uuid primary key,
  hour        timestamptz not null,
  service     uuid not null,
  integration uuid not null,
  rule        text not null,
  held        boolean not null default false
);

-- The same, counted by hour.
create table measure_alerts (
  hour        timestamptz not null,
  service     uuid not null,
  integration uuid not null,
  rule        text not null,
  team        uuid,
  raised      integer not null,
  held        integer not null default 0,
  primary key (hour, service, integration, rule)
);
