-- How an incident stood when a source was last told of it: what is older does not undo it.
create table source_aims (
  incident    uuid not null,
  integration uuid not null,
  as_of       bigint not null,
  aimed_at    timestamptz not null,
  primary key (incident, integration)
);

-- What is silenced where the alerts come from: at most one silence for an alert of an incident. While one is asked for and nothing is known of
-- the answer, asked_at says since when.
create table source_silences (
  incident    uuid not null,
  alert       uuid not null,
  integration uuid not null,
  wanted      boolean not null,
  silence     text,
  ends_at     timestamptz,
  asked_at    timestamptz,
  ended_at    timestamptz,
  primary key (incident, alert)
);
create index source_silences_by_alert on source_silences (alert);
