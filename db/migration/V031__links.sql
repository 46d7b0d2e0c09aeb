-- The confirmed identity: this customer is that Salto user, and why we think so. Several customers may be one Salto user.
create table link (
  space_id         uuid        not null,
  customer_id      bigint      not null,
  platform_user_id uuid        not null,
  site_user_id     uuid        not null,
  evidence         text        not null,
  email_then       text,
  linked_at        timestamptz not null,
  primary key (space_id, customer_id)
);
create index link_by_salto_user on link (space_id, platform_user_id);
select latchkey_protect('link', 'space');
