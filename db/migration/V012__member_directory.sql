-- Which customers have which address: how a member who has proved an address finds their spaces.

create table member_email (
  space_id uuid not null references space (space_id) on delete cascade,
  customer_id bigint not null,
  email_norm text not null,
  primary key (space_id, customer_id)
);
create index member_email_by_address on member_email (email_norm);
select latchkey_protect('member_email', 'space,account');
