-- How well the doors of a watching space agree with what people bought, as the last complete run of each day saw it. A day is the space's own.
create table agreement_day (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  day date not null,
  people integer not null,
  agreeing integer not null,
  primary key (space_id, day)
);
select latchkey_protect('agreement_day', 'space');
