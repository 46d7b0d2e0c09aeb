-- Troubles of spaces that operators are told of, or will be if they last: one row a space, from the first sight of the trouble until its end was
-- told. That nobody is told twice or not at all, whichever node looks and whenever one restarts, stands here.
create table space_alert (
  space_id uuid primary key,
  seen_at timestamptz not null,
  since timestamptz not null,
  cause text not null,
  cause_seen_at timestamptz not null,
  told text[] not null,
  over_at timestamptz
);
select latchkey_protect('space_alert', 'space,system');

-- The same for staff, who are told of each cause once, at however many spaces.
create table service_alert (
  cause text primary key,
  seen_at timestamptz not null,
  since timestamptz not null,
  cause_seen_at timestamptz not null,
  told text[] not null,
  over_at timestamptz
);
select latchkey_protect('service_alert', 'system');
