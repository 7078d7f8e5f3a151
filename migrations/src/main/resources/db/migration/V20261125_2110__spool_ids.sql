-- Spooled requests that have become events, in the transaction of those events: after a crash in the drain they come again.
create table spooled_requests (
  id         uuid primary key,
  drained_at timestamptz not null
);
create index spooled_requests_by_age on spooled_requests (drained_at);
