-- Whose mail comes back is told no more; it is seen for a while that it was so.
alter table status_subscribers
  add bounced    integer not null default 0, -- mails refused since the last one that was taken, one a day at most
  add bounced_at timestamptz,
  add ended_at   timestamptz;
create index status_subscribers_ended on status_subscribers (ended_at) where ended_at is not null;
