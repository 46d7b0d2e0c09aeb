-- The one queue. A webhook, a boundary, a retry, the period and a person's "again" are the same upsert.
create table due_work (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  subject text not null,
  due_at timestamptz not null,
  not_before timestamptz,
  version bigint not null default 1,
  attempts integer not null default 0,
  causes text[] not null default '{}',
  since timestamptz not null,
  primary key (space_id, subject)
);
create index due_work_by_time on due_work (greatest(due_at, not_before));
select latchkey_protect('due_work', 'space,system,staff');

-- One runner for each space, by the database's clock. The epoch grows with every new holder: a state write carries it.
create table space_lease (
  space_id uuid primary key,
  holder text not null default '',
  epoch bigint not null default 0,
  expires_at timestamptz not null default '-infinity',
  served_at timestamptz not null default '-infinity'
);
select latchkey_protect('space_lease', 'space,system,staff');

-- When the machine last looked around.
create table sync_tick (
  node text primary key,
  ticked_at timestamptz not null
);
select latchkey_protect('sync_tick', 'system,staff');
