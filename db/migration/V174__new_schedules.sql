-- When a group's first time schedule was seen that had none before; null where it had one when it was first read, or has none.
alter table salto_group add column scheduled_at timestamptz;
