-- That a person may use a PIN is a step of a run as well.
alter table run_change drop constraint run_change_what_check;
alter table run_change add constraint run_change_what_check
  check (what in ('INVITE', 'GRANT', 'REVOKE', 'SUSPEND', 'GIVE_TAG', 'TAKE_TAG', 'ALLOW_PIN', 'NEW_PIN', 'WITHHELD', 'HELD'));
