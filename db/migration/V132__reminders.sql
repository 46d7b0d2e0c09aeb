-- Since when something has been waiting for a yes, however often the facts behind it have changed.
alter table held_plan add column held_since timestamptz;

-- When a space in which nobody is taken out began with that, or somebody said last that it goes on.
create table grants_only (
  space_id uuid primary key default current_setting('latchkey.space')::uuid,
  confirmed_at timestamptz not null
);
select latchkey_protect('grants_only', 'space');
