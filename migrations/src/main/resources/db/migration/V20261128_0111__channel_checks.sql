-- Whether each channel answered its provider when it was asked: one row for a channel and a day, kept for thirty days.
create table channel_checks (
  channel     text not null,
  day         date not null,
  claimed_at  timestamptz not null,
  checked_at  timestamptz,
  ok          boolean,
  said        text,
  took_millis integer,
  primary key (channel, day)
);
