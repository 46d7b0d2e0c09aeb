-- What happened at the doors. The finding is empty until it is known for certain who was in which group then.
create table door_event (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  id text not null,
  at timestamptz not null,
  kind text not null check (kind in ('OPENED', 'REFUSED', 'OTHER')),
  lock_id uuid,
  lock_name text not null,
  platform_user uuid,
  detail text,
  finding text check (finding in ('EXPLAINED', 'OPENED_WITHOUT_REASON', 'REFUSED_WITH_REASON', 'NOT_OURS_TO_SAY')),
  primary key (space_id, id)
);
create index door_event_by_lock on door_event (space_id, lock_id, at desc);
create index door_event_by_user on door_event (space_id, platform_user, at desc);
create index door_event_unjudged on door_event (space_id) where finding is null;
create index door_event_by_time on door_event (space_id, at desc);
select latchkey_protect('door_event', 'space');

-- Up to when Salto has told what happened, and whether it lets the connected account know.
create table door_events_read (
  space_id uuid primary key default current_setting('latchkey.space')::uuid,
  asked_at timestamptz not null,
  readable boolean not null
);
select latchkey_protect('door_events_read', 'space');
