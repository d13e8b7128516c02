-- The second wall: what the program may see is bound to who is asking, whatever the statement says.
-- (select f()) is evaluated once per statement, not once per row.

-- Wide scopes are answered by the first condition alone; the others are not even computed.

create procedure guard_projects(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format($p$
    create policy visible on %1$I for all to jiheng_app using (
      jurisdiction_id = any ((select scope_jurisdictions())::text[])
      or unit_id = (select scope_unit())
      or department_id = (select scope_department())
      or id = any ((select scope_assigned())::uuid[]))
    $p$, table_name);
  execute format('create policy owner_all on %I for all to %I using (true) with check (true)', table_name, current_user);
end $$;

-- The projects a narrow scope reaches, under the policy of the project table itself.
create function scope_projects() returns uuid[] language sql stable
  as $$ select array(select id from project where scope_kind() in ('unit', 'department', 'assigned')) $$;

create procedure guard_project_rows(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format($p$
    create policy visible on %1$I for all to jiheng_app using (
      jurisdiction_id = any ((select scope_jurisdictions())::text[])
      or project_id = any ((select scope_projects())::uuid[]))
    $p$, table_name);
  execute format('create policy owner_all on %I for all to %I using (true) with check (true)', table_name, current_user);
end $$;

create procedure guard_assignments(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format($p$
    create policy visible on %1$I for all to jiheng_app using (
      jurisdiction_id = any ((select scope_jurisdictions())::text[])
      or jurisdiction_id = (select scope_jurisdiction())
      or person_id = (select scope_person())
      or organisation_id = (select scope_organisation()))
    $p$, table_name);
  execute format('create policy owner_all on %I for all to %I using (true) with check (true)', table_name, current_user);
end $$;

call guard_assignments('assignment');
call guard_assignments('assignment_history');
call guard_projects('project');
call guard_projects('project_history');
call guard_project_rows('record');
call guard_project_rows('record_history');
call guard_project_rows('act');
call guard_project_rows('frozen');
call guard_project_rows('indicator');
call guard_project_rows('indicator_history');
call guard_project_rows('observation');
call guard_project_rows('observation_history');
call guard_project_rows('execution');
call guard_project_rows('execution_history');
call guard_project_rows('score');
call guard_project_rows('score_history');
call guard_project_rows('attachment');
call guard_project_rows('attachment_history');
call guard_project_rows('evidence');
call guard_project_rows('evidence_history');
-- Blind scoring: a sheet in progress is its author's alone, its rows too.
create policy own_sheet on record as restrictive for select to jiheng_app
  using (private_to is null or private_to = (select scope_person()));
create policy own_sheet on record_history as restrictive for select to jiheng_app
  using (private_to is null or private_to = (select scope_person()));
create policy own_sheet on score as restrictive for select to jiheng_app
  using (exists (select 1 from record r where r.jurisdiction_id = score.jurisdiction_id and r.id = score.record_id));
create policy own_sheet on score_history as restrictive for select to jiheng_app
  using (exists (select 1 from record r where r.jurisdiction_id = score_history.jurisdiction_id
    and r.id = score_history.record_id));

-- Audit rows: everybody adds, only the audit administrator reads all; others read their own jurisdiction's
-- when they sit in its finance bureau, or are auditors.
alter table audit enable row level security;
alter table audit force row level security;
create policy add on audit for insert to jiheng_app with check (true);
create policy read on audit for select to jiheng_app using (
  (select scope_role()) = 'audit_admin'
  or ((select scope_role()) in ('finance_leader', 'audit') and jurisdiction_id = (select scope_jurisdiction())));
do $$ begin
  execute format('create policy owner_all on audit for all to %I using (true) with check (true)', current_user);
end $$;

grant select, insert, update on project, record, indicator, observation, execution, score, assignment, attachment, evidence
  to jiheng_app;
grant delete on indicator, observation, execution, score, evidence, assignment to jiheng_app;
grant select, insert on project_history, record_history, indicator_history, observation_history, execution_history,
  score_history, assignment_history, attachment_history, evidence_history to jiheng_app;
