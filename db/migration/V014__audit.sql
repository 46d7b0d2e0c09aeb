-- Who did what. Only ever added to: the application may neither change nor delete an entry.

create table audit_entry (
  space_id uuid not null references space (space_id),
  number bigint not null,
  at timestamptz not null,
  who text not null,
  what text not null,
  details jsonb not null,
  key_id text not null,
  seal bytea not null,
  primary key (space_id, number)
);

revoke update, delete, truncate on audit_entry from "${app}";
select latchkey_protect('audit_entry', 'space');
