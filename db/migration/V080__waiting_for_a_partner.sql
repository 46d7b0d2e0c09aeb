-- Set-ups that wait for a partner who did not answer. Each is tried again every minute; whoever waits gets one mail when the partner is back.
create table setup_wait (
  space_id uuid not null,
  partner text not null check (partner in ('SALTO', 'NEXUDUS')),
  since timestamptz not null,
  tried_at timestamptz not null,
  email_norm text not null,
  primary key (space_id, partner)
);
select latchkey_protect('setup_wait', 'space,system');
