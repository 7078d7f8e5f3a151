-- Reviews of incidents, their texts in versions, what is to be done, and what was learned.
create table postmortem_views (
  postmortem        uuid primary key,
  incident          uuid not null,
  began             bigint not null,
  position          bigint not null,
  state             text not null check (state in ('asked', 'draft', 'review', 'published')),
  cause             text not null,
  number            integer not null,
  service           uuid not null,
  severity          text not null,
  incident_title    text not null,
  asked_at          timestamptz not null,
  asked_index       bigint not null,
  round             integer not null,
  wanted            boolean not null,
  due               date,
  title             text not null default '',
  body              text not null default '',
  version           integer not null default 0,
  written_at        timestamptz,
  written_by        jsonb,
  published_version integer,
  published_at      timestamptz,
  published_by      jsonb,
  solution          text,
  runbook           text,
  labels            text[] not null default '{}'
);
create unique index postmortem_views_in_order on postmortem_views (began);
create unique index postmortem_views_of_incident on postmortem_views (incident);
create index postmortem_views_wanted on postmortem_views (asked_index) where wanted;
create index postmortem_views_of_service on postmortem_views (service, began);

create table postmortem_versions (
  postmortem uuid not null,
  version    integer not null,
  title      text not null,
  body       text not null,
  at         timestamptz not null,
  by         jsonb not null,
  primary key (postmortem, version)
);

-- place: the day that it is due and where it was added, in one number, for pages in that order
create table postmortem_actions (
  id         uuid not null,
  postmortem uuid not null,
  incident   uuid not null,
  added      bigint not null,
  position   bigint not null,
  place      bigint not null,
  words      text not null,
  done_when  text,
  owner      uuid not null,
  due        date not null,
  state      text not null check (state in ('proposed', 'started', 'done', 'dropped')),
  changed_at timestamptz not null,
  changed_by jsonb not null,
  reminded   date,
  primary key (postmortem, id)
);
create index postmortem_actions_in_order on postmortem_actions (place);
create index postmortem_actions_of_owner on postmortem_actions (owner, place);
create index postmortem_actions_open on postmortem_actions (due) where state in ('proposed', 'started');

create table postmortem_knowledge (
  postmortem   uuid primary key,
  position     bigint not null,
  incident     uuid not null,
  number       integer not null,
  service      uuid not null,
  title        text not null,
  solution     text not null,
  runbook      text,
  labels       text[] not null,
  published_at timestamptz not null,
  search       tsvector not null
);
create index postmortem_knowledge_search on postmortem_knowledge using gin (search);
create index postmortem_knowledge_of_incident on postmortem_knowledge (incident);
create index postmortem_knowledge_of_service on postmortem_knowledge (service, position);
