-- One pending timer for each incident that is held or snoozed; due by the database's clock.
create table incident_timers (
  incident uuid primary key,
  timer    integer not null,
  due_at   timestamptz not null,
  failures integer not null default 0
);
create index incident_timers_by_due on incident_timers (due_at);

alter table incident_views
  add column assignee       uuid,
  add column held_until     timestamptz,
  add column mitigated_at   timestamptz,
  add column mitigated_by   jsonb,
  add column snoozed_until  timestamptz,
  add column snooze_reason  text,
  add column priority       text,
  add column impact_began   timestamptz,
  add column merged_into    uuid,
  add column suggested_into uuid;
create index incident_views_parts on incident_views (merged_into) where merged_into is not null;

-- Timelines call other incidents by their numbers; those that are open already were not remembered.
insert into timeline_subjects (id, said)
select id, jsonb_build_object('text', 'INC-' || number, 'recipient', null) from incident_views
on conflict do nothing;

-- What is done to many incidents at once, how far it has come, and what an undo has to put back.
create table bulk_operations (
  id          uuid primary key,
  actor       text not null,
  action      text not null,
  total       integer not null,
  done        integer not null default 0,
  changed     integer not null default 0,
  refused     integer not null default 0,
  state       text not null check (state in ('running', 'done', 'undoing', 'undone')),
  updated_at  timestamptz not null,
  finished_at timestamptz
);
create table bulk_changes (
  operation uuid not null references bulk_operations (id) on delete cascade,
  position  integer not null,
  incident  uuid not null,
  before    text,
  primary key (operation, position)
);
