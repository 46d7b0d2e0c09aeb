-- Since when a lock has not been heard: Salto says only whether it is connected now.
create table salto_lock_offline (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  lock_id uuid not null,
  since timestamptz not null,
  primary key (space_id, lock_id)
);
select latchkey_protect('salto_lock_offline', 'space');

-- Somebody stood at a locked door and asked for help; open until an operator has dealt with it.
create table help_call (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  number text not null,
  customer_id bigint not null,
  door text not null,
  found text not null,
  lock_shows text not null check (lock_shows in ('NOT_SAID', 'RED', 'GREEN_BUT_SHUT', 'NOTHING')),
  told_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  primary key (space_id, number)
);
create index help_call_by_customer on help_call (space_id, customer_id, told_at desc);
select latchkey_protect('help_call', 'space');
