-- Some records wait for people they name and not for a post: the file of a project says whom each of its
-- records names, so that the page can say in whose hands it is.
create or replace function api_project_file(
  wanted_token bytea, known_stamp text, wanted_jurisdiction text, wanted_project uuid) returns text
language plpgsql as $$
declare my_scope text; my_role text; my_place text; my_office uuid; me uuid; is_due boolean; stamp text; answer text;
begin
  select s.scope, s.role, s.jurisdiction_id, s.organisation_id, s.person_id, s.is_due, stamp_of(
      file_viewer(s.scope, s.role, s.jurisdiction_id, s.organisation_id, s.person_id),
      (select sum(number) from change_number n where n.jurisdiction_id in (wanted_jurisdiction, '*')
        and n.bucket in (change_bucket(wanted_project), -1)))
    into my_scope, my_role, my_place, my_office, me, is_due, stamp
    from live_session s where s.token_hash = wanted_token;
  if not found then return null; end if;
  if is_due then perform touch_session(wanted_token); end if;
  if my_scope = 'assigned' then stamp := stamp_of_assigned(stamp, my_role, my_place, my_office, me); end if;
  if stamp = known_stamp then return ''; end if;
  perform set_scope(my_scope, my_role, my_place, my_office, me);
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
        'subjectId', r.subject_id, 'members', r.content->'members') order by r.created_at, r.id)
      from record r where r.jurisdiction_id = wanted_jurisdiction and r.project_id = wanted_project), '[]'::json),
    'acts', coalesce((select json_agg(json_build_object('id', a.id, 'recordId', a.record_id, 'action', a.action,
        'toState', a.to_state, 'role', a.role, 'personName', person.name, 'organisationName', o.name,
        'opinion', a.opinion, 'documentNumber', a.document_number, 'actedAt', a.acted_at) order by a.acted_at, a.sequence)
      from act a join person on person.id = a.person_id left join organisation o on o.id = a.organisation_id
      where a.jurisdiction_id = wanted_jurisdiction and a.project_id = wanted_project), '[]'::json)) into answer;
  return stamp || E'\n' || answer;
end $$;
