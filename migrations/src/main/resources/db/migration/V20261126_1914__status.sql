-- What the status page may show of a service; {since}: when it was first shown.
create table status_components (
  service  uuid primary key,
  position bigint not null,
  name     text not null,
  section  text,
  place    integer not null,
  shown    boolean not null,
  since    timestamptz not null
);
create index status_components_by_position on status_components (position desc);
create index status_components_shown on status_components (place, name) where shown;

-- {ref} is the notice's name outside; {id} never leaves the house.
create table status_notices (
  id              uuid primary key,
  ref             uuid not null unique,
  position        bigint not null,
  published_index bigint not null,
  kind            text not null,
  visibility      text not null,
  title           text not null,
  state           text not null,
  is_over         boolean not null,
  withdrawn       boolean not null,
  incident        uuid,
  published_at    timestamptz not null,
  changed_at      timestamptz not null
);
create index status_notices_by_position on status_notices (position desc);
create index status_notices_newest on status_notices (published_index desc);
create index status_notices_outside on status_notices (visibility, published_index desc) where not withdrawn;
create index status_notices_open on status_notices (published_index desc) where not withdrawn and not is_over;
create index status_notices_withdrawn on status_notices (published_index desc) where withdrawn;

create table status_posts (
  notice   uuid not null,
  position bigint not null,
  at       timestamptz not null,
  state    text not null,
  words    text not null,
  affected jsonb not null,
  planned  jsonb,
  author   jsonb not null,
  primary key (notice, position)
);

-- How long a notice said that a service was not as it should be; {ends} is absent while it is so.
create table status_spans (
  notice     uuid not null,
  service    uuid not null,
  position   bigint not null,
  visibility text not null,
  state      text not null,
  starts     timestamptz not null,
  ends       timestamptz,
  primary key (notice, service, position)
);
create index status_spans_by_end on status_spans (ends);
