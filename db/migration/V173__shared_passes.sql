-- A rule that a space may switch on: a pass that a team shares in Nexudus lets in the team of whoever pays for it.
alter table space add column shared_passes boolean not null default false;
alter table nexudus_team add column shares_passes boolean not null default false;
