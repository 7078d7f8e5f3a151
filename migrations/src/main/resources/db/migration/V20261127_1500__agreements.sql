-- The rule book of every node reads the configuration and what people agreed on beside schedules.
create index event_organisation on event (global_index)
  where aggregate in ('Entry', 'AgreedOverride', 'CoverRequest', 'Absence');
drop index event_configuration;
