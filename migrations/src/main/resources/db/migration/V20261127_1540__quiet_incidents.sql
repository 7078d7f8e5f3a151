-- Open incidents, and when to ask again whether rules silence all their alerts; written in the transaction of the event that says so.
create table open_incidents (
  incident  uuid primary key,
  is_hushed boolean not null default false,
  due_at    timestamptz not null,
  failures  integer not null default 0
);
create index open_incidents_due on open_incidents (due_at);
insert into open_incidents (incident, due_at)
select id, larum_now() from incident_views where state not in ('resolved', 'merged');

-- What people see of it: since when, until when, and by which rules.
alter table incident_views
  add column quiet_since timestamptz,
  add column quiet_until timestamptz,
  add column quiet_by    jsonb;
create index incident_views_quiet on incident_views (quiet_since) where quiet_since is not null;
