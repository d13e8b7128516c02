import type { PublishedTarget, WithheldPart } from '../../domain/disclosure/published-project.ts'
import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { targetInWords } from '../../domain/targets/compute/index.ts'
import type { Context } from '../kernel/context.ts'
import { getForm, type RecordData } from '../records/record-data.ts'

export type GatheredTarget = {
  readonly target: PublishedTarget | null
  readonly withheld: readonly WithheldPart[]
}

/**
 * The approved target as it becomes public. An indicator that is withheld by its name is left out; what is
 * withheld in words that name none keeps the whole target inside: nobody guesses what was meant.
 */
export function gatherTarget(context: Context, data: RecordData, approvedOn: string): GatheredTarget {
  const content = data.content as TargetsSheetContent
  const indicators = content.indicators ?? []
  const held = (content.withheld ?? []).filter(({ basis }) => basis !== 'falseAlarm')
  const isIndicator = (what: string) => indicators.some(({ name }) => name === what)
  const withheld = held.map(({ what, basis, reason }) => ({
    // Covered words are not told in the list of what is covered.
    what: isIndicator(what ?? '')
      ? (what ?? '')
      : isInText(content, what ?? '')
        ? '正文中的部分文字'
        : (what ?? ''),
    basis: optionLabel(data.form, 'withheld', basis, 'basis'),
    reason: reason ?? '',
  }))
  const isClear = held.every(({ what }) => isIndicator(what ?? '') || isInText(content, what ?? ''))
  if (!isClear) return { target: null, withheld }
  const names = new Set(held.map(({ what }) => what))
  const open = indicators.filter(({ name }) => !names.has(name ?? ''))
  return {
    target: {
      approvedOn,
      annualGoal: content.annualGoal ?? '',
      periodGoal: content.periodGoal ?? '',
      total_fen: content.total_fen ?? '',
      fiscal_fen: content.fiscal_fen ?? '',
      other_fen: content.other_fen ?? '',
      indicators: open.map((row) => indicatorOf(context, row)),
    },
    withheld,
  }
}

function isInText({ annualGoal, periodGoal, indicators }: TargetsSheetContent, what: string): boolean {
  const texts = [
    annualGoal,
    periodGoal,
    ...(indicators ?? []).flatMap(({ name, valueText }) => [name, valueText]),
  ]
  return what.trim() !== '' && texts.some((text) => text?.includes(what))
}

function indicatorOf(context: Context, row: TargetsSheetIndicatorsRow) {
  const form = getForm(context, 'targets/sheet')
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
