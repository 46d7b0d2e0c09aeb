-- Each run in numbers, without names: staff may read it.
create table run (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  number bigint not null,
  kind text not null check (kind in ('TARGETED', 'FULL', 'REVIEW')),
  subject text not null,
  causes text[] not null,
  epoch bigint not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text not null check (outcome in ('RUNNING', 'DONE', 'PARTLY', 'FAILED', 'STOPPED')),
  added integer not null default 0,
  removed integer not null default 0,
  kept integer not null default 0,
  withheld integer not null default 0,
  held integer not null default 0,
  failed integer not null default 0,
  trouble text,
  reads jsonb not null default '[]',
  primary key (space_id, number)
);
create index run_by_time on run (started_at desc);
select latchkey_protect('run', 'space,staff');

-- The journal of every write to a partner: the intent is here before the call is made.
create table run_change (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  run bigint not null,
  step integer not null,
  what text not null check (what in ('INVITE', 'GRANT', 'REVOKE', 'WITHHELD', 'HELD')),
  state text not null check (state in ('INTENDED', 'DONE', 'FAILED', 'NOT_WRITTEN')),
  customer_id bigint,
  platform_user uuid,
  group_id uuid,
  name text not null,
  because jsonb not null,
  reason text,
  trouble text,
  at timestamptz not null,
  ended_at timestamptz,
  took_millis bigint not null default 0,
  primary key (space_id, run, step),
  foreign key (space_id, run) references run on delete cascade
);
create index run_change_by_customer on run_change (space_id, customer_id, at desc);
create index run_change_by_user on run_change (space_id, platform_user, at desc);
create index run_change_by_time on run_change (space_id, at desc);
select latchkey_protect('run_change', 'space');
