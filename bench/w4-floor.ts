import http from 'node:http'
import pg from 'pg'

/**
 * The floor of W4 and W4b: one statement a request that writes the same rows, and nothing else. No login,
 * scope, checks, history or separation of duties. `node bench/w4-floor.ts <port>` with FLOOR_DATABASE as JSON.
 */
const SUBMIT = `with sheet as (
    insert into plain_sheet (id, content) values ($1, $2::jsonb - 'indicators') returning id, version),
  line as (
    insert into plain_indicator (id, sheet_id, ordinal, name, operator, value, unit, weight_x100, content)
    select gen_random_uuid(), $1, i.n, i.row->>'name', i.row->>'operator', (i.row->>'value')::numeric, i.row->>'unit',
      (i.row->>'weight_x100')::integer, i.row
    from jsonb_array_elements($2::jsonb->'indicators') with ordinality i (row, n)),
  audit as (
    insert into plain_audit (id, title, changes) values (gen_random_uuid(), '保存草稿', $2::jsonb))
  select json_build_object('recordId', id, 'version', version)::text as answer from sheet`

/** Sheet and budget line: state, step, frozen version and leaf of each; one number, one audit row. */
const APPROVE = `with moved as (
    update plain_record set state = 'approved', version = version + 1 where contract = $1 returning id, version, content),
  number as (update plain_number set last = last + 1 where series = $3 returning last),
  act as (insert into plain_act (id, record_id, action) select gen_random_uuid(), id, 'approve' from moved),
  frozen as (
    insert into plain_frozen (id, record_id, content, digest)
    select gen_random_uuid(), id, content::text, sha256(convert_to(content::text, 'UTF8')) from moved),
  audit as (
    insert into plain_audit (id, title, changes)
    select gen_random_uuid(), '批复', json_build_object('number', last, 'contract', $1::uuid) from number),
  head as (update plain_head set size = size + 2 where place = $2 returning size),
  leaf as (
    insert into plain_leaf (place, idx, record_id, canon, digest)
    select $2, head.size - row_number() over (), m.id, convert_to(m.content::text, 'UTF8'),
      sha256(convert_to(m.content::text, 'UTF8')) from moved m, head)
  select json_build_object('contract', $1::uuid, 'number', last)::text as answer from number`

const pool = new pg.Pool({ ...JSON.parse(process.env['FLOOR_DATABASE'] ?? '{}'), max: 10 })

const server = http.createServer(async (request, response) => {
  const parts = await request.toArray()
  const { id, content } = JSON.parse(Buffer.concat(parts).toString()) as { id: string; content?: object }
  const { rows } =
    request.url === '/w4'
      ? await pool.query({ name: 'w4', text: SUBMIT, values: [id, JSON.stringify(content)] })
      : await pool.query({ name: 'w4b', text: APPROVE, values: [id, '640221', '640221/2026'] })
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(rows[0]?.answer)
})
// While it is the other side's turn its connections wait.
server.keepAliveTimeout = 300_000
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'))
