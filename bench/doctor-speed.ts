import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { type DoctorTable, examineTable, readTableJson } from '../src/domain/doctor/index.ts'
import type { ParameterReader } from '../src/domain/rules/parameter-values.ts'
import { loadRules } from '../src/rules/index.ts'
import { median } from './compare.ts'

/**
 * `npm run bench -- doctor-speed`: how many printed tables one core reads, scores and checks in a second,
 * beside two bare loops over the same tables, interleaved: one that only does the arithmetic on numbers
 * already read, one that also reads each cell with a single pattern. Neither checks or explains anything.
 * Time is processor time, so that other work on the machine does not count.
 */
const ROOT = path.join(import.meta.dirname, '..')
const CASES = path.join(ROOT, 'tests/doctor/cases')
const ROUNDS = 9
const FORM_ROWS = 40

type Bare = {
  readonly rows: readonly {
    readonly weight: number
    readonly score: number
    readonly target: number
    readonly actual: number
    readonly isLess: boolean
  }[]
  readonly funds: readonly { readonly budget: number; readonly executed: number; readonly weight: number }[]
}

function main(): void {
  const rules = loadRules(path.join(ROOT, 'rules')).at({ date: '2023-12-31', jurisdiction: '640000' })
  const given = readdirSync(CASES).map((name) =>
    readTableJson(JSON.parse(readFileSync(path.join(CASES, name), 'utf8'))),
  )
  const form = longForm(given)
  const lines = [compare('48 份公开表', given, rules, 8), compare(`${FORM_ROWS} 行的表`, [form], rules, 60)]
  console.table(
    lines.map(({ name, perSecond, perTable_ms, overArithmetic, overReading }) => ({
      表: name,
      '每秒体检(份)': Math.round(perSecond),
      '每份(毫秒)': perTable_ms.toFixed(3),
      '相当于只算数(倍)': Math.round(overArithmetic),
      '相当于读数并算数(倍)': overReading.toFixed(1),
    })),
  )
  console.log(
    `一个核，${ROUNDS} 轮取中位数；按占用处理器的时间计（机器共 ${cpus().length} 核），各轮交替进行。`,
  )
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  mkdirSync(path.join(ROOT, 'bench/results'), { recursive: true })
  const result = { commit, date: new Date().toISOString().slice(0, 10), rounds: ROUNDS, lines }
  writeFileSync(path.join(ROOT, 'bench/results/doctor-speed.json'), `${JSON.stringify(result, null, 2)}\n`)
}

/** As long as a form gets: rows of real tables one after the other, funds of one of them. */
function longForm(given: readonly DoctorTable[]): DoctorTable {
  const rows = given.filter(({ kind }) => kind === 'self_evaluation').flatMap(({ indicators }) => indicators)
  const scored = rows.filter(({ weight, target }) => weight && target)
  const base = given.find(({ funds }) => funds.length > 3) as DoctorTable
  return { ...base, indicators: Array.from({ length: FORM_ROWS }, (_, at) => scored[at % scored.length]!) }
}

function compare(name: string, tables: readonly DoctorTable[], rules: ParameterReader, repeats: number) {
  const bare = tables.map(toNumbers)
  const time = (work: () => number) => {
    const start = process.cpuUsage()
    let sum = 0
    for (let at = 0; at < repeats; at += 1) sum += work()
    if (Number.isNaN(sum)) throw new Error('the loop computed nothing')
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000 / repeats / tables.length
  }
  const doctor = () => tables.reduce((sum, table) => sum + examineTable(table, rules).findings.length, 0)
  const arithmetic = () => bare.reduce((sum, table) => sum + bareTable(table), 0)
  const reading = () => tables.reduce((sum, table) => sum + bareTable(toNumbers(table)), 0)
  for (const work of [doctor, arithmetic, reading]) time(work)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    doctor: time(doctor),
    arithmetic: time(() => repeat(arithmetic)) / INNER,
    reading: time(reading),
  }))
  const perTable_ms = median(rounds.map((round) => round.doctor))
  return {
    name,
    tables: tables.length,
    perSecond: 1000 / perTable_ms,
    perTable_ms,
    overArithmetic: median(rounds.map((round) => round.doctor / round.arithmetic)),
    overReading: median(rounds.map((round) => round.doctor / round.reading)),
  }
}

/** The bare loop is too short for the clock; it runs many times. */
const INNER = 200

function repeat(work: () => number): number {
  let sum = 0
  for (let at = 0; at < INNER; at += 1) sum += work()
  return sum
}

/** w × min(1, A ÷ T) a row, B ÷ A a fund, and the sums. */
function bareTable({ rows, funds }: Bare): number {
  let [weights, printed, computed, money] = [0, 0, 0, 0]
  for (const { weight, score, target, actual, isLess } of rows) {
    weights += weight
    printed += score
    const share = isLess ? (actual <= target ? 1 : target / actual) : Math.min(1, actual / target)
    computed += Math.round((Number.isFinite(share) ? weight * share : 0) * 100) / 100
  }
  for (const { budget, executed, weight } of funds) {
    money += budget
    computed += budget > 0 ? Math.round(weight * Math.min(1, executed / budget) * 100) / 100 : 0
  }
  return weights + printed + computed + money
}

function toNumbers({ indicators, funds }: DoctorTable): Bare {
  return {
    rows: indicators.map(({ weight, score, target, actual }) => ({
      weight: numberIn(weight),
      score: numberIn(score),
      target: numberIn(target),
      actual: numberIn(actual),
      isLess: /^[≤<]/.test(target ?? ''),
    })),
    funds: funds.map(({ adjusted, initial, executed, weight }) => ({
      budget: numberIn(adjusted ?? initial),
      executed: numberIn(executed),
      weight: numberIn(weight),
    })),
  }
}

function numberIn(cell: string | null): number {
  return Number(/\d+(?:\.\d+)?/.exec(cell ?? '')?.[0] ?? 0)
}

main()
