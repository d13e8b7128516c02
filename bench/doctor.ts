import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { examineTable, readTableJson } from '../src/domain/doctor/index.ts'
import type { DoctorTable } from '../src/domain/doctor/table.ts'
import { loadRules } from '../src/rules/index.ts'
import { agree } from './doctor/agreement.ts'
import { compareCase, type Difference, ratesOf, type Tally } from './doctor/compare.ts'
import { FAULTS } from './doctor/faults/index.ts'
import { readLabels } from './doctor/labels.ts'
import { alarmsOnClean, mutate, type MutationResult } from './doctor/mutate.ts'

/**
 * `npm run bench:doctor -- [--mutants 300] [--clean 2000] [--seed 1] [--list]`: how often the table
 * doctor is right. Findings on the given cases against hand labels, findings on clean tables with one
 * planted fault, and false alarms on clean tables. Writes bench/results/doctor.json; `--list` also
 * prints every planted fault that was missed.
 */
const root = path.join(import.meta.dirname, '..')
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const mutants = option('mutants', 300)
const clean = option('clean', 2000)
const seed = option('seed', 1)
const isListed = process.argv.includes('--list')

/** The rules as they ship, on a fixed day, so that a run can be repeated. */
const rules = loadRules(path.join(root, 'rules')).at({
  date: '2024-05-10',
  jurisdiction: '000000',
  fiscalYear: 2023,
})
const examine = (table: DoctorTable) => examineTable(table, rules).findings

function main(): void {
  const cases = measureCases()
  const alarms = alarmsOnClean(clean, examine, seed)
  const planted = FAULTS.map((fault) => mutate(fault, mutants, examine, seed))
  printAlarms(alarms)
  printPlanted(planted)
  const results = path.join(root, 'bench/results')
  mkdirSync(results, { recursive: true })
  const lines = planted.map(({ missed, strayErrors, ...kept }) => ({
    ...kept,
    recall: kept.found / kept.mutants,
    strayErrors: strayErrors.length,
    missed: missed.slice(0, 5),
  }))
  const measured = { seed, cases, clean: summarize(alarms), planted: lines }
  writeFileSync(path.join(results, 'doctor.json'), `${JSON.stringify(measured, null, 2)}\n`)
}

function measureCases() {
  const folder = path.join(root, 'tests/doctor/cases')
  const agreed = readLabels('agreed')
  const tallies = new Map<string, Tally>()
  const differences: Difference[] = []
  let places = 0
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const table = readTableJson(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
    const id = path.basename(file, '.json')
    const labels = agreed[id]
    if (!labels) throw new Error(`${file} has no labels`)
    places += table.indicators.length + table.funds.length + 1
    differences.push(...compareCase(id, labels, examine(table), tallies))
  }
  const agreement = agree(readLabels('first'), readLabels('second'), places)
  const codes = [...tallies].sort(([a], [b]) => a.localeCompare(b))
  const total = codes.reduce((sum, [, tally]) => add(sum, tally), { ...EMPTY })
  printAgreement(agreement)
  printCases([...codes, ['合计', total]])
  for (const { file, kind, code, where, text } of differences)
    console.log(`${kind === 'miss' ? '漏报' : '误报'} ${file} ${code} ${where}：${text}`)
  const lines = [...codes, ['total', total] as const].map(([code, tally]) => [
    code,
    { ...tally, ...ratesOf(tally) },
  ])
  return { agreement, perCode: Object.fromEntries(lines), differences }
}

const EMPTY: Tally = {
  labels: 0,
  doubtful: 0,
  found: 0,
  truePositive: 0,
  falsePositive: 0,
  falseNegative: 0,
  doubtfulFound: 0,
}

function add(one: Tally, two: Tally): Tally {
  const keys = Object.keys(EMPTY) as (keyof Tally)[]
  return Object.fromEntries(keys.map((key) => [key, one[key] + two[key]])) as Tally
}

const percent = (ratio: number | null) => (ratio === null ? '–' : `${(ratio * 100).toFixed(1)}%`)

function printAgreement(agreement: ReturnType<typeof agree>): void {
  const { both, onlyFirst, onlySecond, positiveAgreement, kappa } = agreement
  console.log(
    `两次标注：都标 ${both}，只有第一次 ${onlyFirst}，只有第二次 ${onlySecond}；正一致率 ${percent(positiveAgreement)}，Kappa ${kappa.toFixed(3)}`,
  )
}

function printCases(lines: readonly (readonly [string, Tally])[]): void {
  console.log('\n48 张样表：标注/存疑/报出 → 对/误/漏，查准率、查全率（括号内把存疑的也算标注）')
  for (const [code, tally] of lines) {
    const { precision, recall, strictPrecision, strictRecall } = ratesOf(tally)
    console.log(
      `${code.padEnd(26)}${[tally.labels, tally.doubtful, tally.found].join('/').padEnd(12)}${[tally.truePositive, tally.falsePositive, tally.falseNegative].join('/').padEnd(12)}${percent(precision)} ${percent(recall)}（${percent(strictPrecision)} ${percent(strictRecall)}）`,
    )
  }
}

function summarize({ tables, silent, alarms }: ReturnType<typeof alarmsOnClean>) {
  const perCode: Record<string, number> = {}
  const perSeverity: Record<string, number> = { error: 0, warning: 0, note: 0 }
  for (const { code, severity } of alarms) {
    perCode[code] = (perCode[code] ?? 0) + 1
    perSeverity[severity] = (perSeverity[severity] ?? 0) + 1
  }
  return { tables, silent, perSeverity, perCode }
}

function printAlarms(measured: ReturnType<typeof alarmsOnClean>): void {
  const { tables, silent, perSeverity, perCode } = summarize(measured)
  console.log(
    `\n${tables} 张没有毛病的表：${silent} 张一条不报；误报 ${JSON.stringify(perSeverity)} ${JSON.stringify(perCode)}`,
  )
  const shown = new Map<string, number>()
  for (const { code, severity, text } of measured.alarms) {
    const count = shown.get(code) ?? 0
    shown.set(code, count + 1)
    if (count < (isListed ? 12 : 2)) console.log(`  ${code} ${severity}：${text}`)
  }
}

function printPlanted(results: readonly MutationResult[]): void {
  console.log('\n种一处毛病的表（文字毛病的表另报了几条“错误”，都是误报）：')
  for (const { code, family, mutants: all, found, strayErrors, missed } of results) {
    const stray = family === 'wording' && strayErrors.length > 0 ? ` 另有错误 ${strayErrors.length}` : ''
    console.log(`${code.padEnd(26)}${family.padEnd(12)}${found}/${all} ${percent(found / all)}${stray}`)
    if (isListed) for (const how of missed.slice(0, 40)) console.log(`  漏 ${how}`)
    if (isListed && stray !== '') for (const text of strayErrors.slice(0, 10)) console.log(`  误 ${text}`)
  }
}

main()
