-- What changed between a preview and the moment it was confirmed; each line says of itself whether it is new or different.
alter table review add column changes jsonb;
-- Lines say more than before: every preview is read again.
truncate review;
