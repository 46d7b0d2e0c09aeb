-- A space that leaves: in which way, when, and how far it has come. Names nobody: staff see that it leaves.
create table leaving (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  number integer not null,
  way text not null check (way in ('KEEP', 'END_ON', 'RELEASE')),
  due_at timestamptz not null,
  begun_at timestamptz not null,
  state text not null check (state in ('WAITING', 'GOING', 'DONE')),
  done_at timestamptz,
  left_over text,
  primary key (space_id, number)
);
create unique index leaving_one_at_a_time on leaving (space_id) where state in ('WAITING', 'GOING');
select latchkey_protect('leaving', 'space,staff');

-- The receipt: what became of each group membership that was ours.
create table leaving_line (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  number integer not null,
  platform_user uuid not null,
  group_id uuid not null,
  name text not null,
  group_name text not null,
  outcome text not null check (outcome in ('DUE', 'KEPT', 'TAKEN_OUT', 'NOT_IN')),
  at timestamptz not null,
  primary key (space_id, number, platform_user, group_id),
  foreign key (space_id, number) references leaving on delete cascade
);
select latchkey_protect('leaving_line', 'space');

alter table run drop constraint run_kind_check;
alter table run add constraint run_kind_check check (kind in ('TARGETED', 'FULL', 'REVIEW', 'LEAVING'));
