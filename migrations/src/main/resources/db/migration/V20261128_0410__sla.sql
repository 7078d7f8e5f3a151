-- Timers of clocks that measure what was promised; one pending timer each.
create table sla_timers (
  clock    uuid primary key,
  timer    integer not null,
  due_at   timestamptz not null,
  failures integer not null default 0
);
create index sla_timers_by_due on sla_timers (due_at);

-- What was promised of each incident; `before_`: as it was before the last correction.
create table sla_views (
  clock                 uuid primary key,
  incident              uuid not null,
  kind                  text not null,
  state                 text not null,
  calendar              text not null,
  began                 timestamptz not null,
  target_seconds        bigint,
  due_at                timestamptz,
  foretold              integer not null default 0,
  breached_at           timestamptz,
  ended_at              timestamptz,
  late                  boolean not null default false,
  used_seconds          bigint,
  reasons               text[] not null default '{}',
  correction            text,
  before_began          timestamptz,
  before_target_seconds bigint,
  before_due_at         timestamptz,
  before_used_seconds   bigint,
  position              bigint not null
);
create index sla_views_by_incident on sla_views (incident);
create index sla_views_by_due on sla_views (due_at) where state = 'running';
