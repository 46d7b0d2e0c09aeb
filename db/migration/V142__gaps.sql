-- Since when nothing is known of what happened at a space's doors: nobody looked after it for long, or the database is an older copy of
-- itself. Until Salto has been compared with the ledger, and, where the two differ, until an operator has answered, nothing is written.
alter table space
  add column gap_since timestamptz,
  add column gap_asked_at timestamptz,
  add column restored_mark text not null default '';

-- The end of the last lease before a silence that no run has noticed yet.
alter table space_lease add column silent_since timestamptz;

-- What Salto and the ledger disagree about after a gap, until an operator has answered.
create table gap_line (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  platform_user uuid not null,
  group_id uuid not null,
  found text not null check (found in ('ENTITLED', 'WAS_ENTITLED', 'UNEXPLAINED', 'MISSING', 'MISSING_AND_OVER')),
  name text not null,
  group_name text not null,
  reasons jsonb not null,
  primary key (space_id, platform_user, group_id)
);
select latchkey_protect('gap_line', 'space');
