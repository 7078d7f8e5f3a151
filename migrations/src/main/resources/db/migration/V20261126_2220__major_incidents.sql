-- One pending timer for each major incident whose next update is due at some time; due by the database's clock.
create table major_timers (
  major    uuid primary key,
  timer    integer not null,
  due_at   timestamptz not null,
  failures integer not null default 0
);
create index major_timers_by_due on major_timers (due_at);

alter table incident_views
  add column major_since      timestamptz,
  add column major_over       boolean,
  add column major_update_due timestamptz;
create index incident_views_major on incident_views (opened_index desc) where major_since is not null;

create table major_views (
  incident       uuid primary key,
  major          uuid not null,
  position       bigint not null,
  state          text not null check (state in ('declared', 'stood_down', 'ended', 'merged')),
  declared_at    timestamptz not null,
  declared_by    jsonb not null,
  grounds        jsonb not null,
  every_seconds  bigint not null,
  commander      uuid,
  communications uuid,
  scribe         uuid,
  war_room       text,
  update_due     timestamptz,
  updates        integer not null default 0,
  last_text      text,
  last_at        timestamptz,
  last_by        jsonb,
  over_at        timestamptz,
  over_by        jsonb,
  over_reason    text,
  merged_into    uuid
);
create index major_views_due on major_views (update_due) where state = 'declared';

create table major_tasks (
  incident    uuid not null,
  id          uuid not null,
  added       bigint not null,
  position    bigint not null,
  words       text not null,
  assignee    uuid,
  state       text not null check (state in ('open', 'done', 'dropped')),
  changed_at  timestamptz not null,
  changed_by  jsonb not null,
  primary key (incident, id)
);
create index major_tasks_in_order on major_tasks (incident, added);
