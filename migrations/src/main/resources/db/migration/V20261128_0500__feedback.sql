-- Which call each message to a person belongs to: several messages of one call are one page.
create table feedback_messages (
  notification uuid primary key,
  page         uuid not null
);

-- Each call of a person for an answer; told once one of its messages was sent.
create table feedback_pages (
  page     uuid primary key,
  incident uuid not null,
  person   uuid not null,
  message  uuid not null,
  told_at  timestamptz,
  position bigint not null
);
create index feedback_pages_by_told on feedback_pages (told_at) where told_at is not null;
create index feedback_pages_by_person on feedback_pages (incident, person);

-- What people said, the last word of each; of a page its id is the page. What their words mean is worked out when they are read.
create table feedback_ratings (
  id        uuid primary key,
  kind      text not null,
  incident  uuid not null,
  person    uuid not null,
  verdict   text,
  stars     smallint,
  comment   text,
  category  text,
  tags      text[] not null default '{}',
  sentiment numeric(3, 2),
  rare      text[] not null default '{}',
  same      uuid,
  rated_at  timestamptz not null,
  position  bigint not null
);
create index feedback_ratings_newest on feedback_ratings (position desc);
create index feedback_ratings_by_time on feedback_ratings (rated_at);
create index feedback_ratings_by_incident on feedback_ratings (incident);
create index feedback_ratings_by_same on feedback_ratings (same) where same is not null;
create index feedback_ratings_by_words on feedback_ratings using gin (rare) where same is not null;

-- The last answer of each person to each question about an incident; a survey is complete once one of its answers completed it.
create table feedback_answers (
  survey      uuid not null,
  question    text not null,
  answer      smallint not null,
  completes   boolean not null,
  incident    uuid not null,
  answered_at timestamptz not null,
  position    bigint not null,
  primary key (survey, question)
);
create index feedback_answers_by_time on feedback_answers (answered_at);
