-- Calendars that people subscribe to: of one person's shifts, or of a schedule. Of the secret in an address only a keyed hash is kept.
create table ical_feeds (
  id       uuid primary key,
  position bigint generated always as identity unique,
  hash     text not null unique,
  person   uuid not null,
  schedule uuid,
  made_at  timestamptz not null default larum_now()
);
create index ical_feeds_by_person on ical_feeds (person, position);
