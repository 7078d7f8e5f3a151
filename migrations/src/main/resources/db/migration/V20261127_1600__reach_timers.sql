-- Timers of people who are being reached; one pending timer each.
create table reach_timers (
  reach    uuid primary key,
  timer    integer not null,
  due_at   timestamptz not null,
  failures integer not null default 0
);
create index reach_timers_by_due on reach_timers (due_at);
