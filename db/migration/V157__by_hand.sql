-- When somebody whom others have put in a group is to leave it, as an operator has said.
create table by_hand_end (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  group_id uuid not null,
  ends_at timestamptz not null,
  primary key (space_id, platform_user, group_id)
);
select latchkey_protect('by_hand_end', 'space');
