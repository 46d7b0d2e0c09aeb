-- Changes that the rails held: approving means exactly these lines.
create table held_plan (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  plan_id uuid not null default gen_random_uuid(),
  fingerprint text not null,
  lines text[] not null,
  shown jsonb not null,
  run bigint not null,
  state text not null check (state in ('OPEN', 'APPROVED', 'SUPERSEDED')),
  opened_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (space_id, plan_id)
);
create index held_plan_by_state on held_plan (space_id, state);
select latchkey_protect('held_plan', 'space');

-- The review of a space: how far it has been read, and what would happen.
create table review (
  space_id uuid primary key default current_setting('latchkey.space')::uuid,
  state text not null check (state in ('READING', 'READY', 'STOPPED')),
  started_at timestamptz not null,
  ready_at timestamptz,
  sources jsonb not null default '[]',
  lines jsonb not null default '[]',
  mails integer not null default 0,
  seats integer not null default 0,
  fingerprint text not null default '',
  trouble text
);
select latchkey_protect('review', 'space');

-- One row for each space: numbers and causes for the board of those who run the service.
create table space_health (
  space_id uuid primary key default current_setting('latchkey.space')::uuid,
  wrong_now integer not null default 0,
  wrong_since timestamptz,
  due_next_hour integer not null default 0,
  withheld integer not null default 0,
  decisions integer not null default 0,
  last_run_at timestamptz,
  last_complete_at timestamptz,
  trouble_category text,
  trouble_partner text,
  trouble_words text,
  trouble_since timestamptz
);
select latchkey_protect('space_health', 'space,staff');
