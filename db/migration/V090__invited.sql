-- Somebody who is invited to a team has an account before the first sign-in.
alter table account alter column last_sign_in_at drop not null;
