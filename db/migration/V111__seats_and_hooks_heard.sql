-- How many Salto users may open doors at the space's site, as last read.
create table salto_seats (
  space_id uuid primary key default current_setting('latchkey.space')::uuid,
  used integer not null,
  bought integer not null,
  seen_at timestamptz not null
);
select latchkey_protect('salto_seats', 'space');

-- When Nexudus last called, with a signature that fits.
alter table nexudus_hook add column heard_at timestamptz;
