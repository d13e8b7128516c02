import http from 'node:http'
import pg from 'pg'

/**
 * The floor of every ratio: a bare HTTP server that sends the same statement through `pg` and
 * returns the JSON PostgreSQL made. No sign-in, no scope, no framework. Runs as a process of its own:
 *   node bench/floor.ts PORT  (address of the database as JSON in FLOOR_DATABASE)
 */
const LIST = `select json_build_object(
  'items', coalesce((select json_agg(p) from (
    select project.id, project.code, project.name, project.status, project.budget_fen::text as budget_fen,
      project.is_new as "isNew", project.is_pilot as "isPilot", project.grade, project.light,
      unit.name as "unitName", project.created_at as "createdAt"
    from project join organisation unit on unit.id = project.unit_id
    where project.jurisdiction_id = $1 and project.fiscal_year = $2 and project.status = $3
    order by project.created_at desc, project.id desc limit 50) p), '[]'::json),
  'total', (select count(*) from project where jurisdiction_id = $1 and fiscal_year = $2 and status = $3))::text as answer`

const FILE = `select json_build_object(
  'project', (select json_build_object(
      'jurisdictionId', p.jurisdiction_id, 'jurisdictionName', j.name, 'id', p.id, 'fiscalYear', p.fiscal_year,
      'code', p.code, 'name', p.name, 'unitId', p.unit_id, 'unitName', u.name, 'departmentId', p.department_id,
      'departmentName', d.name, 'status', p.status, 'isNew', p.is_new, 'isMajor', p.is_major,
      'isClassified', p.is_classified, 'isPilot', p.is_pilot, 'budget_fen', p.budget_fen::text, 'grade', p.grade,
      'light', p.light, 'version', p.version, 'content', p.content)
    from project p join jurisdiction j on j.id = p.jurisdiction_id join organisation u on u.id = p.unit_id
    join organisation d on d.id = p.department_id where p.jurisdiction_id = $1 and p.id = $2),
  'indicators', coalesce((select json_agg(json_build_object('id', i.id, 'recordId', i.record_id, 'level1', i.level1,
      'level2', i.level2, 'name', i.name, 'operator', i.operator, 'value', trim_scale(i.value)::text, 'unit', i.unit,
      'weight_x100', i.weight_x100) order by i.record_id, i.ordinal)
    from indicator i where i.jurisdiction_id = $1 and i.project_id = $2), '[]'::json),
  'observations', coalesce((select json_agg(json_build_object('indicatorId', o.indicator_id, 'month', o.month,
      'actual', trim_scale(o.actual)::text) order by o.indicator_id, o.month)
    from observation o where o.jurisdiction_id = $1 and o.project_id = $2), '[]'::json),
  'execution', coalesce((select json_agg(json_build_object('month', e.month, 'fund', e.fund,
      'adjusted_fen', e.adjusted_fen::text, 'paid_fen', e.paid_fen::text) order by e.month, e.ordinal)
    from execution e where e.jurisdiction_id = $1 and e.project_id = $2), '[]'::json),
  'records', coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'title', r.title, 'state', r.state,
      'stateSince', r.state_since, 'dueOn', r.due_on, 'version', r.version, 'stage', r.content->>'stage',
      'subjectId', r.subject_id) order by r.created_at, r.id)
    from record r where r.jurisdiction_id = $1 and r.project_id = $2), '[]'::json),
  'acts', coalesce((select json_agg(json_build_object('id', a.id, 'recordId', a.record_id, 'action', a.action,
      'toState', a.to_state, 'role', a.role, 'personName', person.name, 'organisationName', o.name,
      'opinion', a.opinion, 'documentNumber', a.document_number, 'actedAt', a.acted_at) order by a.acted_at, a.sequence)
    from act a join person on person.id = a.person_id left join organisation o on o.id = a.organisation_id
    where a.jurisdiction_id = $1 and a.project_id = $2), '[]'::json))::text as answer`

// Planned once and by index, as the product does it: without these settings the floor is slower.
const pool = new pg.Pool({
  ...JSON.parse(process.env['FLOOR_DATABASE'] ?? '{}'),
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1',
})

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://floor')
  const place = url.searchParams.get('jurisdiction')
  const { rows } =
    url.pathname === '/w1'
      ? await pool.query({
          name: 'w1',
          text: LIST,
          values: [place, url.searchParams.get('year'), url.searchParams.get('status')],
        })
      : await pool.query({ name: 'w2', text: FILE, values: [place, url.searchParams.get('id')] })
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(rows[0]?.answer)
})
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'))
