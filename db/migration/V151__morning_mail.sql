-- Whether the team reads each morning who arrives today.
alter table space add column morning_mail boolean not null default true;
