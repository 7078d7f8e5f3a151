-- The rule book knows the devices of people too.
drop index event_organisation;
create index event_organisation on event (global_index)
  where aggregate in ('Entry', 'AgreedOverride', 'CoverRequest', 'Absence', 'DoNotDisturb', 'Device');
