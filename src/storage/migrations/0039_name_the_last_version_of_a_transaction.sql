-- A row may be written twice in one transaction: content first, then the state. Both versions carry the
-- transaction's number, and a leaf was made from the later one. While that one was current it was found
-- first; since targets and budgets can be adjusted it is superseded in its turn and has to be told apart
-- from its own forerunner, which lasted no time at all.
create or replace function row_version(table_name text, wanted_jurisdiction text, wanted_id uuid, wanted_tx bigint)
returns jsonb language plpgsql stable as $$
declare found jsonb;
begin
  execute format('select to_jsonb(t) from %I t where jurisdiction_id = $1 and id = $2 and recorded_tx = $3', table_name)
    into found using wanted_jurisdiction, wanted_id, wanted_tx;
  if found is null then
    execute format('select to_jsonb(h) - ''recorded_to'' from %I h
        where jurisdiction_id = $1 and id = $2 and recorded_tx = $3 order by recorded_to desc limit 1',
        table_name || '_history')
      into found using wanted_jurisdiction, wanted_id, wanted_tx;
  end if;
  if found is null then
    execute format('select to_jsonb(t) from %I t where jurisdiction_id = $1 and id = $2', table_name)
      into found using wanted_jurisdiction, wanted_id;
  end if;
  return found;
end $$;
