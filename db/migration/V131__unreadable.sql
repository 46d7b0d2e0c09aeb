-- How many people have a record in the ledger that this version does not understand: they are left as they are.
alter table space_health add column unreadable integer not null default 0;
