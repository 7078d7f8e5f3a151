-- Secret addresses under which screens show a board without signing in. Whoever knows one may read that board's figures.
create table dashboard_links (
  id        uuid primary key,
  position  bigint generated always as identity unique,
  hash      text not null unique,
  dashboard uuid not null,
  maker     uuid not null,
  made_at   timestamptz not null default larum_now()
);
create index dashboard_links_by_dashboard on dashboard_links (dashboard, position);
