-- Hot reads: one call opens the scope and gives the answer as JSON text. Security invoker: row-level
-- security binds them like any other statement. Null means: not signed in.

create function api_list_projects(
  wanted_token bytea, wanted_jurisdiction text, wanted_year integer, wanted_status text,
  after_at timestamptz, after_id uuid, page_size integer) returns text
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare answer text;
begin
  if not enter_scope(wanted_token) then return null; end if;
  if wanted_status is null then
    select json_build_object(
      'items', coalesce((select json_agg(p) from (
        select project.id, project.code, project.name, project.status, project.budget_fen::text as budget_fen,
          project.is_new as "isNew", project.is_pilot as "isPilot", project.grade, project.light,
          unit.name as "unitName", project.created_at as "createdAt"
        from project join organisation unit on unit.id = project.unit_id
        where project.jurisdiction_id = wanted_jurisdiction and project.fiscal_year = wanted_year
          and (after_at is null or (project.created_at, project.id) < (after_at, after_id))
        order by project.created_at desc, project.id desc limit page_size) p), '[]'::json),
      'total', (select count(*) from project
        where jurisdiction_id = wanted_jurisdiction and fiscal_year = wanted_year)) into answer;
  else
    select json_build_object(
      'items', coalesce((select json_agg(p) from (
        select project.id, project.code, project.name, project.status, project.budget_fen::text as budget_fen,
          project.is_new as "isNew", project.is_pilot as "isPilot", project.grade, project.light,
          unit.name as "unitName", project.created_at as "createdAt"
        from project join organisation unit on unit.id = project.unit_id
        where project.jurisdiction_id = wanted_jurisdiction and project.fiscal_year = wanted_year
          and project.status = wanted_status
          and (after_at is null or (project.created_at, project.id) < (after_at, after_id))
        order by project.created_at desc, project.id desc limit page_size) p), '[]'::json),
      'total', (select count(*) from project
        where jurisdiction_id = wanted_jurisdiction and fiscal_year = wanted_year and status = wanted_status))
      into answer;
  end if;
  return answer;
end $$;

create function api_project_file(wanted_token bytea, wanted_jurisdiction text, wanted_project uuid) returns text
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare answer text;
begin
  if not enter_scope(wanted_token) then return null; end if;
  select json_build_object(
    'project', (select json_build_object(
        'jurisdictionId', p.jurisdiction_id, 'jurisdictionName', j.name, 'id', p.id, 'fiscalYear', p.fiscal_year,
        'code', p.code, 'name', p.name, 'unitId', p.unit_id, 'unitName', u.name, 'departmentId', p.department_id,
        'departmentName', d.name, 'status', p.status, 'isNew', p.is_new, 'isMajor', p.is_major,
        'isClassified', p.is_classified, 'isPilot', p.is_pilot, 'budget_fen', p.budget_fen::text, 'grade', p.grade,
        'light', p.light, 'version', p.version, 'content', p.content)
      from project p join jurisdiction j on j.id = p.jurisdiction_id join organisation u on u.id = p.unit_id
      join organisation d on d.id = p.department_id
      where p.jurisdiction_id = wanted_jurisdiction and p.id = wanted_project),
    'indicators', coalesce((select json_agg(json_build_object('id', i.id, 'recordId', i.record_id, 'level1', i.level1,
        'level2', i.level2, 'name', i.name, 'operator', i.operator, 'value', trim_scale(i.value)::text, 'unit', i.unit,
        'weight_x100', i.weight_x100) order by i.record_id, i.ordinal)
      from indicator i where i.jurisdiction_id = wanted_jurisdiction and i.project_id = wanted_project), '[]'::json),
    'observations', coalesce((select json_agg(json_build_object('indicatorId', o.indicator_id, 'month', o.month,
        'actual', trim_scale(o.actual)::text) order by o.indicator_id, o.month)
      from observation o where o.jurisdiction_id = wanted_jurisdiction and o.project_id = wanted_project), '[]'::json),
    'execution', coalesce((select json_agg(json_build_object('month', e.month, 'fund', e.fund,
        'adjusted_fen', e.adjusted_fen::text, 'paid_fen', e.paid_fen::text) order by e.month, e.ordinal)
      from execution e where e.jurisdiction_id = wanted_jurisdiction and e.project_id = wanted_project), '[]'::json),
    'records', coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'title', r.title, 'state', r.state,
        'stateSince', r.state_since, 'dueOn', r.due_on, 'version', r.version, 'stage', r.content->>'stage',
        'subjectId', r.subject_id) order by r.created_at, r.id)
      from record r where r.jurisdiction_id = wanted_jurisdiction and r.project_id = wanted_project), '[]'::json),
    'acts', coalesce((select json_agg(json_build_object('id', a.id, 'recordId', a.record_id, 'action', a.action,
        'toState', a.to_state, 'role', a.role, 'personName', person.name, 'organisationName', o.name,
        'opinion', a.opinion, 'documentNumber', a.document_number, 'actedAt', a.acted_at) order by a.acted_at, a.sequence)
      from act a join person on person.id = a.person_id left join organisation o on o.id = a.organisation_id
      where a.jurisdiction_id = wanted_jurisdiction and a.project_id = wanted_project), '[]'::json)) into answer;
  return answer;
end $$;
