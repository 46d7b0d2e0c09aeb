-- What a location sells and lends, as last read: every purchase refers to it, on whatever node it is served. One row, so that it is all of one
-- reading.
create table nexudus_catalogue (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  location bigint not null,
  read_at timestamptz not null,
  kinds text[] not null,
  ids bigint[] not null,
  names text[] not null,
  archived boolean[] not null,
  minutes boolean[] not null,
  primary key (space_id)
);
select latchkey_protect('nexudus_catalogue', 'space');
