import {
  checkRecheckNote,
  checkRecheckScores,
  type Rechecker,
  RECHECKS,
} from '../../domain/evaluation/checks/index.ts'
import {
  computeRecheckScore,
  computeSelfRisk,
  type RiskFacts,
} from '../../domain/evaluation/compute/index.ts'
import type { EvaluationSelfContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Score_x100 } from '../../domain/shared/score.ts'
import { selfInput } from './self-input.ts'

/** Who looks again in which state. */
export const RECHECKER_IN: Readonly<Record<string, Rechecker>> = {
  submitted: 'department',
  reviewed: 'finance',
}

const TOTALS = { department: 'departmentTotal_x100', finance: 'financeTotal_x100' } as const

/** The scores one reviewer gave, by row from 0; finance starts from what the department gave. */
export function recheckedScores(content: EvaluationSelfContent, by: Rechecker): Map<number, Score_x100> {
  const sections = by === 'finance' ? (['department', 'finance'] as const) : (['department'] as const)
  return new Map(
    sections.flatMap((each) =>
      (content[RECHECKS[each].rows] ?? []).flatMap(({ row, score_x100 }): [number, Score_x100][] =>
        row == null || score_x100 == null ? [] : [[row - 1, score_x100]],
      ),
    ),
  )
}

export function hasRechecked(content: EvaluationSelfContent, by: Rechecker): boolean {
  const { rows, note } = RECHECKS[by]
  return (content[rows] ?? []).length > 0 || (content[note] ?? '').trim() !== ''
}

/** The total with the reviewer's scores; nothing while the money is not complete. */
export function computeRecheck(
  content: EvaluationSelfContent,
  indicators: readonly TargetsSheetIndicatorsRow[],
  by: Rechecker,
  rules: ParameterReader,
) {
  const { rows, funds } = selfInput(content, indicators)
  if (!funds) return undefined
  return computeRecheckScore({ rows, funds }, recheckedScores(content, by), rules)
}

/** What the form shows of how carefully it was filled in. */
export function selfRisk(
  content: EvaluationSelfContent,
  indicators: readonly TargetsSheetIndicatorsRow[],
  light: string | null,
  rules: ParameterReader,
) {
  const { rows, funds } = selfInput(content, indicators)
  const facts: RiskFacts = {
    rows: (content.scores ?? []).map((row, at) => ({
      weight_x100: rows[at]?.target.weight_x100 ?? 0,
      score_x100: row.score_x100 ?? row.computedScore_x100 ?? null,
      computed_x100: row.computedScore_x100 ?? null,
      targetText: row.targetText ?? '',
      actualText: row.actualText ?? '',
      hasFile: (row.evidence ?? []).length > 0,
    })),
    total_x100: content.totalScore_x100 ?? null,
    budget_fen: funds?.budget_fen ?? 0n,
    executed_fen: funds?.executed_fen ?? 0n,
    light,
  }
  return computeSelfRisk(facts, rules)
}

/** What keeps a reviewer from passing the form on. */
export function recheckFindings(
  content: EvaluationSelfContent,
  by: Rechecker,
  risk: ReturnType<typeof selfRisk>,
): Finding[] {
  const isMust = risk.isMust && !hasRechecked(content, by)
  const words = isMust ? risk.signals.map((signal) => signal.words).join('；') : undefined
  return [...checkRecheckScores(content, by), ...checkRecheckNote(content, by, words)]
}

/** The content with the reviewer's total, where the reviewer looked; without it where not. */
export function withRecheckTotal(
  content: Content,
  by: Rechecker,
  recheck: ReturnType<typeof computeRecheck>,
): Content {
  const { [TOTALS[by]]: _before, ...rest } = content
  const total = recheck?.total_x100 ?? null
  const isDone = hasRechecked(content as EvaluationSelfContent, by)
  return isDone && total !== null ? { ...rest, [TOTALS[by]]: total } : (rest as Content)
}
