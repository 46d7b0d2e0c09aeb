-- Pages of a whole reading of Nexudus that is under way: whoever has to begin again goes on where it broke off. Sealed, because Nexudus
-- sends more about people than we keep.
create table nexudus_page (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  path text not null,
  begun_at timestamptz not null,
  answer bytea not null,
  primary key (space_id, path)
);
select latchkey_protect('nexudus_page', 'space');
