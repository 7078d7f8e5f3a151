-- How each way to somebody did lately, and which tests they say arrived.
alter table outbox_messages add column confirmed_at timestamptz;
create index outbox_messages_by_recipient on outbox_messages (recipient, channel, requested_index desc);
create index outbox_messages_tests on outbox_messages (recipient, channel, requested_index desc)
  where kind = 'notice' and turn = 'test';

-- When somebody sent themselves a test, of the last hour: nobody is flooded by their own button.
create table reach_tests (
  person  uuid not null,
  sent_at timestamptz not null
);
create index reach_tests_by_person on reach_tests (person, sent_at);
