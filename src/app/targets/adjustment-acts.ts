import { ROLES } from '../../domain/org/roles.ts'
import type {
  ProjectBudgetLineContent,
  TargetsAdjustmentContent,
  TargetsSheetContent,
} from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { parseFen } from '../../domain/shared/money.ts'
import { checkAdjustmentWindow } from '../../domain/targets/checks/index.ts'
import { applyAdjustment } from '../../domain/targets/compute/index.ts'
import { targetAdjustment } from '../../domain/targets/index.ts'
import { findProject, updateProjectSummary } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { type ActOutput, defineAct, performSystemAct, refuseOnErrors } from '../records/act.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { type BeginUseCase, beginRecord, defineBegin } from '../records/begin-record.ts'
import { requireSettledTarget } from '../records/open-adjustment.ts'
import { getRecordData, type RecordData, storeContent } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { adjustmentWindow, lockBase } from './adjustment-base.ts'
import { adjustmentBehaviour, requestFindings } from './adjustment-behaviour.ts'

const begin = defineBegin(targetAdjustment, adjustmentBehaviour)

/**
 * 申请调整绩效目标: one at a time, in time, and of an approved target.
 * @throws DomainError ACTION_NOT_AVAILABLE, RULE_VIOLATED, NOT_FOUND, INVALID_INPUT
 */
export const beginAdjustment: BeginUseCase = {
  ...begin,
  run: async (context, input) => {
    const project = input.projectId ? await findProject(context.db, input.projectId) : undefined
    if (input.projectId && !project)
      throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
    // Whoever names what they may not see hears that it is not there, before anything else.
    if (input.subjectId) await getRecordData(context, input.subjectId)
    if (!project || input.subjectId !== undefined || Object.keys(input.content ?? {}).length > 0)
      throw new DomainError('INVALID_INPUT', '请从项目档案选择项目后，再申请调整绩效目标。')
    await requireSettledTarget(context, project)
    const target = await findApprovedTarget(context, project)
    if (!target)
      throw new DomainError(
        'ACTION_NOT_AVAILABLE',
        '这个项目的绩效目标还没有批复，不需要办理调整，请直接在申报表上修改。',
      )
    const data = await beginRecord(context, targetAdjustment, adjustmentBehaviour, {
      project,
      subjectId: target.recordId,
    })
    refuseOnErrors(checkAdjustmentWindow(await adjustmentWindow(context, data)))
    return { recordId: data.record.id, version: data.record.version }
  },
}

/** 提出调整: complete, in time, and the sheet stays sound with it. */
export const declareAdjustment = defineAct(targetAdjustment, 'declare', {
  gate: async (context, data) => {
    await lockBase(context, data)
    return requestFindings(context, data)
  },
})

/** 初审: by the same office that does the first review of targets here. */
export const reviewAdjustment = defineAct(targetAdjustment, 'review', {
  gate: async (context, data) => {
    const { by } = rulesOf(context, data).value('targets.first_review').value
    if (by !== 'both' && by !== context.actor.role)
      throw new DomainError('NOT_PERMITTED', `本地区绩效目标由${ROLES[by]}初审，请由${ROLES[by]}办理。`, {
        by,
      })
    return requestFindings(context, data)
  },
})

export const recheckAdjustment = defineAct(targetAdjustment, 'recheck', { gate: requestFindings })
export const returnAdjustment = defineAct(targetAdjustment, 'return')
export const refuseAdjustment = defineAct(targetAdjustment, 'refuse')
export const withdrawAdjustment = defineAct(targetAdjustment, 'withdraw')

/**
 * 批复调整: the next version of the sheet, the changed budget and both seals come with it in one
 * transaction, under one number.
 */
export const approveAdjustment = defineAct(targetAdjustment, 'approve', {
  gate: async (context, data) => {
    await lockBase(context, data)
    return requestFindings(context, data)
  },
  effect: async (context, data, act) => {
    const sheet = await lockBase(context, data)
    const adjustment = data.content as TargetsAdjustmentContent
    const next = named(context, applyAdjustment(sheet.content, adjustment))
    await adjustRecord(context, sheet, next as Content, act)
    if (adjustment.moneyChange === 'none' || !adjustment.budgetLineId || !data.project) return
    const arranged_fen = await adjustBudget(context, adjustment.budgetLineId, next, act)
    await updateProjectSummary(context.db, data.project, { budget_fen: arranged_fen })
  },
})

/** What the request adds gets its id here, so that the frozen version and the rows name it alike. */
function named(context: Context, sheet: TargetsSheetContent): TargetsSheetContent {
  return {
    ...sheet,
    indicators: (sheet.indicators ?? []).map((row) => (row.id ? row : { ...row, id: context.newId() })),
  }
}

/** The line that was approved with the target moves with it, under the number of the adjustment. */
async function adjustBudget(
  context: Context,
  lineId: string,
  { total_fen }: TargetsSheetContent,
  act: ActOutput,
): Promise<bigint> {
  const line = await getRecordData(context, lineId, { isLocked: true })
  const arranged_fen = total_fen ?? ''
  const content: ProjectBudgetLineContent = {
    ...(line.content as ProjectBudgetLineContent),
    arranged_fen,
    budgetDocumentNumber: act.documentNumber ?? null,
    arrangedOn: context.today,
  }
  await adjustRecord(context, line, content as Content, act)
  return parseFen(arranged_fen, '年度资金总额')
}

/** Content first, and read again: the version the act fixes and seals is what is stored, in the form it is stored. */
async function adjustRecord(
  context: Context,
  data: RecordData,
  content: Content,
  { documentNumber }: ActOutput,
): Promise<void> {
  await storeContent(context, data, content)
  const stored = await getRecordData(context, data.record.id)
  await performSystemAct(context, stored, 'adjust', { documentNumber })
}
