import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { compareOverview, fillOverview } from '../src/app/monitoring/recompute-overview.ts'
import { openProduct, type Product } from '../src/app/product.ts'
import { insertSession } from '../src/app/session/sign-in.ts'
import { insertPerson } from '../src/app/setup/set-up.ts'
import { kyselyOn } from '../src/storage/connection.ts'
import { startStorage } from '../src/storage/start.ts'
import { compare, median, type Subject } from './compare.ts'
import { loadWorld } from './load-world.ts'
import { databaseOf, type Running, startFloor, startProduct } from './processes.ts'
import { RAW } from './w3-raw.ts'

/**
 * `npm run bench:w3 [-- --scales 0.1,1] [--rounds 3] [--seconds 2]`: W3, the monitoring overview of the whole
 * province in September 2024. Each scale is a database of its own. Printed: product ÷ floor, what the raw
 * rows would cost, computing all rounds anew, and what keeping the sums adds to one report.
 */
const text = (name: string, usual: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : (process.argv[at + 1] ?? usual)
}
const SCALES = text('scales', '0.1,1').split(',').map(Number)
const ROUNDS = Number(text('rounds', '3'))
const SECONDS = Number(text('seconds', '2'))

type Measured = Readonly<Record<string, number>>

async function measure(scale: number): Promise<Measured> {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-w3-'))
  const running: Running[] = []
  try {
    const served = await startProduct(home)
    running.push(served)
    const world = await loadWorld(home, scale)
    const storage = await startStorage({ home, whenRunning: 'attach' })
    const product = await openProduct(storage as never)
    const { owner } = storage.database
    await owner.query(readFileSync(path.join(import.meta.dirname, 'w3.sql'), 'utf8'))
    const db = kyselyOn(owner)
    const filled = await timed(() => fillOverview(db, product.services.rules))
    await owner.query('vacuum analyze monitor_state, monitor_summary')
    const proof = await timed(() => compareOverview(db, product.services.rules))
    if (proof.value.length > 0) throw new Error(proof.value[0])
    const token = await signInProvince(product, owner)
    const raw = await compareWithRaw(served, token, owner, boundsOf(product))
    const floor = await startFloor(world.database, 'bench/w3-floor.ts')
    running.push(floor)
    const databasePid = databaseOf(served)
    const ours: Subject = {
      port: served.port,
      pid: served.pid,
      databasePid,
      requests: [{ path: '/api/monitoring/overview?year=2024', headers: { cookie: `jiheng=${token}` } }],
    }
    const theirs: Subject = { port: floor.port, pid: floor.pid, databasePid, requests: [{ path: '/kept' }] }
    const one = await compare(theirs, ours, { clients: 1, rounds: ROUNDS, seconds: SECONDS })
    const many = await compare(theirs, ours, { clients: 16, rounds: ROUNDS, seconds: SECONDS })
    const upkeep = await measureUpkeep(owner)
    const rounds = Number((await owner.query('select count(*) as n from monitor_state')).rows[0].n)
    await world.close()
    await storage.stop()
    return {
      scale,
      rounds,
      'floor p50 ms': one.floor_p50_ms,
      'product p50 ms': one.product_p50_ms,
      'ratio 1': one.ratio,
      'cpu ratio 1': one.cpuRatio,
      'ratio 16': many.ratio,
      'cpu ratio 16': many.cpuRatio,
      'raw ms': raw,
      'fill s': filled.ms / 1000,
      'nightly s': proof.ms / 1000,
      ...upkeep,
    }
  } finally {
    for (const each of running.reverse()) await each.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  return { value: await work(), ms: performance.now() - began }
}

async function signInProvince(product: Product, owner: pg.Pool): Promise<string> {
  const organisationId = product.services.newId()
  await owner.query(
    `insert into organisation (id, jurisdiction_id, kind, name, valid_from)
     values ($1, '640000', 'province', '自治区财政厅', '2020-01-01')`,
    [organisationId],
  )
  const { personId, postId } = await insertPerson(product.db, product.services, {
    name: '处长',
    username: 'province.officer',
    password: 'Province-Bench-Password',
    role: 'province',
    organisationId,
    jurisdictionId: '640000',
    today: '2024-01-01',
  })
  return (await insertSession(product.db, personId, postId, 'bench')).token
}

/** The light's bounds of every place on the day its rounds were concluded. */
function boundsOf({ divisions, services }: Product): string {
  const bounds = divisions.map(({ id }) => {
    const rules = services.rules.at({ date: '2024-10-20', jurisdiction: id, fiscalYear: 2024 })
    const { yellowBelow_bp, redBelow_bp } = rules.value('monitoring.light_thresholds').value
    return [id, [yellowBelow_bp, redBelow_bp]]
  })
  return JSON.stringify(Object.fromEntries(bounds))
}

type Line = Readonly<Record<string, unknown>>

/** The same sums from the raw rows, by SQL that knows nothing of the product: equal, or the bench fails. */
async function compareWithRaw(
  served: Running,
  token: string,
  owner: pg.Pool,
  bounds: string,
): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${served.port}/api/monitoring/overview?year=2024`, {
    headers: { cookie: `jiheng=${token}` },
  })
  const { groups } = (await answer.json()) as { groups: Line[] }
  const shown = groups.map((group) => NAMES.map((name) => group[name]))
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const { value, ms } = await timed(() => owner.query<{ answer: string }>(RAW, [bounds]))
    times.push(ms)
    const raw = (JSON.parse(value.rows[0]?.answer ?? '[]') as Line[]).map((group) =>
      NAMES.map((name) => group[name]),
    )
    if (JSON.stringify(raw) !== JSON.stringify(shown)) throw new Error('kept sums differ from the raw rows')
  }
  return median(times)
}
const NAMES = ['id', 'light', 'projects', 'adjusted_fen', 'paid_fen', 'reached', 'weight_x100']

/** One report, committed: its row alone, with the sums, and sixteen of one county at once. */
async function measureUpkeep(owner: pg.Pool): Promise<Measured> {
  const { rows } = await owner.query<{ id: string }>(
    `select record_id as id from monitor_state where jurisdiction_id = '640221' and fiscal_year = 2024 limit 200`,
  )
  const report = (at: number) =>
    timed(() =>
      owner.query(
        `update monitor_state set paid_fen = paid_fen + 1, light = case light when 'green' then 'yellow' else 'green' end
         where jurisdiction_id = '640221' and record_id = $1`,
        [rows[at % rows.length]?.id],
      ),
    )
  const inTurn = async () => {
    const times: number[] = []
    for (let at = 0; at < 300; at += 1) times.push((await report(at)).ms)
    return median(times)
  }
  await inTurn()
  const withSums = await inTurn()
  await owner.query('alter table monitor_state disable trigger sum_changed')
  const rowOnly = await inTurn()
  await owner.query('alter table monitor_state enable trigger sum_changed')
  const began = performance.now()
  await Promise.all(
    Array.from({ length: 16 }, async (_, lane) => {
      for (let turn = 0; turn < 40; turn += 1) await report(lane + 16 * turn)
    }),
  )
  const perSecond = 640 / ((performance.now() - began) / 1000)
  const { rows: slots } = await owner.query<{ n: number }>(
    `select max(n)::integer as n from (select count(*) as n from monitor_summary
     group by fiscal_year, month, jurisdiction_id, department_id, light) s`,
  )
  return {
    'upkeep ms': withSums,
    'row only ms': rowOnly,
    'reports per s, 16': perSecond,
    'most slots': slots[0]?.n ?? 0,
  }
}

const measured: Measured[] = []
for (const scale of SCALES) measured.push(await measure(scale))
const shown = measured.map((line) =>
  Object.fromEntries(Object.entries(line).map(([name, value]) => [name, Number(value.toFixed(3))])),
)
console.table(
  Object.fromEntries(
    Object.keys(shown[0] ?? {}).map((name) => [
      name,
      Object.fromEntries(shown.map((line) => [`×${line['scale']}`, line[name]])),
    ]),
  ),
)
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
mkdirSync('bench/results', { recursive: true })
writeFileSync(
  'bench/results/w3.json',
  `${JSON.stringify({ commit, date: new Date().toISOString().slice(0, 10), cores: cpus().length, load: loadavg()[0], rounds: ROUNDS, scales: shown }, null, 2)}\n`,
)
