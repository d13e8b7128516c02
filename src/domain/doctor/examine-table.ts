import type { ParameterId, ParameterOf, ParameterReader } from '../rules/parameter-values.ts'
import { formatScore } from '../shared/score.ts'
import type { Explanation } from '../shared/explanation.ts'
import { DOCTOR_CHECKS } from './checks/index.ts'
import { clipTable } from './read/clip-table.ts'
import { isFilled } from './read/cells.ts'
import { type Printed, readPoints } from './read/numbers.ts'
import type { DoctorReport, ReportRow } from './report.ts'
import { explainRowScore } from './score/score-row.ts'
import { type ExamineOptions, type StudiedRow, type Study, studyTable } from './study.ts'
import type { DoctorTable } from './table.ts'

/**
 * The whole examination of one printed table: every value read, every score, rate and total computed
 * beside the printed one, and everything that is wrong with it. Never changes a printed figure.
 * @param rules values in force for the table's year and place
 * @throws DomainError PARAMETER_NOT_IN_FORCE when `rules` has no values for that day
 */
export function examineTable(
  table: DoctorTable,
  rules: ParameterReader,
  options: ExamineOptions = {},
): DoctorReport {
  const study = studyTable(clipTable(table), remembering(rules), options)
  return {
    file: options.file ?? '',
    kind: table.kind,
    readable: true,
    rows: study.rows.map(reportRow),
    execution: reportExecution(study),
    total: {
      printed: twoDecimals(readPoints(table.totalScore)) ?? words(table.totalScore),
      computed: study.total.computed_x100 === null ? null : formatScore(study.total.computed_x100),
      grade: study.total.grade,
    },
    findings: DOCTOR_CHECKS.flatMap(({ check }) => check?.(study) ?? []),
  }
}

/**
 * Why one row has the score it has, as a tree: rule, inputs, parameters with their dates, formula,
 * source. `examineTable` makes none, because most are never read.
 * @returns nothing for a row no rule can score
 */
export function explainRow(
  table: DoctorTable,
  index: number,
  rules: ParameterReader,
): Explanation | undefined {
  const row = studyTable(clipTable(table), rules, {}).rows[index]
  return row && explainRowScore(row, rules)
}

function reportRow(studied: StudiedRow): ReportRow {
  const { index, row, target, actual, weight, score, scored } = studied
  return {
    index,
    name: row.name,
    target: target.shown,
    actual: actual.shown,
    weight: weight ? weight.value.toFixed() : words(row.weight),
    printedScore: twoDecimals(score) ?? words(row.score),
    computedScore: scored.computed_x100 === null ? null : formatScore(scored.computed_x100),
    ruleId: scored.ruleId,
    reason: scored.reason,
  }
}

function reportExecution({ execution }: Study): DoctorReport['execution'] {
  if (!execution) return { printedRate: null, computedRate: null, printedScore: null, computedScore: null }
  const { fund, rate, score, computedRate, computed_x100 } = execution
  return {
    printedRate: twoDecimals(rate) ?? words(fund.rate),
    computedRate: computedRate?.toFixed(2) ?? null,
    printedScore: twoDecimals(score) ?? words(fund.score),
    computedScore: computed_x100 === null ? null : formatScore(computed_x100),
  }
}

/** A printed figure in the report's form; more printed decimals than two are kept. */
function twoDecimals(printed: Printed | undefined): string | undefined {
  return printed?.value.toFixed(Math.max(2, printed.decimals))
}

/** What is printed there although it is no number; nothing where nothing is. */
function words(cell: string | null): string | null {
  return isFilled(cell) ? cell.trim() : null
}

/** A parameter is looked up once per table; building its citation is most of the cost. */
function remembering(rules: ParameterReader): ParameterReader {
  const known = new Map<ParameterId, unknown>()
  return {
    value<K extends ParameterId>(id: K): ParameterOf<K> {
      const seen = known.get(id) as ParameterOf<K> | undefined
      if (seen) return seen
      const found = rules.value(id)
      known.set(id, found)
      return found
    },
  }
}
