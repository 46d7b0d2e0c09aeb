-- Whether problems with access are also noted in Nexudus, where its own staff look for them.
alter table space add column tell_nexudus boolean not null default false;

-- What stands there of ours: one note for each customer, until it is solved.
create table told_nexudus (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  customer_id bigint not null,
  reason text not null,
  told_at timestamptz not null,
  primary key (space_id, customer_id)
);
select latchkey_protect('told_nexudus', 'space');
