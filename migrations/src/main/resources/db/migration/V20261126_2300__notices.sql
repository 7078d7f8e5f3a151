-- Messages that are about no incident.
alter table notification_attempts alter column incident drop not null;
alter table outbox_messages alter column incident drop not null, add column notice text;
