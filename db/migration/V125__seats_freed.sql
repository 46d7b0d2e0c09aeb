-- A seat that a Salto user of ours gives back is a step of a run as well.
alter table run_change drop constraint run_change_what_check;
alter table run_change add constraint run_change_what_check
  check (what in ('INVITE', 'GRANT', 'REVOKE', 'SUSPEND', 'WITHHELD', 'HELD'));
