import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { recomputeSelfEvaluations } from '../src/app/evaluation/recompute.ts'
import type { UseCase } from '../src/app/kernel/use-case.ts'
import { openProduct, type Product } from '../src/app/product.ts'
import { insertDivisions, insertPerson } from '../src/app/setup/set-up.ts'
import { startStorage } from '../src/storage/start.ts'
import { bareLoop, readPlainForms } from './w5-bare-loop.ts'
import { median } from './compare.ts'

/**
 * W5: 10,000 self-evaluations of ten indicators each, computed and stored. Beside the product, on the same
 * data and interleaved: the same arithmetic in one SQL statement on tables without history, scope or audit,
 * and the same arithmetic in a loop over figures in memory. All three must give the same digest.
 */
export async function benchW5(options: { readonly rounds: number; readonly forms: number }): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-w5-'))
  const storage = await startStorage({ home })
  try {
    const product = await openProduct(storage as never)
    const { owner } = storage.database
    const postId = await load(product, owner, options.forms)
    const rounds: Round[] = []
    for (let round = 0; round < options.rounds; round += 1) {
      await reset(owner)
      rounds.push(await measureRound(product, owner, postId))
    }
    report(rounds, options.forms)
  } finally {
    await storage.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Wall time, and processor time of this process and of the whole database: the second is what load leaves alone. */
type Cost = { readonly ms: number; readonly cpu_ms: number }
type Round = {
  readonly loop: Cost
  readonly sql: Cost
  readonly product: Cost
  readonly unchanged: Cost
  readonly digests: readonly string[]
}

async function load(product: Product, owner: pg.Pool, forms: number): Promise<string> {
  await owner.query('insert into installation (is_demo) values (false)')
  await insertDivisions(product.db, product.divisions)
  const organisationId = product.services.newId()
  const office = { id: organisationId, jurisdiction_id: '640000', kind: 'province', name: '自治区财政厅' }
  const rest = {
    code: null,
    parent_id: null,
    document_prefix: null,
    valid_from: '2020-01-01',
    valid_to: null,
  }
  await product.db
    .insertInto('organisation')
    .values({ ...office, ...rest })
    .execute()
  const { personId, postId } = await insertPerson(product.db, product.services, {
    name: '省厅绩效处',
    username: 'bench',
    password: 'Bench-Password-640000',
    role: 'province',
    organisationId,
    jurisdictionId: '640000',
    today: '2020-01-01',
  })
  const sql = readFileSync(path.join(import.meta.dirname, 'w5.sql'), 'utf8')
  await owner.query(sql.replaceAll('$FORMS$', String(forms)).replaceAll('$PERSON$', `'${personId}'::uuid`))
  await owner.query(readFileSync(path.join(import.meta.dirname, 'w5-plain.sql'), 'utf8'))
  return postId
}

/** Nothing computed, no history, pages tidy: the same start for every round. */
async function reset(owner: pg.Pool): Promise<void> {
  for (const table of ['record', 'score']) {
    await owner.query(`alter table ${table} disable trigger user`)
    await owner.query(`truncate ${table}_history`)
  }
  await owner.query('update score set score_x100 = null, computed_x100 = null, method = null')
  await owner.query(`update record set content = content
    - '{executionScore_x100,adjustments,totalScore_x100,grade}'::text[] where kind = 'evaluation.self'`)
  for (const table of ['record', 'score']) await owner.query(`alter table ${table} enable trigger user`)
  await owner.query('update plain_score set score_x100 = null')
  await owner.query('update plain_form set total_x100 = null, grade = null')
  for (const table of ['record', 'score', 'plain_score', 'plain_form'])
    await owner.query(`vacuum (full, analyze) ${table}`)
  await owner.query('checkpoint').catch(() => undefined)
}

async function measureRound(product: Product, owner: pg.Pool, postId: string): Promise<Round> {
  const forms = await readPlainForms(owner)
  const [loop, looped] = await costOf(owner, async () => bareLoop(forms))
  const [sql] = await costOf(owner, () => owner.query('call compute_plain()'))
  const [ours] = await costOf(owner, () => recompute(product, postId))
  const [unchanged] = await costOf(owner, () => recompute(product, postId))
  const digests = [looped, await digestOf(owner, PLAIN_RESULT), await digestOf(owner, PRODUCT_RESULT)]
  return { loop, sql, product: ours, unchanged, digests: digests.map((each) => each.slice(0, 12)) }
}

async function recompute(product: Product, postId: string) {
  const useCase = recomputeSelfEvaluations as unknown as UseCase
  return product.run(useCase, { fiscalYear: 2023 }, { credentials: { postId } })
}

async function costOf<T>(owner: pg.Pool, work: () => Promise<T>): Promise<[cost: Cost, result: T]> {
  const [own, database] = [process.cpuUsage(), await databaseCpu_ms(owner)]
  const began = performance.now()
  const result = await work()
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(own)
  return [{ ms, cpu_ms: (user + system) / 1000 + (await databaseCpu_ms(owner)) - database }, result]
}

/** Ticks of 10 ms of every process of the database that runs now. */
async function databaseCpu_ms(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity')
  const ticks = rows.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return Number(fields[11]) + Number(fields[12])
  })
  return 10 * ticks.reduce((sum, each) => sum + each, 0)
}

const PLAIN_RESULT = `select id::text || ':' || coalesce(score_x100::text, '-') as line from plain_score
  union all select id::text || ':' || total_x100 || ':' || grade from plain_form`
const PRODUCT_RESULT = `select id::text || ':' || coalesce(score_x100::text, '-') as line from score
  union all select id::text || ':' || (content->>'totalScore_x100') || ':' || (content->>'grade')
    from record where kind = 'evaluation.self'`

async function digestOf(owner: pg.Pool, result: string): Promise<string> {
  const { rows } = await owner.query<{ line: string }>(`${result} order by 1`)
  return createHash('sha256')
    .update(rows.map(({ line }) => line).join('\n'))
    .digest('hex')
}

function report(rounds: readonly Round[], forms: number): void {
  const of = (pick: (round: Round) => number) => Math.round(100 * median(rounds.map(pick))) / 100
  const isDigestEqual = rounds.every(({ digests }) => new Set(digests).size === 1)
  const ways = {
    loop: '内存中的循环',
    sql: '一条 SQL（无历史、范围、审计）',
    product: '产品',
    unchanged: '产品（再算一次，没有变化）',
  }
  const lines = (Object.keys(ways) as (keyof typeof ways)[]).map((way) => ({
    way: ways[way],
    ms: of((round) => round[way].ms),
    cpu_ms: of((round) => round[way].cpu_ms),
    productRatio: of((round) => round.product.ms / round[way].ms),
    productCpuRatio: of((round) => round.product.cpu_ms / round[way].cpu_ms),
  }))
  console.log(
    `W5 ${forms} 张自评表 × 10 项指标，${rounds.length} 轮交替取中位数，${cpus().length} 核，负载 ${loadavg()[0]?.toFixed(1)}`,
  )
  console.table(
    lines.map(({ way, ms, cpu_ms, productRatio, productCpuRatio }) => ({
      做法: way,
      毫秒: ms,
      处理器毫秒: cpu_ms,
      产品为其几倍: productRatio,
      按处理器时间: productCpuRatio,
    })),
  )
  console.log(
    `目标 ≤ 2000 毫秒，力争 1000；三种算法结果${isDigestEqual ? '一致' : '不一致'}：${rounds[0]?.digests.join(' ')}`,
  )
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const head = {
    commit,
    date: new Date().toISOString().slice(0, 10),
    forms,
    cores: cpus().length,
    load: loadavg()[0],
  }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(
    'bench/results/w5.json',
    `${JSON.stringify({ ...head, isDigestEqual, lines, rounds }, null, 2)}\n`,
  )
  if (!isDigestEqual) process.exitCode = 1
}
