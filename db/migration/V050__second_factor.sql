-- The second thing that operators and staff show beside their mailbox: a code of an authenticator app, or a recovery code.

create table second_factor (
  account_id uuid primary key references account (account_id) on delete cascade,
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- The 30-second step of the last code taken: no code counts twice.
  last_step bigint not null default -1,
  wrong_codes int not null default 0,
  locked_until timestamptz
);
select latchkey_protect('second_factor', 'account,system');

create table recovery_code (
  account_id uuid not null references account (account_id) on delete cascade,
  code bytea not null,
  used_at timestamptz,
  primary key (account_id, code)
);
select latchkey_protect('recovery_code', 'account,system');
