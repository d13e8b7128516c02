-- History was kept row by row with a statement composed each time: 120 microseconds a row, twelve seconds
-- when a year's 100,000 scores are computed again. Now once per statement, over all rows it superseded.

-- Stamps what was not stamped by the statement itself; a bulk write sets both columns and skips the call.
create procedure stamp_by_row(table_name text) language plpgsql as $$
begin
  execute format('drop trigger if exists stamp on %I', table_name);
  execute format('create trigger stamp before insert or update on %I for each row
    when (new.recorded_tx is distinct from pg_current_xact_id()::text::bigint or new.recorded_from is distinct from now())
    execute function stamp_version()', table_name);
end $$;

-- Names the columns: call it again after a column was added to a table and its history.
create procedure keep_by_statement(table_name text) language plpgsql as $$
declare columns text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = table_name::regclass and attnum > 0 and not attisdropped;
  execute format('create or replace function %I() returns trigger language plpgsql as $f$
    begin
      insert into %I (%s, recorded_to) select %s, now() from superseded;
      return null;
    end $f$', 'keep_superseded_' || table_name, table_name || '_history', columns, columns);
  execute format('drop trigger if exists keep on %I', table_name);
  execute format('drop trigger if exists keep_deleted on %I', table_name);
  execute format('create trigger keep after update on %I referencing old table as superseded
    for each statement execute function %I()', table_name, 'keep_superseded_' || table_name);
  execute format('create trigger keep_deleted after delete on %I referencing old table as superseded
    for each statement execute function %I()', table_name, 'keep_superseded_' || table_name);
end $$;

do $$ declare name text;
begin
  foreach name in array array['project', 'record', 'indicator', 'observation', 'execution', 'score', 'assignment',
      'attachment', 'evidence'] loop
    call stamp_by_row(name);
    call keep_by_statement(name);
  end loop;
end $$;
drop function keep_superseded();

-- Tables made versioned from now on get the same.
create or replace procedure make_versioned(table_name text) language plpgsql as $$
begin
  execute format('alter table %I add column recorded_from timestamptz not null default now()', table_name);
  execute format('alter table %I add column recorded_tx bigint not null default 0', table_name);
  execute format('create table %I (like %I)', table_name || '_history', table_name);
  execute format('alter table %I add column recorded_to timestamptz not null', table_name || '_history');
  execute format('create index on %I (jurisdiction_id, id, recorded_to)', table_name || '_history');
  call stamp_by_row(table_name);
  call keep_by_statement(table_name);
  execute format('create trigger only_append before update or delete on %I
    for each row execute function refuse_change()', table_name || '_history');
  execute format('comment on table %I is %L', table_name || '_history', '被取代的历史版本,只增不改');
end $$;

-- Every score row is written at least twice (filled in, then computed): with room on its page the second
-- time touches no index, and the table grows no larger than it did.
alter table score set (fillfactor = 50);
