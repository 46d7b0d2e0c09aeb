-- Which Salto site each space uses, over all tenants: two operators share a site only when both agree. Holds no customer data; the system scope
-- finds out who else is there.
create table salto_site_use (
  space_id uuid primary key,
  site_id uuid not null
);
create index salto_site_use_by_site on salto_site_use (site_id);
alter table connection no force row level security;
insert into salto_site_use (space_id, site_id)
select space_id, place::uuid from connection where partner = 'SALTO' and place is not null;
alter table connection force row level security;
select latchkey_protect('salto_site_use', 'space,system');

-- A set-up waits for a partner's answer, or, hour by hour, for what may take days: that a site can be used, that another integration is off.
alter table setup_wait add column what text not null default 'ANSWER' check (what in ('ANSWER', 'SITE', 'SECOND_WRITER'));
alter table setup_wait add column site_id uuid;
alter table setup_wait drop constraint setup_wait_pkey;
alter table setup_wait add primary key (space_id, partner, what);
