-- In which hours a group's doors answer, as its schedules in Salto say, in the time of the site. No row: nothing is known to limit them.
create table salto_group_hours (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  group_id uuid not null,
  days smallint[] not null,
  opens time not null,
  closes time not null,
  primary key (space_id, group_id, days, opens, closes)
);
select latchkey_protect('salto_group_hours', 'space');

-- The time of the site; none as long as it is not known.
alter table salto_seats add column zone text;
