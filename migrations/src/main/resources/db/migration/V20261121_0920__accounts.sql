create table accounts (
  person       uuid primary key,
  email        text not null unique, -- keyed fingerprint, lower case
  password     text not null,
  created_at   timestamptz not null
);

create table sessions (
  id         text primary key, -- SHA-256 of the cookie
  person     uuid not null,
  csrf       text not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null
);
create index sessions_by_person on sessions (person);

create table invitations (
  id         text primary key, -- SHA-256 of the token
  kind       text not null check (kind in ('setup', 'invitation')),
  person     uuid,
  expires_at timestamptz not null,
  used_at    timestamptz
);

create table api_tokens (
  id         text primary key, -- SHA-256 of the token
  person     uuid not null,
  name       text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index api_tokens_by_person on api_tokens (person);
