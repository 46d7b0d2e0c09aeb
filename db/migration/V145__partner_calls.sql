-- What a step said to the partner and what it answered, without anybody's data: a list of method, path, status, milliseconds and request id.
alter table run_change add column calls jsonb not null default '[]';
