import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { formatDate } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getForm } from './record-data.ts'

/** The target as it was approved; monitoring and evaluation measure against this and nothing newer. */
export type ApprovedTarget = {
  readonly recordId: string
  /** Number of the frozen version, as shown in the record's list of versions. */
  readonly version: number
  readonly approvedAt: string
  readonly content: TargetsSheetContent
  readonly indicators: readonly TargetsSheetIndicatorsRow[]
}

type Place = { readonly jurisdictionId: string; readonly id: string }

/** The newest approved version of the project's target sheet; nothing while none is approved. */
export async function findApprovedTarget(
  context: Context,
  project: Place,
): Promise<ApprovedTarget | undefined> {
  const { jurisdictionId, id: projectId } = project
  const sheets = await findRecords(context.db, { jurisdictionId, projectId, kind: 'targets.sheet' })
  for (const sheet of sheets.toReversed()) {
    const approved = (await findFrozen(context.db, sheet)).findLast((version) => version.action === 'approve')
    if (!approved) continue
    const { content } = approved.content as { content: TargetsSheetContent }
    return {
      recordId: sheet.id,
      version: approved.number,
      approvedAt: approved.frozenAt,
      content,
      indicators: content.indicators ?? [],
    }
  }
  return undefined
}

/** @throws DomainError ACTION_NOT_AVAILABLE while no target is approved: there is nothing to measure against. */
export async function getApprovedTarget(context: Context, project: Place): Promise<ApprovedTarget> {
  const target = await findApprovedTarget(context, project)
  if (target) return target
  throw new DomainError(
    'ACTION_NOT_AVAILABLE',
    '这个项目的绩效目标还没有批复，请先批复绩效目标，再开展监控和评价。',
  )
}

/** The columns of an indicator that monitoring and self-evaluation print beside what was achieved. */
export function indicatorHead(context: Pick<Context, 'forms'>, indicator: TargetsSheetIndicatorsRow) {
  const form = getForm(context, 'targets/sheet')
  const label = (column: string, value: unknown) => optionLabel(form, 'indicators', value, column)
  return {
    indicatorId: indicator.id ?? '',
    level1: label('level1', indicator.level1),
    level2: label('level2', indicator.level2),
    name: indicator.name ?? '',
    targetText: targetText(indicator, label('operator', indicator.operator)),
    weight_x100: indicator.weight_x100 ?? 0,
  }
}

/** 年度指标值 as the sheet prints it: the typed wording, else ≥300户, else the date. */
function targetText(indicator: TargetsSheetIndicatorsRow, operator: string): string {
  const { valueText, value, upper, unit, dateValue } = indicator
  if (valueText) return valueText
  if (value && indicator.operator === 'range') return `${value}—${upper ?? ''}${unit ?? ''}`
  if (value) return `${operator}${value}${unit ?? ''}`
  return dateValue ? `${formatDate(dateValue)}前` : ''
}
