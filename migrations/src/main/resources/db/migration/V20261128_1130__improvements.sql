-- What ought to be better, and the course of each item.
-- place: the priority and where it began, in one number, for pages in that order; the best first, then what nobody has weighed.
create table improvement_views (
  improvement uuid primary key,
  began       bigint not null,
  position    bigint not null,
  place       bigint not null,
  kind        text not null,
  subject     text not null,
  service     uuid,
  title       text not null,
  sentence    text not null,
  figure      double precision,
  state       text not null check (state in
    ('proposed', 'weighed', 'planned', 'research', 'build', 'validate', 'done', 'failed', 'dropped')),
  impact      integer,
  feasibility integer,
  effort      integer,
  risk        integer,
  round       integer,
  criterion   jsonb,
  proposed_at timestamptz not null,
  proposed_by jsonb not null,
  changed_at  timestamptz,
  measured    double precision,
  closed_at   timestamptz,
  rollback    text,
  recurrences integer not null default 0
);
create unique index improvement_views_in_order on improvement_views (place);
create index improvement_views_of_round on improvement_views (round, place) where round is not null;
create index improvement_views_validated on improvement_views (changed_at) where state = 'validate';
create index improvement_views_closed on improvement_views (closed_at) where closed_at is not null;

create table improvement_steps (
  improvement uuid not null,
  index       bigint not null,
  sentence    text not null,
  at          timestamptz not null,
  by          jsonb not null,
  primary key (improvement, index)
);
