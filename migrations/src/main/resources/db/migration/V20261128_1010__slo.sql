-- What was good, what was down and which budgets burn. All of it is made of the log again by a rebuild.

-- What a source counted. A bucket that begins when an earlier one did replaces it.
create table slo_counts (
  slo        uuid not null,
  source     text not null,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  good       bigint not null,
  total      bigint not null,
  position   bigint not null,
  primary key (slo, source, from_at)
);
create index slo_counts_by_time on slo_counts (slo, from_at);

-- The same, of all sources, by hour: a window of 30 days is read in 720 rows.
create table slo_hours (
  slo   uuid not null,
  hour  timestamptz not null,
  good  numeric not null,
  total numeric not null,
  primary key (slo, hour)
);

-- `hurts`: users feel it, until it is mitigated or resolved. `merged_into`: what it is a part of now.
create table slo_incidents (
  id          uuid primary key,
  position    bigint not null,
  number      integer not null,
  title       text not null,
  severity    smallint not null,
  service     uuid not null,
  hurts       boolean not null default true,
  merged_into uuid
);
create index slo_incidents_by_service on slo_incidents (service);
create index slo_incidents_by_whole on slo_incidents (merged_into) where merged_into is not null;

-- When an incident kept its service down; null as long as it does.
create table slo_outages (
  incident uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (incident, began_at)
);

-- The alerts of each incident. What only an alert about a budget keeps open does not spend that budget.
create table slo_alerts (
  alert    uuid primary key,
  incident uuid not null,
  is_open  boolean not null
);
create index slo_alerts_by_incident on slo_alerts (incident);

-- The alerts that are about budgets.
create table slo_own_alerts (
  alert uuid primary key
);

-- What was told last of each budget.
create table slo_alarms (
  slo         uuid not null,
  alarm       text not null,
  word        text not null,
  service     uuid not null,
  sounds      boolean not null,
  burn        double precision,
  budget_left double precision,
  asks        text,
  at          timestamptz not null,
  position    bigint not null,
  primary key (slo, alarm)
);

-- Up to which turn the alert of a budget was sent. Not of the log: an alert that was sent stays sent, whatever is rebuilt.
create table slo_alarms_told (
  slo      uuid not null,
  alarm    text not null,
  position bigint not null,
  primary key (slo, alarm)
);
