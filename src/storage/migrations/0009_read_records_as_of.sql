-- `returns setof record` is PostgreSQL's anonymous record, not our table of that name: without the
-- schema in front, reading the records of an earlier day failed.

create or replace procedure make_as_of(table_name text) language plpgsql as $$
declare columns text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = table_name::regclass and attnum > 0 and not attisdropped;
  execute format('create function %I(moment timestamptz) returns setof public.%I language sql stable as
    %L', table_name || '_as_of', table_name, format(
      'select %s from %I where recorded_from <= moment
       union all
       select %s from %I where recorded_from <= moment and recorded_to > moment',
      columns, table_name, columns, table_name || '_history'));
end $$;

drop function record_as_of(timestamptz);
call make_as_of('record');
