-- Names in the order in which people count: Room 2 before Room 10. Every number gets twelve digits, a longer one keeps its own.
create function natural_order(name text) returns text language sql immutable strict parallel safe
return regexp_replace(
    regexp_replace(lower(name), '([0-9]+)', '000000000000\1', 'g'), '0{1,12}([0-9]{12,})', '\1', 'g') collate "C";
