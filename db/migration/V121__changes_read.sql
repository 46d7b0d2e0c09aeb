-- Up to when Nexudus has told what has changed.
create table changes_read (
  space_id uuid primary key default current_setting('latchkey.space')::uuid,
  started_at timestamptz not null
);
select latchkey_protect('changes_read', 'space');
