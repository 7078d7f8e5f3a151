create table alert_views (
  id            uuid primary key,
  position      bigint not null,
  raised_index  bigint not null,
  integration   uuid not null,
  key           text not null,
  state         text not null,
  severity      smallint not null,
  summary       text not null,
  service       uuid not null,
  team          uuid,
  component     text,
  labels        jsonb not null,
  links         jsonb not null,
  details       uuid,
  raw           uuid,
  incident      uuid,
  raised_at     timestamptz not null,
  ended_at      timestamptz
);
create index alert_views_newest on alert_views (raised_index desc);
create index alert_views_open on alert_views (raised_index desc) where state in ('triggered', 'acknowledged');
create index alert_views_by_incident on alert_views (incident, raised_index desc);
create index alert_views_by_service on alert_views (service, raised_index desc);
create index alert_views_by_integration on alert_views (integration, raised_index desc);
create index alert_views_by_key on alert_views (key);

create table incident_views (
  id              uuid primary key,
  position        bigint not null,
  opened_index    bigint not null,
  number          integer not null,
  title           text not null,
  state           text not null,
  severity        smallint not null,
  service         uuid not null,
  team            uuid,
  opened_at       timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by jsonb,
  resolved_at     timestamptz,
  resolved_by     jsonb,
  reopened        integer not null,
  alerts_total    integer not null,
  alerts_open     integer not null,
  run             uuid,
  escalation      text not null,
  next_at         timestamptz,
  next_targets    jsonb,
  plan            jsonb,
  policy          text,
  policy_version  integer
);
create index incident_views_newest on incident_views (opened_index desc);
create index incident_views_open on incident_views (opened_index desc) where state <> 'resolved';
create index incident_views_by_service on incident_views (service, opened_index desc);
create index incident_views_by_state on incident_views (state, opened_index desc);

create table timeline_entries (
  incident  uuid not null,
  position  bigint not null,
  at        timestamptz not null,
  event     text not null,
  kind      text not null,
  facts     jsonb not null,
  primary key (incident, position)
);

-- What the timeline must remember of an alert or a message to tell about it later.
create table timeline_subjects (
  id   uuid primary key,
  said jsonb not null
);

create table outbox_messages (
  id              uuid primary key,
  position        bigint not null,
  requested_index bigint not null,
  incident        uuid not null,
  channel         text not null,
  recipient       uuid not null,
  kind            text not null,
  turn            text not null,
  state           text not null,
  reason          text,
  attempts        integer not null,
  requested_at    timestamptz not null,
  changed_at      timestamptz not null
);
create index outbox_messages_newest on outbox_messages (requested_index desc);
create index outbox_messages_by_state on outbox_messages (state, requested_index desc);
