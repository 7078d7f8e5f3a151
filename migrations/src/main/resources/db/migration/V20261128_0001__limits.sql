-- How urgent an attempt is, when its provider was called, and with what else it went: for what one person is told at most.
alter table notification_attempts
  add column severity smallint,
  add column service uuid,
  add column called_at timestamptz,
  add column bundle uuid,
  drop constraint notification_attempts_state_check,
  add constraint notification_attempts_state_check
    check (state in ('pending', 'waiting', 'holding', 'held', 'sending', 'sent', 'failed', 'dropped'));
drop index notification_attempts_due;
create index notification_attempts_due on notification_attempts (channel, due_at)
  where state in ('pending', 'waiting', 'holding', 'held');
create index notification_attempts_holding on notification_attempts (due_at) where state = 'holding';
create index notification_attempts_called on notification_attempts (channel, recipient, called_at desc)
  where called_at is not null;

alter table outbox_messages add column bundle uuid;
create index outbox_messages_bundles on outbox_messages (bundle) where bundle is not null;
