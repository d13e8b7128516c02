import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { readXlsx } from 'hucre'
import type pg from 'pg'
import { importBatch, previewBatch, readListFile } from '../src/app/batch/index.ts'
import type { UseCase } from '../src/app/kernel/use-case.ts'
import { openProduct, type Product } from '../src/app/product.ts'
import { populateWorld } from '../src/app/testing/populate.ts'
import { startStorage } from '../src/storage/start.ts'
import { median } from './compare.ts'

/**
 * `npm run bench:w6 [-- --rounds 5] [--rows 5000]`: W6. A workbook of 5,000 indicators of 500 projects is
 * read behind the gate, checked (vocabulary, numbers, project exists, duplicates, weights, form) and written
 * with its audit row; what was written is taken away again between the rounds. Beside it in the same rounds: only reading the file with hucre, and
 * with exceljs. Goal: 0.7 s and 120 MB above what the server has at rest.
 */
const number = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : Number(process.argv[at + 1])
}
const ROUNDS = number('rounds', 5)
const ROWS = number('rows', 5_000)
const PER_PROJECT = 10
const GOAL_ms = 700
const GOAL_mb = 120
const YEAR = 2023

const HEAD = ['项目代码', '一级指标', '二级指标', '三级指标', '年度指标值', '分值', '数据来源', '指标说明']
/** Level, name, value and points: together the ninety points of a sheet. */
const SHAPES = [
  ['产出指标', '数量指标', '新建示范基地', '≥12个', 10],
  ['产出指标', '数量指标', '培训农户', '≥300人次', 10],
  ['产出指标', '质量指标', '验收合格率', '≥95%', 10],
  ['产出指标', '质量指标', '资料完整率', '100%', 10],
  ['产出指标', '时效指标', '完工时间', '2023年12月底前', 10],
  ['效益指标', '经济效益指标', '带动增收', '≥50万元', 10],
  ['效益指标', '社会效益指标', '技术推广', '显著', 10],
  ['效益指标', '生态效益指标', '节水量', '≥8万立方米', 10],
  ['满意度指标', '服务对象满意度指标', '农户满意度', '≥90%', 5],
  ['满意度指标', '服务对象满意度指标', '村委会满意度', '不低于90%', 5],
] as const
const codeOf = (project: number) => `640221T${String(project).padStart(9, '0')}`

async function main(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-w6-'))
  const storage = await startStorage({ home })
  try {
    const product = await openProduct(storage as never, { clock: () => new Date('2022-09-01T02:00:00Z') })
    const people = await populateWorld(
      { owner: storage.database.owner, query: product.db },
      product,
      '2022-09-01',
    )
    await addProjects(storage.database.owner, people.unit)
    const file = path.join(home, 'list.xlsx')
    await writeList(file)
    await report(product, people.unit.postId, storage.database.owner, file)
  } finally {
    await storage.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** A project with an open target sheet for every ten lines. */
async function addProjects(
  owner: pg.Pool,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
): Promise<void> {
  await owner.query('alter table project disable trigger user; alter table record disable trigger user')
  await owner.query(
    `insert into project (jurisdiction_id, id, fiscal_year, code, name, unit_id, department_id, status, is_new,
       budget_fen, content, created_at, created_by)
     select '640221', gen_random_uuid(), $1, '640221T' || lpad(n::text, 9, '0'), '项目' || n, $2,
       (select parent_id from organisation where id = $2), 'entered', false, 500000000, '{}', now(), $3
     from generate_series(0, $4 - 1) n`,
    [YEAR, organisationId, personId, ROWS / PER_PROJECT],
  )
  await owner.query(
    `insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, state_since,
       created_at, created_by)
     select jurisdiction_id, gen_random_uuid(), id, 'targets.sheet', fiscal_year, '项目支出绩效目标申报表', 'draft',
       '{"attribute": "new", "total_fen": "500000000"}', now(), now(), created_by from project`,
  )
  await owner.query('alter table project enable trigger user; alter table record enable trigger user')
  await owner.query('create table before as select id, version, content from record')
  await owner.query('analyze project; analyze record')
}

async function writeList(file: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('绩效指标')
  sheet.addRow(['2023年度项目绩效指标汇总表'])
  sheet.addRow(HEAD)
  for (let row = 0; row < ROWS; row += 1) {
    const shape = SHAPES[row % PER_PROJECT] as (typeof SHAPES)[number]
    const [level1, level2, name, value, points] = shape
    const code = codeOf(Math.floor(row / PER_PROJECT))
    sheet.addRow([code, level1, level2, name, value, points, '部门业务统计', `第 ${row + 1} 行的说明`])
  }
  await book.xlsx.writeFile(file)
}

/** Wall time; processor time of this process with its threads and of the database; the database's part. */
type Cost = { readonly ms: number; readonly cpu_ms: number; readonly database_ms: number }

async function report(product: Product, postId: string, owner: pg.Pool, file: string): Promise<void> {
  const credentials = { postId }
  const given = async () => ({
    subject: 'indicators',
    year: YEAR,
    sheets: await readListFile(file, 'list.xlsx'),
  })
  globalThis.gc?.()
  const rest_mb = process.memoryUsage.rss() / 2 ** 20
  // As on the page: looked at once, then written under the stamp of what was seen.
  const seen = await product.run(previewBatch as unknown as UseCase, await given(), { credentials })
  const { faultCount, records, warnings, stamp } = JSON.parse(seen.body)
  if (faultCount > 0 || warnings.length > 0 || records !== ROWS / PER_PROJECT)
    throw new Error(seen.body.slice(0, 2000))
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    product: async () => importList(product, { ...(await given()), stamp }, credentials),
    hucre: async () => readXlsx(new Uint8Array(await readFile(file))),
    exceljs: async () => new ExcelJS.Workbook().xlsx.readFile(file),
  }
  const costs: Record<string, Cost[]> = { product: [], hucre: [], exceljs: [] }
  const growths: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(ways)) {
      let peak_mb = rest_mb
      const watch = setInterval(() => {
        peak_mb = Math.max(peak_mb, process.memoryUsage.rss() / 2 ** 20)
      }, 5)
      const cost = await costOf(owner, work)
      clearInterval(watch)
      peak_mb = Math.max(peak_mb, process.memoryUsage.rss() / 2 ** 20)
      if (name === 'product') await undo(owner)
      if (name === 'product' && growths.length === 0) growths.push(peak_mb - rest_mb)
      // The first round warms up: code is compiled, the thread of the reader is started.
      if (round === 0) continue
      costs[name]?.push(cost)
    }
  }
  const count = Number((await owner.query('select count(*) from indicator')).rows[0]?.count)
  if (count !== 0) throw new Error(`${count} rows stayed behind`)
  print(costs, growths)
  await writeFile(
    'bench/results/w6.json',
    `${JSON.stringify({ rows: ROWS, load: loadavg()[0], costs, growths }, null, 2)}\n`,
  )
}

/** Everything a command does, audit row, answer and commit included. */
async function importList(
  product: Product,
  input: unknown,
  credentials: { readonly postId: string },
): Promise<void> {
  const answer = await product.run(importBatch as unknown as UseCase, input, { credentials })
  if (JSON.parse(answer.body).lines !== ROWS) throw new Error(answer.body)
}

/** As if nothing had been imported, so that every round does the same work. */
async function undo(owner: pg.Pool): Promise<void> {
  await owner.query('truncate indicator, indicator_history')
  await owner.query('alter table record disable trigger user')
  await owner.query(
    'update record r set version = b.version, content = b.content from before b where b.id = r.id',
  )
  await owner.query('alter table record enable trigger user')
}

async function costOf(owner: pg.Pool, work: () => Promise<unknown>): Promise<Cost> {
  const [own, database] = [process.cpuUsage(), await databaseCpu_ms(owner)]
  const began = performance.now()
  await work()
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(own)
  const database_ms = (await databaseCpu_ms(owner)) - database
  return { ms, cpu_ms: (user + system) / 1000 + database_ms, database_ms }
}

/** Ticks of 10 ms of every process of the database that runs now. */
async function databaseCpu_ms(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity')
  const ticks = await Promise.all(
    rows.map(async ({ pid }) => {
      const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
      return Number(fields[11]) + Number(fields[12])
    }),
  )
  return 10 * ticks.reduce((sum, each) => sum + each, 0)
}

function print(costs: Readonly<Record<string, readonly Cost[]>>, growths: readonly number[]): void {
  const round = (value: number) => Math.round(value * 10) / 10
  const of = (name: string, pick: (cost: Cost) => number) => median((costs[name] ?? []).map(pick))
  const titles: Readonly<Record<string, string>> = {
    product: '产品：读取、检查、写入、审计',
    hucre: '只读取（hucre）',
    exceljs: '只读取（exceljs）',
  }
  console.log(
    `W6 ${ROWS} 行，${ROUNDS} 轮交替取中位数，${cpus().length} 核，负载 ${loadavg()[0]?.toFixed(1)}`,
  )
  console.table(
    Object.keys(costs).map((name) => ({
      做法: titles[name],
      毫秒: round(of(name, ({ ms }) => ms)),
      处理器毫秒: round(of(name, ({ cpu_ms }) => cpu_ms)),
      其中数据库: round(of(name, ({ database_ms }) => database_ms)),
      产品为其几倍: round(of('product', ({ cpu_ms }) => cpu_ms) / of(name, ({ cpu_ms }) => cpu_ms)),
    })),
  )
  // Of the first import after the start, when nothing was grown yet for another library.
  const [growth = 0] = growths
  console.log(`目标 ≤ ${GOAL_ms} 毫秒；首次导入时内存比静止时多 ${round(growth)} MB，目标 ≤ ${GOAL_mb} MB`)
}

await main()
