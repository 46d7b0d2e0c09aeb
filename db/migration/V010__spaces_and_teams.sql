-- A space is the tenant. Its team says which accounts run it.

create table space (
  space_id uuid primary key default gen_random_uuid(),
  slug text not null,
  name text not null check (name <> ''),
  zone text not null,
  setup text not null default 'SALTO' check (setup in ('SALTO', 'NEXUDUS', 'MATCH', 'REVIEW', 'DONE')),
  mode text not null default 'WATCH' check (mode in ('WATCH', 'GRANTS_ONLY', 'FULL')),
  paused_at timestamptz,
  activated_at timestamptz,
  before_seconds bigint not null,
  after_seconds bigint not null,
  cut_off time not null,
  passport_white_label boolean not null default false,
  passport_before_june_2020 boolean not null default false,
  contact_phone text not null default '',
  contact_hours text not null default '',
  contact_after_hours text not null default '',
  created_at timestamptz not null
);
create unique index space_slug on space (slug);

create table team (
  space_id uuid not null references space (space_id) on delete cascade,
  account_id uuid not null,
  email_norm text not null,
  role text not null check (role in ('OWNER', 'OPERATOR', 'FRONT_DESK')),
  primary key (space_id, account_id)
);
create index team_of_account on team (account_id);

select latchkey_protect('team', 'space,account,system');
-- nullif: PostgreSQL estimates the inner query in every scope, also where no account is set; it is run in account scope only.
select latchkey_protect('space', 'space,account,system,staff',
  'exists (select from team where team.space_id = space.space_id and team.account_id = nullif(current_setting(''latchkey.account''), '''')::uuid)');
