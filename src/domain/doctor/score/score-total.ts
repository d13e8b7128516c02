import { computeGrade } from '../../evaluation/compute/index.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { GRADES } from '../../shared/grade.ts'
import { isFilled } from '../read/cells.ts'
import { readPoints } from '../read/numbers.ts'
import type { DoctorTable } from '../table.ts'
import type { StudiedFund } from './score-execution.ts'
import type { StudiedRow } from '../study.ts'
import { isScored } from './is-scored.ts'

export type StudiedTotal = {
  readonly computed_x100: number | null
  readonly grade: (typeof GRADES)[keyof typeof GRADES] | null
}

/**
 * EVA-004 over the shown rows: the computed score where the rule gives one, else the printed one
 * (qualitative rows are the evaluator's). Only for tables of which every row is here.
 */
export function studyTotal(
  table: DoctorTable,
  rows: readonly StudiedRow[],
  execution: StudiedFund | undefined,
  rules: ParameterReader,
): StudiedTotal {
  if (!isScored(table)) return { computed_x100: null, grade: null }
  const computed_x100 = table.isComplete ? sumShown(rows, execution) : null
  const printed = readPoints(table.totalScore)
  const printed_x100 = printed ? printed.value.times(100).round().toNumber() : null
  return { computed_x100, grade: gradeOf(computed_x100, rules) ?? gradeOf(printed_x100, rules) }
}

function sumShown(rows: readonly StudiedRow[], execution: StudiedFund | undefined): number | null {
  let sum_x100 = 0
  let count = 0
  for (const row of rows) {
    const shown = row.scored.computed_x100 ?? row.score?.value.times(100).toNumber()
    if (shown === undefined) {
      if (row.weight?.value.gt(0) || isFilled(row.row.score)) return null
      continue
    }
    sum_x100 += shown
    count += 1
  }
  if (count === 0) return null
  const shown = execution?.computed_x100 ?? execution?.score?.value.times(100).toNumber()
  const isMissing = execution?.weight?.value.gt(0) || isFilled(execution?.fund.score ?? null)
  if (shown === undefined && isMissing) return null
  return Math.round(sum_x100 + (shown ?? 0))
}

function gradeOf(total_x100: number | null, rules: ParameterReader): StudiedTotal['grade'] {
  if (total_x100 === null || total_x100 < 0 || total_x100 > 100_00) return null
  return GRADES[computeGrade(total_x100, rules).grade]
}
