import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import { formatDate, isDate } from '../../shared/dates.ts'
import { formatWeight } from '../../shared/score.ts'
import type { DoctorFund, DoctorIndicator, DoctorTable } from '../table.ts'
import { amountText } from './amount-text.ts'
import { LEVEL1_LABELS, LEVEL2_LABELS, SIGNS } from './labels.ts'

/** What stands on no form but around it. */
export type Around = { readonly year: number; readonly projectName: string }

/**
 * 绩效目标申报表 as the doctor would read it in print: the draft of a form, one indicator a row in its order.
 * Nothing is filled in yet of what is reached, so those cells cannot be seen (`null`).
 * @param content possibly half typed; what cannot be read stands as it was typed
 */
export function tableOfTargets(content: TargetsSheetContent, { year, projectName }: Around): DoctorTable {
  return {
    kind: 'target_declaration',
    form: 'table',
    isComplete: true,
    isOcr: false,
    amountUnit: '万元',
    year,
    title: null,
    projectName,
    department: null,
    unit: null,
    annualGoal: content.annualGoal ?? null,
    goalReached: null,
    funds: [
      fund('年度资金总额', 'total_fen', content.total_fen),
      fund('其中：财政拨款', 'fiscal_fen', content.fiscal_fen),
      fund('其他资金', 'other_fen', content.other_fen),
    ],
    indicators: (content.indicators ?? []).map(indicator),
    totalWeight: null,
    totalScore: null,
    grade: null,
    conclusions: null,
    text: null,
  }
}

function fund(label: string, place: string, amount_fen: string | null | undefined): DoctorFund {
  const unseen = { adjusted: null, executed: null, weight: null, rate: null, score: null }
  return { place, label, initial: amountText(amount_fen), ...unseen }
}

function indicator(row: TargetsSheetIndicatorsRow, index: number): DoctorIndicator {
  return {
    place: `indicators/${index}`,
    level1: row.level1 ? LEVEL1_LABELS[row.level1] : '',
    level2: row.level2 ? LEVEL2_LABELS[row.level2] : '',
    name: row.name ?? '',
    target: printedTarget(row),
    actual: null,
    weight: row.weight_x100 == null ? '' : formatWeight(row.weight_x100),
    score: null,
    reason: null,
  }
}

/** The figures make the printed value; words stand where there are none. */
function printedTarget(row: TargetsSheetIndicatorsRow): string {
  const { kind, operator, value, upper, dateValue, valueText } = row
  const words = valueText ?? ''
  if (kind === 'date') return dateValue && isDate(dateValue) ? formatDate(dateValue) : words
  if (kind === 'qual' || kind === 'yesno' || !value) return words
  const unit = row.unit ?? ''
  if (operator === 'range' && upper) return `${value}-${upper}${unit}`
  return `${operator ? SIGNS[operator] : ''}${value}${unit}`
}
