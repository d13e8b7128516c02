import type { ParameterReader } from '../rules/parameter-values.ts'
import type { Decimal } from '../shared/decimal.ts'
import { readFundLabels } from './read/fund-labels.ts'
import { isBlank, isFilled } from './read/cells.ts'
import { type Level1, type Level2, readLevel1, readLevel2 } from './read/levels.ts'
import { isPartName, plainName } from './read/names.ts'
import type { ReadNote } from './read/read-result.ts'
import { type Printed, readAmount, readPoints } from './read/numbers.ts'
import { readActual, type Reading, readTarget } from './read/read-value.ts'
import { compareValues, type Comparison } from './score/compare.ts'
import { type StudiedFund, studyFund } from './score/score-execution.ts'
import { isScored } from './score/is-scored.ts'
import { type ScoredRow, scoreRow } from './score/score-row.ts'
import { type StudiedTotal, studyTotal } from './score/score-total.ts'
import type { DoctorIndicator, DoctorTable } from './table.ts'

/** A better wording from the indicator library for a weak indicator, and why it fits. */
export type FindExample = (
  row: DoctorIndicator,
) => { readonly text: string; readonly why: string } | undefined

export type ExamineOptions = {
  /** How the report names the file. */
  readonly file?: string
  readonly findExample?: FindExample
  /** What the reader of the file noticed; `digits_lost` and `run_together` become findings. */
  readonly notes?: readonly ReadNote[]
}

export type StudiedRow = {
  readonly index: number
  readonly row: DoctorIndicator
  /** Without ★, 指标1: and (≥**%). */
  readonly name: string
  readonly level1: Level1 | undefined
  readonly level2: Level2 | undefined
  readonly target: Reading
  readonly actual: Reading
  readonly weight: Printed | undefined
  readonly score: Printed | undefined
  readonly comparison: Comparison
  readonly scored: ScoredRow
  /** A part of the row above (其中, or a value without weight under a weight without value). */
  readonly isPart: boolean
  readonly hasParts: boolean
}

/** A table with everything read and computed once; checks only look. */
export type Study = {
  readonly table: DoctorTable
  readonly rows: readonly StudiedRow[]
  readonly funds: readonly StudiedFund[]
  /** The line of 项目资金 that carries the execution score. */
  readonly execution: StudiedFund | undefined
  readonly total: StudiedTotal
  readonly rules: ParameterReader
  readonly options: ExamineOptions
}

/** Reads every cell and computes every score of a printed table. */
export function studyTable(table: DoctorTable, rules: ParameterReader, options: ExamineOptions): Study {
  const parts = findParts(table.indicators)
  const rows = table.indicators.map((row, index) => studyRow(row, index, parts, table, rules))
  const labels = readFundLabels(table.funds.map(({ label }) => label))
  const setAside = findSetAside(table)
  const context = {
    amountUnit: table.amountUnit,
    rules,
    isScored: isScored(table),
    ...(setAside === undefined ? {} : { setAside }),
  }
  const funds = table.funds.flatMap((fund, index) => {
    const label = labels[index]
    return label ? [studyFund(fund, index, label, context)] : []
  })
  const execution = funds.find(({ weight }) => weight) ?? funds.find(({ rate }) => rate) ?? funds[0]
  return { table, rows, funds, execution, total: studyTotal(table, rows, execution, rules), rules, options }
}

function studyRow(
  row: DoctorIndicator,
  index: number,
  parts: Parts,
  { year }: DoctorTable,
  rules: ParameterReader,
): StudiedRow {
  const name = plainName(row.name)
  const level1 = readLevel1(row.level1)
  const level2 = readLevel2(row.level2)
  const words = { name: row.name ?? '', level1: row.level1 ?? '', level2: row.level2 ?? '' }
  const target = readTarget(row.target, year === null ? words : { ...words, year })
  const actual = readActual(row.actual, yearOf(row.target) ?? year)
  const weight = readPoints(row.weight)
  const comparison = compareValues(target, actual, words)
  return {
    index,
    row,
    name,
    level1,
    level2,
    target,
    actual,
    weight,
    score: readPoints(row.score),
    comparison,
    scored: scoreRow({ row, level1, level2, weight, comparison }, rules),
    isPart: parts.isPart(index),
    hasParts: parts.isPart(index + 1) && !parts.isPart(index),
  }
}

/** 2021年12月 promised and 12月 reached are the same December. */
function yearOf(target: string | null): number | null {
  const printed = /(?<!\d)(20\d{2})[年.\-/]/.exec(target ?? '')?.[1]
  return printed === undefined ? null : Number(printed)
}

type Parts = { readonly isPart: (index: number) => boolean }

/** 其中 rows, and rows with values but no weight under a row that has one: they belong together. */
function findParts(rows: readonly DoctorIndicator[]): Parts {
  let isUnderWeight = false
  const flags = rows.map((row, index) => {
    const above = rows[index - 1]
    if (above && (above.level1 !== row.level1 || above.level2 !== row.level2)) isUnderWeight = false
    const hasNoWeight = isBlank(row.weight) && isBlank(row.score)
    const isPart = isPartName(row.name) || (isUnderWeight && hasNoWeight && isFilled(row.target))
    if (isFilled(row.weight)) isUnderWeight = true
    return isPart && !(isPartName(row.name) && isFilled(row.weight) && isFilled(row.target))
  })
  return { isPart: (index) => flags[index] ?? false }
}

/** 统筹整合 beside a total: money of a transfer that was merged into other pots. */
function findSetAside({ funds, amountUnit }: DoctorTable): Decimal | undefined {
  const row = funds.slice(1).find(({ label }) => /统筹整合/.test(label ?? ''))
  if (!row) return undefined
  const cell = isFilled(row.adjusted) ? row.adjusted : row.initial
  const amount = readAmount(cell, amountUnit)
  return amount.is === 'amount' && amount.yuan.gt(0) ? amount.yuan : undefined
}
