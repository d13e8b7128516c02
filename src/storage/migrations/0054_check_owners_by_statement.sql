-- Rows of a form refer to their record. A foreign key asks for it at every row: a quarter of what writing a list of
-- 5,000 indicators cost. The rows of a statement belong to few records, so it is asked once for each of those; and a
-- record that still has rows cannot be deleted, which the program may not do in any case.
create function require_record() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from (select distinct jurisdiction_id, record_id from added) a where not exists (
      select from record r where r.jurisdiction_id = a.jurisdiction_id and r.id = a.record_id)) then
    raise exception '% 的行没有对应的办理事项', tg_table_name using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create function keep_record_with_rows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from indicator t where t.jurisdiction_id = old.jurisdiction_id and t.record_id = old.id)
      or exists (select from score t where t.jurisdiction_id = old.jurisdiction_id and t.record_id = old.id) then
    raise exception '办理事项还有指标或评分,不能删除' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger keep_with_rows after delete on record for each row execute function keep_record_with_rows();
create trigger keep_with_rows_moved after update on record for each row
  when (new.id <> old.id or new.jurisdiction_id <> old.jurisdiction_id) execute function keep_record_with_rows();

-- A row that goes over to another record is asked for by itself: nothing does that by the thousand.
create function require_own_record() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from record r where r.jurisdiction_id = new.jurisdiction_id and r.id = new.record_id) then
    raise exception '% 的行没有对应的办理事项', tg_table_name using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

do $$ declare name text;
begin
  foreach name in array array['indicator', 'score'] loop
    execute format('alter table %I drop constraint %I', name, name || '_jurisdiction_id_record_id_fkey');
    execute format('create trigger of_record after insert on %I referencing new table as added
      for each statement execute function require_record()', name);
    execute format('create trigger of_record_moved after update on %I for each row
      when (new.record_id <> old.record_id or new.jurisdiction_id <> old.jurisdiction_id)
      execute function require_own_record()', name);
  end loop;
end $$;
