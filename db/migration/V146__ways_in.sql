-- Which keys Salto lists for a user, beside the profile and the tag that stand with the user. A PIN itself is never here: Salto shows it to nobody.
create table salto_key (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  pin boolean not null,
  phone boolean not null,
  read_at timestamptz not null,
  primary key (space_id, platform_user)
);
select latchkey_protect('salto_key', 'space');
