-- When an alert began, as its sender says. Absent in rows of before this was kept: their events do not say it.
alter table alert_views add column occurred_at timestamptz;
