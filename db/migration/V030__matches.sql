-- What earns what. A version is written once and never changed; the current one is the highest.
create table match_version (
  space_id     uuid        not null,
  version      bigint      not null check (version > 0),
  published_at timestamptz not null,
  published_by uuid        not null,
  primary key (space_id, version)
);
select latchkey_protect('match_version', 'space');

create table match (
  space_id  uuid   not null,
  version   bigint not null,
  item_kind text   not null,
  item_id   bigint not null,
  group_id  uuid   not null,
  primary key (space_id, version, item_kind, item_id, group_id),
  foreign key (space_id, version) references match_version
);
select latchkey_protect('match', 'space');

-- What somebody is choosing and has not published. An item without groups was deliberately left unmatched.
create table match_draft (
  space_id   uuid        not null,
  item_kind  text        not null,
  item_id    bigint      not null,
  groups     uuid[]      not null,
  changed_at timestamptz not null,
  primary key (space_id, item_kind, item_id)
);
select latchkey_protect('match_draft', 'space');

-- Each access group belongs to one space, over all tenants. Salto's group ids are unique over its sites, so the group alone is the key.
-- Holds no customer data: the system scope finds out which space has a group.
create table group_claim (
  space_id   uuid        not null,
  group_id   uuid        not null,
  claimed_at timestamptz not null,
  primary key (space_id, group_id),
  unique (group_id)
);
select latchkey_protect('group_claim', 'space,system');
