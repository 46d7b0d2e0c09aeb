-- Memberships that somebody else keeps changing: we write no more for what is known of it here until an operator has let the person in again.
create table dispute (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  group_id uuid not null,
  because jsonb not null default '[]',
  left_out_at timestamptz,
  allowed_at timestamptz,
  primary key (space_id, platform_user, group_id)
);
select latchkey_protect('dispute', 'space');
