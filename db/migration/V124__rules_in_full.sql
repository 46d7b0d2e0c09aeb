-- The rest of a space's rules: visitors, the bridge over a renewal, unpaid invoices, idle seats, and how much may change at once.
alter table space
  add column visitors boolean not null default false,
  add column bridge_seconds bigint not null default 0,
  add column overdue boolean not null default false,
  add column overdue_days integer not null default 14,
  add column overdue_weekends boolean not null default true,
  add column overdue_tolerated numeric not null default 0,
  add column overdue_exempt text[] not null default '{}',
  add column idle_days integer not null default 30,
  add column rail_removals integer not null default 20,
  add column rail_removal_percent integer not null default 20,
  add column rail_group_percent integer not null default 50,
  add column rail_group_size integer not null default 10,
  add column rail_suspensions integer not null default 3,
  add column rail_grants integer not null default 50,
  add column rail_grant_percent integer not null default 30;

-- Who visits which booking: read only where visitors come in.
create table nexudus_visitor (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  booking_id bigint not null,
  email_norm text not null,
  primary key (space_id, booking_id, email_norm)
);
create index nexudus_visitor_by_email on nexudus_visitor (space_id, email_norm);
select latchkey_protect('nexudus_visitor', 'space');

-- Invoices that are not paid: read only where what somebody owes decides.
create table nexudus_invoice (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  id bigint not null,
  customer_id bigint not null,
  number text not null,
  due_at timestamptz not null,
  unpaid numeric not null,
  attempted boolean not null,
  primary key (space_id, id)
);
create index nexudus_invoice_by_customer on nexudus_invoice (space_id, customer_id);
select latchkey_protect('nexudus_invoice', 'space');
