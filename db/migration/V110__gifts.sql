-- Access that somebody of the team gave by name, with an end and a reason. Taken back, it ends then.
create table gift (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  gift_id uuid not null default gen_random_uuid(),
  customer_id bigint not null,
  group_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  given_by text not null,
  reason text not null check (reason <> ''),
  taken_back_at timestamptz,
  primary key (space_id, gift_id)
);
create index gift_by_customer on gift (space_id, customer_id);
select latchkey_protect('gift', 'space');
