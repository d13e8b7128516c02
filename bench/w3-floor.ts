import http from 'node:http'
import pg from 'pg'

/**
 * The floor of W3: the kept sums and the twenty worst in one statement; no sign-in, no scope, no framework. Runs as a process of its own, like floor.ts.
 */
const KEPT = `select json_build_object(
  'groups', (select json_agg(g) from (
    select s.jurisdiction_id as id, min(j.name) as name, s.light, sum(s.projects) as projects,
      sum(s.adjusted_fen)::text as adjusted_fen, sum(s.paid_fen)::text as paid_fen, sum(s.reached)::text as reached,
      sum(s.weight_x100)::text as weight_x100
    from monitor_summary s join jurisdiction j on j.id = s.jurisdiction_id
    where s.fiscal_year = 2024 and s.month = 9 group by s.jurisdiction_id, s.light order by 1, 3) g),
  'worst', (select json_agg(w) from (
    select s.record_id, s.project_id, p.name, s.light, s.reason, s.execution_gap, s.target_gap
    from (select * from monitor_state where fiscal_year = 2024 and month = 9 and worst_gap < 0
      order by worst_gap, project_id limit 20) s
    join project p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.project_id
    order by s.worst_gap, s.project_id) w))::text as answer`

const pool = new pg.Pool({
  ...JSON.parse(process.env['FLOOR_DATABASE'] ?? '{}'),
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1',
})

const server = http.createServer(async (_request, response) => {
  const { rows } = await pool.query({ name: 'kept', text: KEPT })
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(rows[0]?.answer)
})
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'))
