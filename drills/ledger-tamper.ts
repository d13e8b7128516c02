// L-05: a superuser with triggers, keys and checks switched off changes every column of sealed rows,
// deletes rows, swaps rows, cuts the tail off and builds the whole tree anew with a key of its own.
// All of it must be found, and the message must name object and field.
//   npm run drill:ledger-tamper [-- --victims 3]
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildDemo } from '../src/app/demo/index.ts'
import { readDemo } from '../src/app/demo/read-demo.ts'
import { keepLedgers } from '../src/app/ledger/keep-ledgers.ts'
import { openProduct } from '../src/app/product.ts'
import { type Storage, startStorage } from '../src/storage/start.ts'
import { cutTail, rebuildWithOwnKey, witnessAll } from './support/forge-tree.ts'
import { temporaryDirectory } from './support/site.ts'
import { openBench } from './support/tamper-bench.ts'
import { judge, LEDGER_TABLES, SEALED_TABLES, type Tally, tamperTable } from './support/tamper-tables.ts'

const { values } = parseArgs({
  options: { victims: { type: 'string', default: '1' }, only: { type: 'string' } },
})
const most = Number(values.victims)
const isWanted = (table: string) => !values.only || values.only.split(',').includes(table)

async function drill(storage: Storage) {
  if (!storage.server) throw new Error('this drill needs the embedded server')
  const say = (sentence: string) => console.error(sentence)
  await buildDemo(storage, { password: 'drill-Password-1', say })
  const product = await openProduct(storage, { isDemo: true })
  const jurisdictionId = readDemo().places.main
  // A day of the audit trail that is over, so that it is sealed too.
  await storage.database.owner.query(
    `insert into audit (id, jurisdiction_id, at, use_case, title, outcome)
     select gen_random_uuid(), $1, now() - interval '2 days' + n * interval '1 second', 'shell.view', '查看' || n, 'done'
     from generate_series(1, 40) n`,
    [jurisdictionId],
  )
  await keepLedgers(storage.database.owner, product.services)
  await witnessAll(storage, product, jurisdictionId)
  const { ledger, forms } = product.services
  const inspecting = { hashes: ledger.hashes, forms, isDemo: true, keys: storage.keys }
  const bench = await openBench(storage.server.superuser, inspecting, jurisdictionId)
  const tally: Tally = { tried: {}, missed: [], unnamed: [] }
  const rowsOf = async (sql: string) =>
    (await bench.client.query<{ ctid: string }>(sql, [jurisdictionId])).rows.map(({ ctid }) => ctid)
  try {
    const clean = await bench.attempt(async () => undefined)
    for (const table of SEALED_TABLES.filter(isWanted)) {
      await tamperTable(bench, table, await rowsOf(sealedRows(table)), tally, most)
      process.stderr.write(`${table} `)
    }
    for (const table of LEDGER_TABLES.filter(isWanted)) {
      const rows = await rowsOf(
        `select ctid::text from ${table} where jurisdiction_id = $1 order by md5(${table}::text) limit 20`,
      )
      await tamperTable(bench, table, rows, tally, most)
      process.stderr.write(`${table} `)
    }
    // Names of people in the review chain stand in a table of their own; audit rows are sealed by the day.
    const [person] = await rowsOf(
      `select p.ctid::text from person p join act a on a.person_id = p.id where a.jurisdiction_id = $1 limit 1`,
    )
    const rename = async () =>
      void (await bench.client.query(`update person set name = name || 'x' where ctid = $1`, [person]))
    judge(tally, 'person', 'person.name', await bench.attempt(rename))
    if (isWanted('audit')) {
      const days = await rowsOf(
        `select ctid::text from audit where jurisdiction_id = $1 and at < now() - interval '1 day' limit 20`,
      )
      await tamperTable(bench, 'audit', days, tally, most)
    }
    const cut = await cutTail(bench, product, jurisdictionId)
    return { clean, tally, cut, forged: await rebuildWithOwnKey(bench, storage, product, jurisdictionId) }
  } finally {
    await bench.close()
  }
}

/** Rows whose present version a leaf of the place has sealed, in an order nobody chose. */
function sealedRows(table: string): string {
  if (table === 'document_number')
    return `select ctid::text from document_number where jurisdiction_id = $1 order by md5(series || number) limit 20`
  return `select t.ctid::text from ${table} t
    join (select distinct s->>'id' as id, s->>'recorded_tx' as tx
      from ledger_leaf l, jsonb_array_elements(convert_from(l.canon, 'UTF8')::jsonb->'stored') s
      where l.jurisdiction_id = $1 and s->>'table' = '${table}') s on s.id = t.id::text and s.tx = t.recorded_tx::text
    where t.jurisdiction_id = $1 order by md5(t.id::text) limit 20`
}

const home = temporaryDirectory('ledger-tamper')
const storage = await startStorage({ home, say: (sentence) => console.error(sentence) })
const { clean, tally, cut, forged } = await drill(storage).finally(async () => {
  await storage.stop()
  rmSync(home, { recursive: true, force: true })
})
const faults = [
  ...clean.map((said) => `before anything was touched: ${said}`),
  ...tally.missed.map((what) => `missed ${what}`),
  ...tally.unnamed.map((what) => `not named ${what}`),
  ...cut.faults,
  ...forged.faults,
]
const total = Object.values(tally.tried).reduce((sum, count) => sum + count, 0)
const groups = Object.entries(tally.tried).map(([group, count]) => `${group} ${count}`)
console.log(
  `drill:ledger-tamper ${faults.length === 0 ? 'PASS' : 'FAIL'}: ${total} tries (${groups.join(', ')}), ` +
    `missed ${tally.missed.length}, not named ${tally.unnamed.length}; ${cut.said}; ${forged.said}` +
    `${faults.length > 0 ? ` | ${faults.slice(0, 60).join('; ')}` : ''}`,
)
process.exitCode = faults.length === 0 ? 0 : 1
