-- Codes that were sent to numbers, of the last hour. The code itself is nowhere: it is computed from the message that carried it.
create table number_codes (
  notification uuid primary key,
  person       uuid not null,
  number       text not null,
  sent_at      timestamptz not null,
  tries        int not null default 0
);
create index number_codes_by_person on number_codes (person, sent_at);

-- The number that somebody has shown to be theirs, by its fingerprint: another one is not verified.
create table verified_numbers (
  person      uuid primary key,
  number      text not null,
  verified_at timestamptz not null
);
