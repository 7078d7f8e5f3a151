-- Views of the inbox that people keep, and which of them each one begins with.
create table saved_views (
  id         uuid primary key,
  position   bigint generated always as identity unique,
  owner      uuid not null,
  team       uuid,
  name       text not null,
  filter     jsonb not null,
  sorted     text not null,
  changed_at timestamptz not null
);
create unique index saved_views_by_owner on saved_views (owner, lower(name));
create index saved_views_by_team on saved_views (team, position) where team is not null;

create table saved_view_defaults (
  person uuid primary key,
  view   uuid not null references saved_views (id) on delete cascade
);
create index saved_view_defaults_by_view on saved_view_defaults (view);

-- The worst first, and of those the newest.
create index incident_views_worst on incident_views ((((4 - severity)::bigint << 48) + opened_index) desc);

-- Whose it is: who was given it, else who holds it.
create index incident_views_mine on incident_views ((coalesce(assignee::text, acknowledged_by ->> 'id')));
