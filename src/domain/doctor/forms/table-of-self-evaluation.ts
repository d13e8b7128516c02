import type { EvaluationSelfContent, EvaluationSelfScoresRow } from '../../forms/contents.ts'
import { formatDate, isDate } from '../../shared/dates.ts'
import { GRADES } from '../../shared/grade.ts'
import { findFen, sumFen, toFenText } from '../../shared/money.ts'
import { formatScore, formatWeight } from '../../shared/score.ts'
import type { DoctorFund, DoctorIndicator, DoctorTable } from '../table.ts'
import { amountText } from './amount-text.ts'
import type { Around } from './table-of-targets.ts'

const FUND_LABELS = { fiscal: '其中：当年财政拨款', carryOver: '上年结转资金', other: '其他资金' } as const

/**
 * 项目支出绩效自评表 as the doctor would read it in print: the sources of money under their sum, the
 * scores as they stand on the form.
 * @param around.executionWeight points of the execution rate, as printed
 */
export function tableOfSelfEvaluation(
  content: EvaluationSelfContent,
  around: Around & { readonly executionWeight: string },
): DoctorTable {
  return {
    kind: 'self_evaluation',
    form: 'table',
    isComplete: true,
    isOcr: false,
    amountUnit: '万元',
    year: around.year,
    title: null,
    projectName: around.projectName,
    department: null,
    unit: null,
    annualGoal: content.expectedGoal ?? null,
    goalReached: content.actualGoal ?? null,
    funds: fundsOf(content, around.executionWeight),
    indicators: (content.scores ?? []).map(indicator),
    totalWeight: null,
    totalScore: scoreText(content.totalScore_x100),
    grade: content.grade ? GRADES[content.grade] : null,
    conclusions: null,
    text: null,
  }
}

function fundsOf({ funds, executionScore_x100 }: EvaluationSelfContent, weight: string): DoctorFund[] {
  const rows = funds ?? []
  const sum = (column: 'initial_fen' | 'adjusted_fen' | 'executed_fen') => {
    const known = rows.map((row) => findFen(row[column])).filter((fen) => fen !== undefined)
    return known.length === 0 ? '' : amountText(toFenText(sumFen(known)))
  }
  const own = rows.map((row, index) => ({
    place: `funds/${index}`,
    label: row.fund ? FUND_LABELS[row.fund] : '',
    initial: amountText(row.initial_fen),
    adjusted: amountText(row.adjusted_fen),
    executed: amountText(row.executed_fen),
    weight: null,
    rate: null,
    score: null,
  }))
  const total = {
    place: 'funds',
    label: '年度资金总额',
    initial: sum('initial_fen'),
    adjusted: sum('adjusted_fen'),
    executed: sum('executed_fen'),
    weight,
    rate: null,
    score: scoreText(executionScore_x100),
  }
  return [total, ...own]
}

function indicator(row: EvaluationSelfScoresRow, index: number): DoctorIndicator {
  return {
    place: `scores/${index}`,
    level1: row.level1 ?? '',
    level2: row.level2 ?? '',
    name: row.name ?? '',
    target: row.targetText ?? '',
    actual: reached(row),
    weight: row.weight_x100 == null ? '' : formatWeight(row.weight_x100),
    score: scoreText(row.score_x100),
    reason: row.deviationReason ?? '',
  }
}

/** The printed words say most; a bare number takes the unit of its target. */
function reached({ actual, actualText, actualDate, targetText }: EvaluationSelfScoresRow): string {
  if (actualText) return actualText
  if (actualDate && isDate(actualDate)) return formatDate(actualDate)
  if (!actual) return ''
  const unit = /\d\s*([^\d\s.]+)$/.exec(targetText ?? '')?.[1] ?? ''
  return `${actual}${unit}`
}

function scoreText(score_x100: number | null | undefined): string | null {
  return score_x100 == null ? null : formatScore(score_x100)
}
