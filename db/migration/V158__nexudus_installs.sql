-- Installs of our app in Nexudus's marketplace. The token is kept as a hash, so that each serves once; what it gives us waits, sealed, until
-- whoever installed it says for which space it is.
create table nexudus_install (
  token_hash bytea primary key,
  id_hash bytea not null unique,
  credential bytea,
  location text not null,
  email text not null,
  made_at timestamptz not null
);
select latchkey_protect('nexudus_install', 'system');
