-- Titles that look alike are found by the trigrams that they share.
create extension if not exists pg_trgm;

-- What was deployed or changed; {at} is when it happened, as its sender says.
create table change_entries (
  id             uuid primary key,
  recorded_index bigint not null,
  at             timestamptz not null,
  service        uuid not null,
  integration    uuid not null,
  summary        text not null,
  source         text,
  links          jsonb not null
);
create index change_entries_newest on change_entries (at desc, recorded_index desc);
create index change_entries_by_index on change_entries (recorded_index);
create index change_entries_by_service on change_entries (service, at desc, recorded_index desc);

-- The likely root of an incident. A table of its own: it may be suspected before its incident is open.
create table incident_roots (
  incident uuid primary key,
  position bigint not null,
  root     uuid not null
);
create index incident_roots_by_root on incident_roots (root);

-- Those of before were passed over by the reader.
insert into incident_roots (incident, position, root)
select distinct on (e.payload ->> 'incident')
  (e.payload ->> 'incident')::uuid, e.global_index, (e.payload -> 'root' ->> 'service')::uuid
from (
  select global_index, convert_from(payload, 'UTF8')::jsonb as payload
  from event where name = 'correlation.RootSuspected') e
order by e.payload ->> 'incident', e.global_index desc;

create index incident_views_alike on incident_views using gist (title gist_trgm_ops (siglen = 64));
create index incident_views_ended on incident_views (service, opened_index desc) where state = 'resolved';
create index incident_views_open_by_service on incident_views (service, severity)
  where state in ('triggered', 'acknowledged', 'mitigated');
create index alert_views_open_by_service on alert_views (service, severity)
  where state in ('triggered', 'acknowledged') and incident is not null;
