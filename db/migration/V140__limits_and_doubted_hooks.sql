-- One bucket for each window of a credential: its size and its pace are kept with it, so that one statement can fill them all.
alter table partner_budget
  add column burst double precision not null default 1,
  add column per_second double precision not null default 1;

-- When a call to this space's hook was last refused for its signature: the secret at Nexudus is then another one than ours.
alter table nexudus_hook add column doubted_at timestamptz;
