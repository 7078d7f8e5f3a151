-- The log. Index order is commit order: every append takes the advisory lock before it draws an index (design: event store, rule 2).
create table event (
  global_index bigserial primary key,
  aggregate_id uuid not null,
  sequence     integer not null,
  aggregate    text not null,
  name         text not null,
  revision     smallint not null,
  recorded_at  timestamptz not null,
  event_id     uuid not null,
  payload      bytea not null,
  metadata     bytea not null,
  unique (aggregate_id, sequence)
);

-- The rule book of every node reads only the configuration.
create index event_configuration on event (global_index) where aggregate = 'Entry';

-- The clock of leases and due times. Stories replace it.
create function larum_now() returns timestamptz language sql volatile as 'select clock_timestamp()';

create table processor_tokens (
  processor  text not null,
  segment    integer not null,
  token      bytea,
  token_type text,
  touched_at text,
  owner      text,
  primary key (processor, segment)
);

create table sagas (
  saga_id    text primary key,
  revision   text,
  saga_type  text,
  serialized bytea
);

create table saga_associations (
  id                bigserial primary key,
  association_key   text,
  association_value text,
  saga_type         text,
  saga_id           text
);
create index saga_associations_by_value on saga_associations (saga_type, association_key, association_value);
create index saga_associations_by_saga on saga_associations (saga_id, saga_type);
