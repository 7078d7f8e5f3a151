-- Who writes on a review now. It need not survive a crash: whoever still writes says so again within seconds.
create unlogged table postmortem_writers (
  postmortem uuid not null,
  person     uuid not null,
  since      timestamptz not null default larum_now(),
  until      timestamptz not null,
  primary key (postmortem, person)
);
create index postmortem_writers_gone on postmortem_writers (until);
