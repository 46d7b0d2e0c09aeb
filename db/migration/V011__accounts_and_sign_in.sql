-- Who signs in, and how: a mail with a link and six digits, or a device that is remembered. No secret is stored in the clear.

create table account (
  account_id uuid primary key default gen_random_uuid(),
  email_norm text not null unique,
  created_at timestamptz not null,
  last_sign_in_at timestamptz not null
);
select latchkey_protect('account', 'account,system');

create table sign_in_request (
  request_id uuid primary key,
  email_norm text not null,
  token bytea not null unique,
  code bytea not null,
  code_key text not null,
  wrong_codes int not null default 0,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz
);
create index sign_in_request_of_address on sign_in_request (email_norm, requested_at);
select latchkey_protect('sign_in_request', 'system');

create table device (
  device_id uuid primary key,
  account_id uuid not null references account (account_id) on delete cascade,
  email_norm text not null,
  label text not null,
  token bytea not null,
  previous_token bytea,
  rotated_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index device_of_account on device (account_id);
select latchkey_protect('device', 'account,system');
