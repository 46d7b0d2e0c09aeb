-- Until when an operator holds every write to a space's doors; it lapses by itself.
alter table space add column frozen_until timestamptz;
