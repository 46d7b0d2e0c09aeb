-- When Salto opens nothing to a user any more, whatever groups he is in; he keeps his seat. Null where nothing ends.
alter table salto_user add column expires_at timestamptz;
