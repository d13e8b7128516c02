import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bench, openBench } from '../../drills/support/tamper-bench.ts'
import { useWorld } from '../../src/app/testing/world.ts'
import { COUNTY, ledgerIn } from './world.ts'

/*
 * What an owner of the tables may try with triggers off. Every column of every sealed table, rows
 * deleted and swapped, as superuser: `npm run drill:ledger-tamper`.
 */
const world = useWorld('2022-10-10')
const ledger = ledgerIn(world)
let bench: Bench
let recordId = ''
let projectId = ''

beforeAll(async () => {
  ;({ recordId, projectId } = await ledger.approve())
  await ledger.approve()
  await ledger.issue()
  const { ledger: services, forms } = world.product.services
  bench = await openBench(
    world.database.address,
    { hashes: services.hashes, forms, isDemo: false, keys: services.keys },
    COUNTY,
    { isOwner: true },
  )
}, 60_000)
afterAll(() => bench.close())

test('untouched, everything is equal', async () => {
  expect(await bench.attempt(async () => undefined)).toEqual([])
})

const SHEET = `record_id = '$record'`
test.each<[table: string, change: string, where: string, said: RegExp]>([
  [
    'indicator',
    'value = 45',
    `${SHEET} and ordinal = 0`,
    /绩效指标“建成示范基地”的指标值：契约账为“50”，业务数据为“45”/,
  ],
  [
    'indicator',
    'weight_x100 = weight_x100 + 1',
    `${SHEET} and ordinal = 1`,
    /“验收合格率”的权重：契约账为“20\.00”，业务数据为“20\.01”/,
  ],
  [
    'indicator',
    `name = '示范基地'`,
    `${SHEET} and ordinal = 0`,
    /三级指标：契约账为“建成示范基地”，业务数据为“示范基地”/,
  ],
  [
    'indicator',
    'ordinal = 9',
    `${SHEET} and ordinal = 1`,
    /\(indicator\).* 的 ordinal 列：契约账为“1”，业务数据为“9”/,
  ],
  [
    'record',
    `content = jsonb_set(content, '{total_fen}', '"500000001"')`,
    `id = '$record'`,
    /年度资金总额：契约账为“5000000\.00”，业务数据为“5000000\.01”/,
  ],
  ['record', `content = content || '{"more": "x"}'`, `id = '$record'`, /more：契约账中没有，业务数据为“x”/],
  [
    'record',
    `state = 'published'`,
    `id = '$record'`,
    /\(record\).* 的 state 列：契约账为“approved”，业务数据为“published”/,
  ],
  ['record', `due_on = due_on + 30`, `id = '$record'`, /due_on 列：契约账为“2022-10-30”/],
  [
    'act',
    `opinion = '不同意'`,
    `${SHEET} and action = 'review'`,
    /办理经过“第2行”的意见：契约账为“已加盐保护/,
  ],
  [
    'act',
    `acted_at = acted_at - interval '1 day'`,
    `${SHEET} and action = 'approve'`,
    /时间：契约账为“2022-10-10T10:00:00\+08:00”，业务数据为“2022-10-09T10:00:00\+08:00”/,
  ],
  [
    'act',
    `document_number = '示财（绩）发〔2022〕9号'`,
    `${SHEET} and action = 'approve'`,
    /文号：契约账为“示财（绩）发〔2022〕1号”，业务数据为“示财（绩）发〔2022〕9号”/,
  ],
  [
    'frozen',
    `content = jsonb_set(content, '{content,annualGoal}', '"不变"')`,
    `${SHEET} and action = 'approve'`,
    /年度目标：契约账为“建成示范基地50个，带动300户增收”，业务数据为“不变”/,
  ],
  [
    'frozen',
    `content = jsonb_set(content, '{project,status}', '"closed"')`,
    `${SHEET} and action = 'approve'`,
    /\(frozen\).* 的 content 列/,
  ],
  [
    'project',
    'budget_fen = budget_fen - 1',
    `id = '$project'`,
    /\(project\).* 的 budget_fen 列：契约账为“500000000”，业务数据为“499999999”/,
  ],
  [
    'project',
    `status = 'closed'`,
    `id = '$project'`,
    /\(project\).* 的 status 列：契约账为“monitoring”，业务数据为“closed”/,
  ],
  [
    'project',
    `content = content || '{"overview": "别的"}'`,
    `id = '$project'`,
    /项目概况：契约账为“建设示范基地50个”，业务数据为“别的”/,
  ],
  [
    'document_number',
    `issued_at = issued_at + interval '1 day'`,
    SHEET,
    /\(document_number\).* 的 issued_at 列/,
  ],
  [
    'ledger_leaf',
    `canon = convert_to(replace(convert_from(canon, 'UTF8'), '5000000.00', '6000000.00'), 'UTF8')`,
    `${SHEET} and type = 'target.approved'`,
    /条目\(ledger_leaf\)640221 第1号：sha256 列/,
  ],
  [
    'ledger_leaf',
    `type = 'budget.linked'`,
    `${SHEET} and type = 'target.approved'`,
    /第1号：type 列：按正文应为“target.approved”，库中为“budget.linked”/,
  ],
  [
    'ledger_node',
    `hash = set_byte(hash, 3, 255 - get_byte(hash, 3))`,
    `alg = 'sm3' and level = 1 and pos = 0`,
    /子树\(ledger_node\)640221 sm3 第1层第0个：hash 列/,
  ],
  ['ledger_head', 'size = size + 1', 'true', /账头\(ledger_head\)640221：size 列：条目共4条，账头为5/],
  [
    'ledger_checkpoint',
    `note = replace(note, E'\\n4\\n', E'\\n3\\n')`,
    'true',
    /凭证\(ledger_checkpoint\)640221 4条：size 列/,
  ],
  [
    'ledger_salt',
    `salt = decode(repeat('ab', 16), 'hex')`,
    `place = 'chain/1/opinion' and idx = 0`,
    /办理经过“第2行”的意见/,
  ],
])('%s: %s', async (table, change, where, said) => {
  const condition = where.replace('$record', recordId).replace('$project', projectId)
  const found = await bench.attempt(async () => {
    const done = await bench.client.query(`update ${table} set ${change} where ${condition}`)
    expect(done.rowCount).toBeGreaterThan(0)
  }, table)
  expect(found.join('\n')).toMatch(said)
})

test.each([
  ['indicator', `${SHEET} and ordinal = 2`, /绩效指标“建设工期”：契约账为“\(整条\)”，业务数据中没有/],
  [
    'frozen',
    `${SHEET} and action = 'approve'`,
    /定稿版本表\(frozen\).* 整行：契约账为“\(整条\)”，业务数据中没有/,
  ],
  [
    'ledger_node',
    `alg = 'sha256' and level = 0 and pos = 1`,
    /子树\(ledger_node\)640221 sha256 第0层第1个：整行：缺失/,
  ],
  ['ledger_checkpoint', 'true', /ledger_checkpoint 640221：整行：审计记录中“4条 SM3/],
])('%s: a row removed (%s)', async (table, where, said) => {
  const found = await bench.attempt(async () => {
    await bench.client.query(`delete from ${table} where ${where.replace('$record', recordId)}`)
  }, table)
  expect(found.join('\n')).toMatch(said)
})

test('an indicator put in afterwards is found out', async () => {
  const found = await bench.attempt(async () => {
    await bench.client.query(
      `insert into indicator select jurisdiction_id, gen_random_uuid(), record_id, project_id, 77, level1, level2, '添上的',
         kind, operator, value, unit, weight_x100, content from indicator where record_id = $1 and ordinal = 0`,
      [recordId],
    )
  }, 'indicator')
  expect(found.join('\n')).toMatch(/绩效指标“第.*行”：契约账中没有，业务数据为“\(整条\)”/)
})
