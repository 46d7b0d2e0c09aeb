-- Who listens to Salto's event stream of a space, by the database's clock, and how it stands with that stream, by ours.
create table door_stream (
  space_id uuid primary key,
  holder text not null default '',
  expires_at timestamptz not null default '-infinity',
  not_before timestamptz not null default '-infinity',
  failures integer not null default 0,
  state text check (state in ('LIVE', 'NOT_SUBSCRIBED', 'REFUSED', 'NOT_REACHABLE')),
  since timestamptz
);
select latchkey_protect('door_stream', 'space,system');
