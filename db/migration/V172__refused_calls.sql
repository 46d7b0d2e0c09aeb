-- When Nexudus itself called last; heard_at counts our own test calls too. And how many calls were refused since, whoever made them: numbers in
-- the one row of the space, written at most once a minute.
alter table nexudus_hook
  add column called_at timestamptz,
  add column refused_unsigned bigint not null default 0,
  add column refused_wrong bigint not null default 0,
  add column refused_since timestamptz,
  add column refused_at timestamptz;
