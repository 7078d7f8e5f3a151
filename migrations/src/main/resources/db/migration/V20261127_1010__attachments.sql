-- Files that people add to notes. The log has their names and digests; what they hold lies here.
create table incident_attachments (
  id          uuid primary key,
  incident    uuid not null,
  name        text not null,
  size        bigint not null, -- what it takes of the incident's room
  type        text,            -- null while it is being taken
  digest      text,            -- SHA-256
  uploaded_at timestamptz not null,
  noted       boolean not null default false
);
create index incident_attachments_left on incident_attachments (uploaded_at) where not noted;

-- In pieces, so that nobody ever holds a whole file in memory.
create table incident_attachment_parts (
  attachment uuid not null references incident_attachments on delete cascade,
  part       integer not null,
  bytes      bytea not null,
  primary key (attachment, part)
);
alter table incident_attachment_parts alter column bytes set storage external; -- images and archives are compressed already

create table incident_attachment_room (
  incident uuid primary key,
  taken    bigint not null
);
