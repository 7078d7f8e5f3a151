drop index event_organisation;
create index event_organisation on event (global_index)
  where aggregate in ('Entry', 'AgreedOverride', 'CoverRequest', 'Absence', 'DoNotDisturb');

-- Who must acknowledge too, where a step wants everybody's answer.
alter table incident_views add column awaits jsonb;
