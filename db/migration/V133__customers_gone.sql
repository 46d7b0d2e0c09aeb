-- Customers of whom Nexudus said, asked by their id, that there are none: what a list merely lacks is not here.
create table nexudus_customer_gone (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  id bigint not null,
  seen_at timestamptz not null,
  primary key (space_id, id)
);
select latchkey_protect('nexudus_customer_gone', 'space');
