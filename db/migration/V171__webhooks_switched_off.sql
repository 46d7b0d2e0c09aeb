-- Since when Nexudus switches webhooks off again and again, and when it was last seen to: what has stayed well for a day begins anew.
alter table nexudus_hook
  add column off_since timestamptz,
  add column off_at timestamptz;
