-- Connections that died or work again and whose operators have not been written to yet: written together with the connection's state, so that
-- no crash between the two loses the mail, and gone when everybody has it.
create table connection_news (
  space_id uuid not null,
  partner text not null check (partner in ('SALTO', 'NEXUDUS')),
  what text not null check (what in ('DIED', 'REVIVED')),
  at timestamptz not null,
  died_at timestamptz not null,
  tried_at timestamptz,
  primary key (space_id, partner, what)
);
select latchkey_protect('connection_news', 'space,system');
