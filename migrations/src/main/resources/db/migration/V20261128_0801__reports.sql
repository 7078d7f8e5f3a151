-- Reports as lists show them; built from the log.
create table report_runs (
  id          uuid primary key,
  asked_index bigint not null unique,
  plan        uuid not null,
  word        text not null,
  title       text not null,
  from_at     timestamptz not null,
  until_at    timestamptz not null,
  time_zone   text not null,
  formats     text[] not null,
  mailed      boolean not null,
  asked_at    timestamptz not null,
  state       text not null,
  failure     text,
  over_at     timestamptz,
  index       bigint not null
);
create index report_runs_of_plan on report_runs (plan, asked_index desc);
create index report_runs_open on report_runs (asked_index) where state = 'running';

create table report_files (
  run    uuid not null,
  format text not null,
  size   bigint not null,
  digest text not null,
  primary key (run, format)
);

create table report_readers (
  run    uuid not null,
  reader uuid not null,
  state  text not null,
  reason text,
  primary key (run, reader)
);

-- What the files hold, beside the log; the log has their digests.
create table report_bytes (
  run    uuid not null,
  format text not null,
  bytes  bytea not null,
  primary key (run, format)
);
alter table report_bytes alter column bytes set storage external; -- compressed already

-- When each report is made next. "rhythm": what that was worked out of; with another one it is worked out anew.
create table report_due (
  plan    uuid primary key,
  rhythm  text not null,
  next_at timestamptz not null
);

-- Who works on a report: one node at a time, for a while.
create table report_leases (
  run      uuid primary key,
  until_at timestamptz not null,
  tries    integer not null
);
