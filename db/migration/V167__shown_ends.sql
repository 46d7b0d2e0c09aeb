-- The last run that had begun when somebody was shown this end; null where a run planned it. That run, or one before it, may have planned
-- what holds no longer, so that it does not say that nothing ends.
alter table forecast add column shown_after bigint;
