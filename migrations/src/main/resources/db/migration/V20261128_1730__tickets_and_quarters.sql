-- A ticket of support is said by nobody here, and of no incident: kind 'ticket'.
alter table feedback_ratings
  alter column incident drop not null,
  alter column person drop not null,
  add column service uuid,
  add column source  text,
  add column number  text;

-- Who was asked about which quarter, and what they answered.
create table feedback_quarters (
  sheet        uuid primary key,
  quarter      text not null,
  person       uuid not null,
  asked_at     timestamptz not null,
  answered_at  timestamptz,
  completed_at timestamptz
);
create index feedback_quarters_in_order on feedback_quarters (quarter, person);
create index feedback_quarters_of_person on feedback_quarters (person, quarter);

create table feedback_quarter_answers (
  sheet    uuid not null,
  question text not null,
  answer   smallint not null,
  position bigint not null,
  primary key (sheet, question)
);
