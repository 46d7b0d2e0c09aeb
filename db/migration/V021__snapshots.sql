-- What we know of both partners, as last read. The space is the one of the scope.

create table nexudus_item (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  kind text not null check (kind in ('PASS', 'RESOURCE', 'DESK', 'OFFICE')),
  id bigint not null,
  name text not null,
  archived boolean not null,
  seen_at timestamptz not null,
  primary key (space_id, kind, id)
);
select latchkey_protect('nexudus_item', 'space');

create table nexudus_customer (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  id bigint not null,
  unique_id uuid not null,
  user_id bigint,
  full_name text not null,
  email_norm text,
  active boolean not null,
  archived boolean not null,
  access_cards text not null,
  seen_at timestamptz not null,
  primary key (space_id, id)
);
create index nexudus_customer_by_email on nexudus_customer (space_id, email_norm);
select latchkey_protect('nexudus_customer', 'space');

create table nexudus_purchase (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  kind text not null check (kind in ('BOOKING', 'PASS', 'CONTRACT')),
  id bigint not null,
  customer_id bigint,
  from_time timestamptz not null,
  until_time timestamptz,
  facts jsonb not null,
  seen_at timestamptz not null,
  primary key (space_id, kind, id)
);
create index nexudus_purchase_by_customer on nexudus_purchase (space_id, customer_id);
select latchkey_protect('nexudus_purchase', 'space');

create table nexudus_source (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  source text not null,
  read_at timestamptz not null,
  complete boolean not null,
  complete_at timestamptz,
  generation bigint not null,
  row_count integer not null,
  total integer not null,
  quarantined text[] not null,
  trouble text,
  primary key (space_id, source)
);
select latchkey_protect('nexudus_source', 'space');

create table salto_group (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  group_id uuid not null,
  name text not null,
  has_schedule boolean not null,
  always_open boolean not null,
  seen_at timestamptz not null,
  primary key (space_id, group_id)
);
select latchkey_protect('salto_group', 'space');

create table salto_group_lock (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  group_id uuid not null,
  lock_id uuid not null,
  name text not null,
  online boolean not null,
  primary key (space_id, group_id, lock_id),
  foreign key (space_id, group_id) references salto_group (space_id, group_id) on delete cascade
);
select latchkey_protect('salto_group_lock', 'space');

create table salto_group_member (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  group_id uuid not null,
  platform_user uuid not null,
  name text not null,
  seen_at timestamptz not null,
  primary key (space_id, group_id, platform_user)
);
create index salto_group_member_by_user on salto_group_member (space_id, platform_user);
select latchkey_protect('salto_group_member', 'space');

create table salto_user (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  site_user uuid not null,
  platform_user uuid not null,
  name text not null,
  email_norm text,
  has_profile boolean not null,
  blocked boolean not null,
  subscribed boolean not null,
  roles text not null,
  tag_number text,
  uses_pin boolean not null,
  seen_at timestamptz not null,
  primary key (space_id, site_user)
);
create index salto_user_by_platform_user on salto_user (space_id, platform_user);
select latchkey_protect('salto_user', 'space');

create table salto_source (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  source text not null,
  complete_at timestamptz not null,
  generation bigint not null,
  row_count integer not null,
  primary key (space_id, source)
);
select latchkey_protect('salto_source', 'space');
