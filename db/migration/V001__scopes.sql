-- Every table is reached through a scope. latchkey_protect() says which scopes may read and write it; a statement
-- outside them fails, it never reads as "no rows".

alter default privileges in schema public grant select, insert, update, delete on tables to "${app}";
alter default privileges in schema public grant usage, select on sequences to "${app}";

-- Stands at the end of a policy that no scope has matched.
create function latchkey_refuse(scope text) returns boolean
language plpgsql as $$
begin
  raise exception 'this table cannot be used in scope "%"', scope using errcode = 'insufficient_privilege';
end $$;

-- scopes: comma-separated, of space, account, system, staff. Staff only reads.
-- account_rule: what makes a row the account's own, when it is neither account_id nor email_norm.
create function latchkey_protect(target regclass, scopes text, account_rule text default null) returns void
language plpgsql as $$
declare
  wanted text[] := string_to_array(scopes, ',');
  space_rule text := 'space_id = current_setting(''latchkey.space'')::uuid';
  own_rule text := account_rule;
  branches text := '';
  reading text;
  writing text;
  otherwise text := 'latchkey_refuse(current_setting(''latchkey.scope''))';
begin
  if own_rule is null and 'account' = any (wanted) then
    select case attname when 'account_id' then 'account_id = current_setting(''latchkey.account'')::uuid'
                        else 'email_norm = current_setting(''latchkey.email'')' end
      into strict own_rule
      from pg_attribute where attrelid = target and attname in ('account_id', 'email_norm')
      order by attname limit 1;
  end if;
  if 'system' = any (wanted) then branches := branches || ' when ''system'' then true'; end if;
  if 'account' = any (wanted) then branches := branches || ' when ''account'' then ' || own_rule; end if;
  if 'space' = any (wanted) then otherwise := space_rule; end if;

  writing := case when branches = '' then otherwise
             else 'case current_setting(''latchkey.scope'')' || branches || ' else ' || otherwise || ' end' end;
  reading := case when 'staff' = any (wanted)
             then 'case current_setting(''latchkey.scope'')' || branches || ' when ''staff'' then true else ' || otherwise || ' end'
             else writing end;

  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reading on %s for select using (%s)', target, reading);
  execute format('create policy adding on %s for insert with check (%s)', target, writing);
  execute format('create policy changing on %s for update using (%s) with check (%s)', target, writing, writing);
  execute format('create policy removing on %s for delete using (%s)', target, writing);
  execute format('comment on table %s is %L', target, 'scopes: ' || scopes);
end $$;
