-- What should be, as last worked out for each customer.
create table entitlement (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  customer_id bigint not null,
  group_id uuid not null,
  during tstzrange not null,
  because jsonb not null
);
create index entitlement_by_customer on entitlement (space_id, customer_id);
create index entitlement_by_group on entitlement (space_id, group_id);
select latchkey_protect('entitlement', 'space');

-- Whose each group membership is, and since which run.
create table ledger (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  group_id uuid not null,
  ownership text not null check (ownership in ('OURS', 'FOREIGN', 'ADOPTED', 'PROTECTED')),
  since timestamptz not null,
  since_run bigint not null,
  confirmed_at timestamptz not null,
  put_back integer not null default 0,
  primary key (space_id, platform_user, group_id)
);
select latchkey_protect('ledger', 'space');

create table ledger_reason (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  group_id uuid not null,
  customer_id bigint not null,
  during tstzrange not null,
  because jsonb not null,
  foreign key (space_id, platform_user, group_id) references ledger on delete cascade
);
create index ledger_reason_by_membership on ledger_reason (space_id, platform_user, group_id);
create index ledger_reason_by_customer on ledger_reason (space_id, customer_id);
select latchkey_protect('ledger_reason', 'space');

-- Who was in which group when, and why: kept after the end.
create table ledger_past (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  group_id uuid not null,
  during tstzrange not null,
  reasons jsonb not null,
  ended_by_run bigint not null
);
create index ledger_past_by_group on ledger_past (space_id, group_id);
create index ledger_past_by_user on ledger_past (space_id, platform_user);
select latchkey_protect('ledger_past', 'space');

-- Purchases that one complete reading lacked. Only the second makes an absence.
create table absence (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  purchase text not null,
  first_missed_at timestamptz not null,
  primary key (space_id, purchase)
);
select latchkey_protect('absence', 'space');

-- What the last plan said of each person and group: what every page reads.
create table standing (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  person text not null,
  group_id uuid not null,
  customer_id bigint,
  platform_user uuid,
  name text not null,
  verdict text not null
    check (verdict in ('IN', 'ON_ITS_WAY', 'WITHHELD', 'BY_HAND', 'PINNED', 'HELD_GRANT', 'HELD_REMOVAL', 'LEAVING')),
  reason text,
  during tstzrange,
  because jsonb not null,
  since timestamptz not null,
  run bigint not null,
  primary key (space_id, person, group_id)
);
create index standing_by_customer on standing (space_id, customer_id);
create index standing_by_verdict on standing (space_id, verdict);
select latchkey_protect('standing', 'space');

-- Who each customer is in Salto, as the last run saw it.
create table standing_link (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  customer_id bigint not null,
  platform_user uuid,
  reason text,
  primary key (space_id, customer_id)
);
create index standing_link_by_user on standing_link (space_id, platform_user);
select latchkey_protect('standing_link', 'space');

-- Ends that the last complete run foresaw: such a removal is expected.
create table forecast (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  group_id uuid not null,
  ends_at timestamptz not null,
  primary key (space_id, platform_user, group_id)
);
select latchkey_protect('forecast', 'space');
