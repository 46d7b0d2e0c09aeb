-- The receipt goes on: what became of each tag that we gave.
create table leaving_tag (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  number integer not null,
  tag_number text not null,
  platform_user uuid not null,
  customer_id bigint not null,
  name text not null,
  outcome text not null check (outcome in ('DUE', 'KEPT', 'TAKEN_BACK', 'NOT_THERE', 'BY_HAND')),
  at timestamptz not null,
  primary key (space_id, number, tag_number),
  foreign key (space_id, number) references leaving on delete cascade
);
select latchkey_protect('leaving_tag', 'space');
