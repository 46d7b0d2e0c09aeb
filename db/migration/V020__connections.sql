-- A space's authorised links. Tokens are sealed by the application (AES-256-GCM); space, partner and column are sealed in.
create table connection (
  space_id uuid not null,
  partner text not null check (partner in ('SALTO', 'NEXUDUS')),
  state text not null check (state in ('ABSENT', 'CONNECTED', 'NEEDS_SIGN_IN', 'PARTNER_SILENT')),
  since timestamptz not null,
  reason text,
  account text,
  place text,
  client_id uuid not null,
  access_token bytea,
  refresh_token bytea,
  access_until timestamptz,
  refresh_after timestamptz,
  primary key (space_id, partner)
);
select latchkey_protect('connection', 'space');

-- Consents under way: any node can finish what another began. Looked up by the hash of a state that only the browser has.
create table salto_consent (
  state_hash bytea primary key,
  space_id uuid not null,
  account_id uuid not null,
  verifier bytea not null,
  redirect_uri text not null,
  expires_at timestamptz not null
);
select latchkey_protect('salto_consent', 'system');

-- Token buckets, one for each credential, shared by all nodes; the database's clock counts.
create unlogged table partner_budget (
  credential text primary key,
  tokens double precision not null,
  refilled_at timestamptz not null
);
select latchkey_protect('partner_budget', 'system');

-- The address and the secret of a space's webhooks. The address is found by its hash.
create table nexudus_hook (
  space_id uuid primary key,
  id_hash bytea not null unique,
  id_sealed bytea not null,
  secret_sealed bytea not null
);
select latchkey_protect('nexudus_hook', 'space,system');
