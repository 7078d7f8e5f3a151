-- Whoever is told by mail of what the status page says. They are nobody of ours: nothing of them is in the log.
create table status_asks (
  address    text primary key, -- keyed fingerprint, lower case
  id         uuid not null,
  sealed     bytea not null,   -- the address
  services   uuid[],           -- null: whatever is said
  token      text unique,      -- SHA-256 of what the newest mail holds; null until one was made
  tries      integer not null default 0,
  due        timestamptz,      -- when the mail that asks back is sent; null when it was
  expires_at timestamptz not null
);
create index status_asks_due on status_asks (due) where due is not null;

create table status_subscribers (
  id       uuid primary key,
  address  text not null unique,
  sealed   bytea not null,
  services uuid[],
  since    timestamptz not null,
  missed   integer not null default 0, -- mails that did not reach them
  failure  text                        -- why the last one did not
);

-- What was said and is still to be mailed to those after "reached"; written with the event that says it.
create table status_mailings (
  notice  uuid not null,
  number  integer not null, -- which of the notice's posts, from 0
  said_at timestamptz not null,
  reached uuid,             -- the last subscriber for whom a mail was made
  primary key (notice, number)
);

-- One mail on its way; gone when its end is known. While it is sent, "due" is when nobody can know any more.
create table status_mails (
  notice     uuid not null,
  number     integer not null,
  subscriber uuid not null,
  tries      integer not null,
  sending    boolean not null,
  due        timestamptz not null,
  primary key (notice, number, subscriber)
);
create index status_mails_due on status_mails (due);

-- How often something was asked for, by whom and for whom: keyed fingerprints.
create table status_asked (
  what  text primary key,
  tries integer not null,
  since timestamptz not null
);
create index status_asked_by_age on status_asked (since);
