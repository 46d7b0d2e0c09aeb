-- Rules that a space may switch on: rooms whose time around a booking gives way, and the teams of contract holders.
alter table space add column shrinking text[] not null default '{}';
alter table space add column teams boolean not null default false;

-- The companies' people, read only where the rule is on.
create table nexudus_team (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  holder_id bigint not null,
  member_id bigint not null,
  place integer not null,
  primary key (space_id, holder_id, member_id)
);
create index nexudus_team_by_member on nexudus_team (space_id, member_id);
select latchkey_protect('nexudus_team', 'space');
create index nexudus_purchase_by_time on nexudus_purchase (space_id, kind, until_time);
