import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { targetInWords } from '../../domain/targets/compute/index.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getForm } from './record-data.ts'

/** The target as it was approved; monitoring and evaluation measure against the version of their date. */
export type ApprovedTarget = {
  readonly recordId: string
  /** Number of the frozen version, as shown in the record's list of versions. */
  readonly version: number
  /** Whether it is a later version than the first approval. */
  readonly isAdjusted: boolean
  readonly approvedAt: string
  readonly content: TargetsSheetContent
  readonly indicators: readonly TargetsSheetIndicatorsRow[]
}

type Place = { readonly jurisdictionId: string; readonly id: string }

/** Acts that make a version of the sheet the contract. */
const MAKING = ['approve', 'adjust']

/**
 * The version of the project's target that was in force at a moment: the last one approved or adjusted by
 * then, or the first one where the approval came later than what is measured.
 * @param at ISO instant; the newest version when left out
 * @returns nothing while none is approved
 */
export async function findApprovedTarget(
  context: Pick<Context, 'db'>,
  project: Place,
  at?: string,
): Promise<ApprovedTarget | undefined> {
  const { jurisdictionId, id: projectId } = project
  const sheets = await findRecords(context.db, { jurisdictionId, projectId, kind: 'targets.sheet' })
  for (const sheet of sheets.toReversed()) {
    const made = (await findFrozen(context.db, sheet)).filter(({ action }) => MAKING.includes(action))
    const isInForce = ({ frozenAt }: { readonly frozenAt: string }) =>
      at === undefined || Date.parse(frozenAt) <= Date.parse(at)
    const version = made.findLast(isInForce) ?? made[0]
    if (!version) continue
    const { content } = version.content as { content: TargetsSheetContent }
    return {
      recordId: sheet.id,
      version: version.number,
      isAdjusted: version.action === 'adjust',
      approvedAt: version.frozenAt,
      content,
      indicators: content.indicators ?? [],
    }
  }
  return undefined
}

/** @throws DomainError ACTION_NOT_AVAILABLE while no target is approved: there is nothing to measure against. */
export async function getApprovedTarget(
  context: Pick<Context, 'db'>,
  project: Place,
  at?: string,
): Promise<ApprovedTarget> {
  const target = await findApprovedTarget(context, project, at)
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
    targetText: targetInWords(indicator),
    weight_x100: indicator.weight_x100 ?? 0,
  }
}
