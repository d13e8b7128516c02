import type { PublishedTarget } from '../../domain/disclosure/published-project.ts'
import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { targetInWords } from '../../domain/targets/compute/index.ts'
import type { RecordData } from '../records/record-data.ts'

/** The approved target as it would be public whole; what of it stays inside is taken out of every package. */
export function gatherTarget(data: RecordData, approvedOn: string): PublishedTarget {
  const content = data.content as TargetsSheetContent
  return {
    approvedOn,
    annualGoal: content.annualGoal ?? '',
    periodGoal: content.periodGoal ?? '',
    total_fen: content.total_fen ?? '',
    fiscal_fen: content.fiscal_fen ?? '',
    other_fen: content.other_fen ?? '',
    indicators: (content.indicators ?? []).map((row) => indicatorOf(data, row)),
  }
}

function indicatorOf({ form }: RecordData, row: TargetsSheetIndicatorsRow) {
  const label = (column: 'level1' | 'level2' | 'operator') =>
    optionLabel(form, 'indicators', row[column], column)
  return {
    level1: label('level1'),
    level2: label('level2'),
    name: row.name ?? '',
    targetText: targetInWords(row),
    operator: label('operator'),
    value: row.value ?? row.dateValue ?? '',
    unit: row.unit ?? '',
    weight_x100: row.weight_x100 ?? 0,
    direction: directionOf(row.operator),
  }
}

function directionOf(operator: TargetsSheetIndicatorsRow['operator']): number {
  if (operator === 'ge' || operator === 'gt') return 1
  return operator === 'le' || operator === 'lt' ? -1 : 0
}
