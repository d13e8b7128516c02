-- Hot reads say under which stamp an answer was made: who looks, and how far what it shows has been
-- written. Called with the stamp the server has, they answer '' when it still holds (docs/adr/0007).
-- Answers: null not signed in; '' the stamp holds; else stamp, line feed, JSON.
-- The stamp is read before the answer, so an answer is never older than its stamp says.

-- A session that may be used now: known, not idle for 30 minutes, not over, and its post has not ended.
create view live_session with (security_invoker = true) as
  select *, seen_at < now() - interval '1 minute' as is_due from session
  where expires_at > now() and seen_at > now() - interval '30 minutes'
    and (last_day is null or last_day >= shanghai_today());
grant select on live_session to jiheng_app;

create or replace function enter_scope(wanted_token bytea) returns boolean
language plpgsql as $$
declare s live_session%rowtype;
begin
  select * into s from live_session where token_hash = wanted_token;
  if not found then return false; end if;
  if s.is_due then perform touch_session(wanted_token); end if;
  perform set_scope(s.scope, s.role, s.jurisdiction_id, s.organisation_id, s.person_id);
  return true;
end $$;

create function touch_session(wanted_token bytea) returns void language sql as $$
  update session set seen_at = now() where token_hash = wanted_token
$$;

-- Who looks, as far as it decides what is seen. A list reads projects only: all who see the same
-- projects see the same list. A file also shows records that are private to a person.
create function list_viewer(scope text, jurisdiction text, organisation uuid, person uuid) returns text
language sql immutable parallel safe as $$
  select case scope
    when 'jurisdiction' then 'jurisdiction/' || jurisdiction
    when 'province' then 'province'
    when 'unit' then 'unit/' || organisation::text
    when 'department' then 'department/' || organisation::text
    when 'assigned' then 'assigned/' || person::text || '/' || organisation::text
    else 'nothing' end
$$;
create function file_viewer(scope text, role text, jurisdiction text, organisation uuid, person uuid) returns text
language sql immutable parallel safe as $$
  select role || '/' || person::text || '/' || organisation::text || '/' || jurisdiction || '/'
    || list_viewer(scope, jurisdiction, organisation, person)
$$;

-- What experts and agencies may see changes with assignments and from one day to the next. Assignments
-- are readable only inside the scope: opened here, so that the stamp can name what was assigned.
create function stamp_of_assigned(stamp text, role text, jurisdiction text, organisation uuid, person uuid) returns text
language plpgsql as $$
begin
  perform set_scope('assigned', role, jurisdiction, organisation, person);
  return stamp || ' ' || md5(current_setting('jiheng.assigned'));
end $$;

-- Numbers start again at a restored or promoted database; its start tells one from the other.
create function stamp_of(viewer text, numbers numeric) returns text language sql stable parallel safe as $$
  select viewer || ' ' || extract(epoch from pg_postmaster_start_time()) || ' ' || coalesce(numbers, 0)
$$;

-- The total is counted in the index alone; row-level security asks for unit and department of each.
drop index project_list, project_all;
create index project_list on project (jurisdiction_id, fiscal_year, status, created_at desc, id desc)
  include (unit_id, department_id);
create index project_all on project (jurisdiction_id, fiscal_year, created_at desc, id desc)
  include (unit_id, department_id);

drop function api_list_projects(bytea, text, integer, text, timestamptz, uuid, integer);
create function api_list_projects(
  wanted_token bytea, known_stamp text, wanted_jurisdiction text, wanted_year integer, wanted_status text,
  after_at timestamptz, after_id uuid, page_size integer) returns text
language plpgsql as $$
declare my_scope text; my_role text; my_place text; my_office uuid; me uuid; is_due boolean; stamp text; answer text;
begin
  select s.scope, s.role, s.jurisdiction_id, s.organisation_id, s.person_id, s.is_due, stamp_of(
      list_viewer(s.scope, s.jurisdiction_id, s.organisation_id, s.person_id),
      (select sum(number) from change_number n where n.jurisdiction_id in (wanted_jurisdiction, '*')))
    into my_scope, my_role, my_place, my_office, me, is_due, stamp
    from live_session s where s.token_hash = wanted_token;
  if not found then return null; end if;
  if is_due then perform touch_session(wanted_token); end if;
  if my_scope = 'assigned' then stamp := stamp_of_assigned(stamp, my_role, my_place, my_office, me); end if;
  if stamp = known_stamp then return ''; end if;
  perform set_scope(my_scope, my_role, my_place, my_office, me);
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
  return stamp || E'\n' || answer;
end $$;

drop function api_project_file(bytea, text, uuid);
create function api_project_file(
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
        'subjectId', r.subject_id) order by r.created_at, r.id)
      from record r where r.jurisdiction_id = wanted_jurisdiction and r.project_id = wanted_project), '[]'::json),
    'acts', coalesce((select json_agg(json_build_object('id', a.id, 'recordId', a.record_id, 'action', a.action,
        'toState', a.to_state, 'role', a.role, 'personName', person.name, 'organisationName', o.name,
        'opinion', a.opinion, 'documentNumber', a.document_number, 'actedAt', a.acted_at) order by a.acted_at, a.sequence)
      from act a join person on person.id = a.person_id left join organisation o on o.id = a.organisation_id
      where a.jurisdiction_id = wanted_jurisdiction and a.project_id = wanted_project), '[]'::json)) into answer;
  return stamp || E'\n' || answer;
end $$;
