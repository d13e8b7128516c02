-- What a scope reaches was asked anew by every policy of every statement: a save asked six times for the
-- projects of its unit. It is asked once a transaction now and stands in a setting that ends with it, as the
-- scope itself does; a project that the transaction makes or hands over is asked for again.
create or replace function scope_projects() returns uuid[] language plpgsql stable as $$
declare known text := current_setting('jiheng.projects', true); found uuid[]; done text;
begin
  if scope_kind() not in ('unit', 'department', 'assigned') then return '{}'; end if;
  if known <> '' then return known::uuid[]; end if;
  found := array(select id from project);
  done := set_config('jiheng.projects', found::text, true);
  return found;
end $$;

create function forget_projects() returns trigger language plpgsql as $$
begin
  perform set_config('jiheng.projects', '', true);
  perform set_config('jiheng.project', '', true);
  return null;
end $$;
create trigger forget_projects after insert or update or delete on project
  for each statement execute function forget_projects();

-- Kinds hidden from a role: the table is made from the program at its start and does not change while it runs.
create or replace function hidden_kinds() returns text[] language plpgsql stable as $$
declare known text := current_setting('jiheng.hidden_kinds', true); found text[]; done text;
begin
  if known <> '' then return known::text[]; end if;
  found := coalesce((select array_agg(distinct kind) from kind_reader k where not exists (
    select 1 from kind_reader own where own.kind = k.kind and own.role = scope_role())), '{}');
  done := set_config('jiheng.hidden_kinds', found::text, true);
  return found;
end $$;

create or replace function set_scope(
  wanted_scope text, wanted_role text, wanted_jurisdiction text, wanted_organisation uuid, wanted_person uuid) returns void
language plpgsql as $$
declare done text;
begin
  -- Plain assignments: each is evaluated at once, without planning a statement.
  done := set_config('jiheng.scope', wanted_scope, true);
  done := set_config('jiheng.role', wanted_role, true);
  done := set_config('jiheng.jurisdiction', wanted_jurisdiction, true);
  done := set_config('jiheng.organisation', wanted_organisation::text, true);
  done := set_config('jiheng.person', wanted_person::text, true);
  done := set_config('jiheng.jurisdictions', '', true);
  done := set_config('jiheng.assigned', '', true);
  done := set_config('jiheng.projects', '', true);
  done := set_config('jiheng.project', '', true);
  done := set_config('jiheng.hidden_kinds', '', true);
  if wanted_scope = 'jurisdiction' then
    done := set_config('jiheng.jurisdictions', '{' || wanted_jurisdiction || '}', true);
  elsif wanted_scope = 'province' then
    done := set_config('jiheng.jurisdictions', (select array_agg(id)::text from jurisdiction), true);
  elsif wanted_scope = 'assigned' then
    done := set_config('jiheng.assigned', (select array_agg(distinct project_id)::text from assignment
      where (person_id = wanted_person or organisation_id = wanted_organisation)
        and (ends_on is null or ends_on >= shanghai_today())), true);
  end if;
end $$;

-- Nearly every command works on one project. Once it was seen to be in reach it need not be looked up among all
-- projects of a large department for every row: the project at hand is compared first. It is put there only after
-- the policy of the project table let it through, and forgotten with everything else a scope reaches.
create function scope_project() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('jiheng.project', true), '')::uuid $$;

-- A record is asked for by its id alone; its key begins with the place.
create index record_by_id on record (id);

-- Where a record belongs, for the function below alone: it tells nothing of the record itself.
create function place_of_record(wanted uuid, out place text, out project uuid) language plpgsql stable
  security definer set search_path = public, pg_temp as $$
begin
  select jurisdiction_id, project_id into place, project from record where id = wanted;
end $$;

-- Takes the project of a record to hand, if the scope reaches it.
create function approach_record(wanted uuid) returns void language plpgsql as $$
declare at record; done text;
begin
  if scope_kind() not in ('unit', 'department', 'assigned') then return; end if;
  at := place_of_record(wanted);
  if exists (select from project where jurisdiction_id = at.place and id = at.project) then
    done := set_config('jiheng.project', at.project::text, true);
  end if;
end $$;

do $$ declare name text;
begin
  for name in select tablename from pg_policies where policyname = 'visible' and qual like '%scope_projects%' loop
    execute format($p$
      alter policy visible on %1$I using (
        jurisdiction_id = any ((select scope_jurisdictions())::text[])
        or project_id = (select scope_project())
        or project_id = any ((select scope_projects())::uuid[]))
      $p$, name);
  end loop;
end $$;
create or replace procedure guard_project_rows(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format($p$
    create policy visible on %1$I for all to jiheng_app using (
      jurisdiction_id = any ((select scope_jurisdictions())::text[])
      or project_id = (select scope_project())
      or project_id = any ((select scope_projects())::uuid[]))
    $p$, table_name);
  execute format('create policy owner_all on %I for all to %I using (true) with check (true)', table_name, current_user);
end $$;
