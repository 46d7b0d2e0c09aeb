-- How each matched access group was called and scheduled when somebody of the space last agreed to it: what differs since is shown.
create table match_group (
  space_id uuid not null,
  group_id uuid not null,
  name text not null,
  always_open boolean not null,
  primary key (space_id, group_id)
);
select latchkey_protect('match_group', 'space');
