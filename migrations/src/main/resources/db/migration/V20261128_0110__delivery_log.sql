-- The delivery log: filters that stay quick, when a provider took each message, and what it said last when it did not.
alter table outbox_messages add column accepted_at timestamptz, add column failed_at timestamptz, add column failure text;
create index outbox_messages_by_channel on outbox_messages (channel, requested_index desc);
create index outbox_messages_by_incident on outbox_messages (incident, requested_index desc);
create index outbox_messages_by_time on outbox_messages (requested_at);
create index outbox_messages_accepted on outbox_messages (channel, accepted_at desc) where accepted_at is not null;
create index outbox_messages_failed on outbox_messages (channel, failed_at desc) where failed_at is not null;
