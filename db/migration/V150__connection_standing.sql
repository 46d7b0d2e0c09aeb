-- How each connection stands, without its tokens: what staff may read of it.
create table connection_standing (
  space_id uuid not null,
  partner text not null,
  state text not null,
  since timestamptz not null,
  primary key (space_id, partner)
);
select latchkey_protect('connection_standing', 'space,staff');

-- Those that stand already, in every space: only the owner may, and only for this moment.
alter table connection no force row level security;
alter table connection_standing no force row level security;
insert into connection_standing select space_id, partner, state, since from connection;
alter table connection_standing force row level security;
alter table connection force row level security;
