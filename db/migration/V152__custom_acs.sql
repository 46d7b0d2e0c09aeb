-- Who works out what each customer may open: Latchkey from what is bought, or Nexudus by its Custom ACS.
alter table space
  add column decider text not null default 'LATCHKEY' check (decider in ('LATCHKEY', 'NEXUDUS'));

alter table nexudus_item drop constraint nexudus_item_kind_check,
  add constraint nexudus_item_kind_check check (kind in ('PASS', 'RESOURCE', 'DESK', 'OFFICE', 'GROUP'));
alter table nexudus_purchase drop constraint nexudus_purchase_kind_check,
  add constraint nexudus_purchase_kind_check check (kind in ('BOOKING', 'PASS', 'CONTRACT', 'DECIDED'));

-- Where a Nexudus location calls us. The address is found by its hash; of the two secrets nothing but a hash is kept.
create table acs_address (
  space_id uuid primary key,
  id_hash bytea not null unique,
  id_sealed bytea not null,
  token_hash bytea not null,
  bearer_hash bytea not null,
  made_at timestamptz not null,
  business_unique_id text,
  groups_asked_at timestamptz,
  pushed_at timestamptz,
  unreadable_at timestamptz,
  unreadable text
);
select latchkey_protect('acs_address', 'space,system');

-- Access groups that Nexudus may choose from, as it last asked. A number is an item's id and never means another group.
create table acs_group (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  group_id uuid not null,
  number bigint generated always as identity,
  name text not null,
  offered boolean not null,
  primary key (space_id, group_id)
);
select latchkey_protect('acs_group', 'space');

-- The last word of Nexudus about each customer. Who has no row here was never spoken of.
create table acs_push (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  customer_id bigint not null,
  said_at timestamptz not null,
  received_at timestamptz not null,
  unique_id uuid not null,
  full_name text not null,
  email_norm text,
  access_cards text not null,
  primary key (space_id, customer_id)
);
create index acs_push_by_receipt on acs_push (space_id, received_at);
select latchkey_protect('acs_push', 'space');

-- The groups in it, by Nexudus's own text for them, also those that are none of ours.
create table acs_push_group (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  customer_id bigint not null,
  group_ref text not null,
  decision bigint generated always as identity,
  since timestamptz not null,
  expires_on timestamptz,
  primary key (space_id, customer_id, group_ref),
  foreign key (space_id, customer_id) references acs_push on delete cascade
);
create index acs_push_group_by_group on acs_push_group (space_id, group_ref);
select latchkey_protect('acs_push_group', 'space');
