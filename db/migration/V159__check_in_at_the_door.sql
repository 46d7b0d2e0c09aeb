-- Whether whoever first opens a door on a day pass is checked in at Nexudus by us.
alter table space add column check_in_at_door boolean not null default false;

-- For whom and which business day that was asked of Nexudus: once, whatever came of it.
create table door_check_in (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  customer_id bigint not null,
  day_ends timestamptz not null,
  name text not null,
  came_at timestamptz not null,
  outcome text not null check (outcome in ('ASKED', 'DONE', 'REFUSED')),
  primary key (space_id, customer_id, day_ends)
);
select latchkey_protect('door_check_in', 'space');
