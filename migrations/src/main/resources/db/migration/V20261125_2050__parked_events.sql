-- Events that a reader could not take, put aside so that everything after them goes on.
create table parked_events (
  processor   text not null,
  event_index bigint not null,
  reason      text not null,
  tries       integer not null default 1,
  parked_at   timestamptz not null,
  primary key (processor, event_index)
);

-- Repeats change these rows in place; room on each page keeps the change beside the row.
alter table alert_identities set (fillfactor = 80);
alter table processor_tokens set (fillfactor = 50);
