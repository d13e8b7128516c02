-- Rows of a form come by the ten and, from a file, by the thousand: their change numbers are moved once per
-- statement and group of projects instead of at every row. Records and acts come one by one and stay as they are.
create function count_rows_added() returns trigger language plpgsql as $$
declare one record;
begin
  for one in select distinct on (jurisdiction_id, change_bucket(project_id)) jurisdiction_id, project_id
      from added where project_id is not null loop
    perform count_change(one.jurisdiction_id, one.project_id);
  end loop;
  return null;
end $$;
create function count_rows_gone() returns trigger language plpgsql as $$
declare one record;
begin
  for one in select distinct on (jurisdiction_id, change_bucket(project_id)) jurisdiction_id, project_id
      from gone where project_id is not null loop
    perform count_change(one.jurisdiction_id, one.project_id);
  end loop;
  return null;
end $$;
create function count_rows_changed() returns trigger language plpgsql as $$
declare one record;
begin
  for one in select distinct on (jurisdiction_id, change_bucket(project_id)) jurisdiction_id, project_id
      from (select jurisdiction_id, project_id from added union all select jurisdiction_id, project_id from gone) rows
      where project_id is not null loop
    perform count_change(one.jurisdiction_id, one.project_id);
  end loop;
  return null;
end $$;

do $$ declare name text;
begin
  foreach name in array array['indicator', 'observation', 'execution'] loop
    execute format('drop trigger count_change on %I', name);
    execute format('create trigger count_added after insert on %I referencing new table as added
      for each statement execute function count_rows_added()', name);
    execute format('create trigger count_changed after update on %I referencing old table as gone new table as added
      for each statement execute function count_rows_changed()', name);
    execute format('create trigger count_gone after delete on %I referencing old table as gone
      for each statement execute function count_rows_gone()', name);
  end loop;
end $$;
