-- When a key was raised before, lately (a fault that comes and goes), and whether a rule counts its detections.
alter table alert_identities add column earlier text, add column watched boolean not null default false;

-- Alerts that are held back; written in the transaction of the event that says so. Looked at again when due_at has come: the end of
-- a window, or at once when the alert or the rule has changed.
create table held_alerts (
  alert      uuid primary key,
  rule       uuid not null,
  kind       text not null,
  inhibition uuid,
  due_at     timestamptz,
  failures   integer not null default 0
);
create index held_alerts_by_rule on held_alerts (rule);
create index held_alerts_by_inhibition on held_alerts (inhibition) where inhibition is not null;
create index held_alerts_due on held_alerts (due_at) where due_at is not null;

-- Open alerts that mute their consequences.
create table inhibition_sources (
  inhibition uuid not null,
  alert      uuid not null,
  has_ended  boolean not null default false,
  primary key (inhibition, alert)
);
create index inhibition_sources_by_alert on inhibition_sources (alert);
create index inhibition_sources_ended on inhibition_sources (inhibition) where has_ended;

-- Rules that could not be asked, until they are changed.
create table rule_faults (
  rule    uuid primary key,
  word    text not null,
  version integer not null,
  why     text not null,
  mended  boolean not null default false,
  told    boolean not null default false
);

-- What people see of it: which alerts are held back now, by which rule and why.
create table alert_holds (
  alert        uuid primary key,
  raised_index bigint not null,
  kind         text not null,
  rule         text not null,
  version      integer not null,
  reason       text not null,
  since        timestamptz not null,
  until        timestamptz
);
create index alert_holds_newest on alert_holds (raised_index desc);
