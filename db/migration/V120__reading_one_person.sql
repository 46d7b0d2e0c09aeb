-- A run about one person reads his rows, however many others there are.
create index nexudus_customer_by_login on nexudus_customer (space_id, user_id);
create index salto_user_by_email on salto_user (space_id, email_norm);
create index entitlement_by_begin on entitlement (space_id, lower(during));
create index run_change_open on run_change (space_id, run) where state = 'INTENDED';
create index run_running on run (space_id) where outcome = 'RUNNING';
create index standing_by_user on standing (space_id, platform_user);
