-- Wrong passwords, counted for all nodes. Bounded: what is old goes, and the oldest when there are too many.
create table sign_in_attempts (
  address text primary key, -- keyed fingerprint, lower case
  tries   integer not null,
  since   timestamptz not null
);
create index sign_in_attempts_by_age on sign_in_attempts (since);
