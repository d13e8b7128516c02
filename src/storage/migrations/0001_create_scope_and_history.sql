-- The two walls every business table stands behind: the scope of the person asking, and history.

-- The program works as jiheng_app (made by the migrator): it owns nothing and bypasses nothing.
grant usage on schema public to jiheng_app;

-- Who is asking, for this transaction only. Unset means: sees nothing.
create function scope_kind() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('jiheng.scope', true), ''), 'none') $$;
create function scope_jurisdiction() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('jiheng.jurisdiction', true), '') $$;
create function scope_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('jiheng.organisation', true), '')::uuid $$;
create function scope_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('jiheng.person', true), '')::uuid $$;
create function scope_role() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('jiheng.role', true), ''), 'none') $$;

-- The wide part of a scope: jurisdictions seen as a whole. Then its narrow parts, each null for others.
create function scope_jurisdictions() returns text[] language sql stable parallel safe
  as $$ select nullif(current_setting('jiheng.jurisdictions', true), '')::text[] $$;
create function scope_unit() returns uuid language sql stable parallel safe
  as $$ select case when scope_kind() = 'unit' then scope_organisation() end $$;
create function scope_department() returns uuid language sql stable parallel safe
  as $$ select case when scope_kind() = 'department' then scope_organisation() end $$;
create function scope_assigned() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('jiheng.assigned', true), '')::uuid[] $$;

-- Every stored version of a row is kept: the table holds the present, <table>_history the past.
create function stamp_version() returns trigger language plpgsql as $$
begin
  new.recorded_from := now();
  new.recorded_tx := pg_current_xact_id()::text::bigint;
  return new;
end $$;

create function keep_superseded() returns trigger language plpgsql as $$
begin
  execute format('insert into %I select ($1).*, now()', tg_table_name || '_history') using old;
  return null;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% 只增不改', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- Gives a table its history: <table>_history and the reading function <table>_as_of(moment).
create procedure make_versioned(table_name text) language plpgsql as $$
begin
  execute format('alter table %I add column recorded_from timestamptz not null default now()', table_name);
  execute format('alter table %I add column recorded_tx bigint not null default 0', table_name);
  execute format('create table %I (like %I)', table_name || '_history', table_name);
  execute format('alter table %I add column recorded_to timestamptz not null', table_name || '_history');
  execute format('create index on %I (jurisdiction_id, id, recorded_to)', table_name || '_history');
  execute format('create trigger stamp before insert or update on %I
    for each row execute function stamp_version()', table_name);
  execute format('create trigger keep after update or delete on %I
    for each row execute function keep_superseded()', table_name);
  execute format('create trigger only_append before update or delete on %I
    for each row execute function refuse_change()', table_name || '_history');
  execute format('comment on table %I is %L', table_name || '_history', '被取代的历史版本,只增不改');
end $$;

create procedure make_as_of(table_name text) language plpgsql as $$
declare columns text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = table_name::regclass and attnum > 0 and not attisdropped;
  execute format('create function %I(moment timestamptz) returns setof %I language sql stable as
    %L', table_name || '_as_of', table_name, format(
      'select %s from %I where recorded_from <= moment
       union all
       select %s from %I where recorded_from <= moment and recorded_to > moment',
      columns, table_name, columns, table_name || '_history'));
end $$;
