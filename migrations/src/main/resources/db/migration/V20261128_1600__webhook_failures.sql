-- Webhooks whose every attempt failed since one got through, and since their configuration was changed.
create table webhook_failures (
  webhook  uuid primary key,
  since    timestamptz not null,
  attempts integer not null,
  said     text not null
);

-- Those that are told nothing more; mended: until somebody enabled or changed them. told: whether the administrators know.
create table disabled_webhooks (
  webhook  uuid primary key,
  word     text not null,
  since    timestamptz not null,
  attempts integer not null,
  said     text not null,
  at       timestamptz not null,
  mended   boolean not null default false,
  told     boolean not null default false
);
