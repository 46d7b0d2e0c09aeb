-- Tags that we gave, and to whom: only these are ever taken back. A row stands before Salto is asked; confirmed once Salto has shown the tag.
create table tag_ledger (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  tag_number text not null,
  platform_user uuid not null,
  site_user uuid not null,
  customer_id bigint not null,
  name text not null,
  run bigint not null,
  given_at timestamptz not null,
  confirmed boolean not null,
  primary key (space_id, tag_number)
);
select latchkey_protect('tag_ledger', 'space');

-- How each access card that a customer has in Nexudus stands in Salto, as last looked at.
create table card_standing (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  customer_id bigint not null,
  tag_number text not null,
  state text not null,
  detail text not null,
  at timestamptz not null,
  primary key (space_id, customer_id, tag_number)
);
select latchkey_protect('card_standing', 'space');

-- Tags and PINs are steps of runs as well.
alter table run_change drop constraint run_change_what_check;
alter table run_change add constraint run_change_what_check
  check (what in ('INVITE', 'GRANT', 'REVOKE', 'SUSPEND', 'GIVE_TAG', 'TAKE_TAG', 'NEW_PIN', 'WITHHELD', 'HELD'));
alter table run drop constraint run_kind_check;
alter table run add constraint run_kind_check check (kind in ('TARGETED', 'FULL', 'REVIEW', 'LEAVING', 'KEYS'));

-- Whether a PIN that Salto makes is also written to the customer in Nexudus.
alter table space add column pin_to_nexudus boolean not null default false;
