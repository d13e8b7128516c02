import type {
  TargetsAdjustmentContent,
  TargetsSheetContent,
  TargetsSheetIndicatorsRow,
} from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import type { Content } from '../../domain/forms/form.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import {
  checkAdjustmentRequest,
  checkAdjustmentWindow,
  checkTargetSheet,
} from '../../domain/targets/checks/index.ts'
import {
  ADJUSTABLE_AMOUNTS,
  adjustedUnitCosts,
  adjustmentPairs,
  applyAdjustment,
  isChanged,
  planInWords,
  removedQuantities,
  targetInWords,
} from '../../domain/targets/compute/index.ts'
import { targetAdjustment } from '../../domain/targets/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { type Assessment, NOTHING_TO_SAY, type RecordBehaviour } from '../records/behaviour.ts'
import { findLatestRecord, getForm, getRecordData, type RecordData } from '../records/record-data.ts'
import { placeKey, rulesOf } from '../records/rules-of.ts'
import { adjustmentBase, adjustmentWindow } from './adjustment-base.ts'
import { targetAdjustmentDocument } from './adjustment-document.ts'
import { ownerFindings, weightsOf } from './assess-sheet.ts'

export const adjustmentBehaviour: RecordBehaviour = {
  kind: targetAdjustment.kind,
  prefill: prefillAdjustment,
  assess: assessAdjustment,
  documents: { 'target-adjustment': targetAdjustmentDocument },
}

/** Everything that can be changed, with its approved value; only what is new has to be typed. */
async function prefillAdjustment(context: Context, project: ProjectRow | undefined): Promise<Content> {
  const target = project && (await findApprovedTarget(context, project))
  if (!project || !target) return {}
  const { content } = target
  const line = await findLatestRecord(context, project, 'project.budgetLine')
  const sheet = await getRecordData(context, target.recordId)
  const act = sheet.acts.findLast(({ action }) => action === 'approve' || action === 'adjust')
  return {
    baseVersion: target.version,
    baseOn: dayOf(target.approvedAt),
    ...(act?.documentNumber ? { baseNumber: act.documentNumber } : {}),
    changes: target.indicators.map((indicator) => ({
      indicatorId: indicator.id ?? '',
      name: indicator.name ?? '',
      oldText: targetInWords(indicator),
      ...(planInWords(indicator) ? { oldPlan: planInWords(indicator) } : {}),
      level: levelInWords(context, indicator),
      oldWeight_x100: indicator.weight_x100 ?? 0,
    })),
    ...(content.periodGoal ? { oldPeriodGoal: content.periodGoal } : {}),
    ...(content.annualGoal ? { oldAnnualGoal: content.annualGoal } : {}),
    ...(line?.record.state === 'approved' ? { budgetLineId: line.record.id } : {}),
    amounts: ADJUSTABLE_AMOUNTS.map((item) => ({
      item,
      ...(content[item] ? { old_fen: content[item] } : {}),
    })),
    quarters: (content.quarterPlan ?? []).map(({ quarter, planned_fen }) => ({
      quarter: quarter ?? 'q1',
      ...(planned_fen ? { old_fen: planned_fen } : {}),
    })),
  }
}

async function assessAdjustment(context: Context, data: RecordData): Promise<Assessment> {
  const isOver = targetAdjustment.workflow.states[data.record.state]?.isFinal ?? false
  const sheet = await adjustmentBase(context, data)
  const window = isOver ? undefined : await adjustmentWindow(context, data)
  const costs = unitCostFigures(sheet, data.content)
  const weights = weightsOf(applyAdjustment(sheet, data.content), rulesOf(context, data))
  return {
    ...NOTHING_TO_SAY,
    findings: isOver ? [] : await requestFindings(context, data),
    explanations: {
      changes: weights.explanation,
      ...Object.fromEntries(costs.map(({ key, explanation }) => [key, explanation])),
      ...(window ? { adjustmentWindow: window.explanation } : {}),
    },
    figures: {
      changes: weights.explanation.result,
      ...Object.fromEntries(costs.map(({ key, explanation }) => [key, explanation.result])),
      ...(window ? { adjustmentWindow: window.explanation.result } : {}),
    },
  }
}

/** Rule 10 beside each quantity it is about. */
function unitCostFigures(sheet: TargetsSheetContent, content: TargetsAdjustmentContent) {
  return adjustedUnitCosts(sheet, content).flatMap(({ indicatorId, explanation }) => {
    const row = (content.changes ?? []).findIndex((change) => change.indicatorId === indicatorId)
    return row < 0 ? [] : [{ key: placeKey('changes', row, 'unitCost'), explanation }]
  })
}

/** What is wrong with a request, and with the sheet as it would stand after it. */
export async function requestFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const sheet = await adjustmentBase(context, data)
  const content = data.content as TargetsAdjustmentContent
  const pairs = adjustmentPairs(sheet, content)
  const costs = adjustedUnitCosts(sheet, content)
  const dearer = costs
    .filter(({ needsReason }) => needsReason)
    .map(({ name, explanation }) => `“${name}”${explanation.result}`)
  return [
    ...checkAdjustmentWindow(await adjustmentWindow(context, data)),
    ...checkAdjustmentRequest({
      ...content,
      pairs,
      isMoneyTouched: pairs.some(({ part }) => part === 'money'),
      dearer,
      uncounted: removedQuantities(sheet, content),
      contradictory: (content.changes ?? []).flatMap((change) =>
        change.isRemoved && isChanged(change) ? [change.name ?? ''] : [],
      ),
      twins: twinsOf(sheet, content),
    }),
    ...(await newFaults(context, data, sheet)),
  ]
}

/** 一级指标·二级指标 of an indicator, by which its weight is judged. */
function levelInWords(context: Context, { level1, level2 }: TargetsSheetIndicatorsRow): string {
  const form = getForm(context, 'targets/sheet')
  const label = (column: string, value: string | null | undefined) =>
    value ? [optionLabel(form, 'indicators', value, column)] : []
  return [...label('level1', level1), ...label('level2', level2)].join('·')
}

/** Added indicators that are called like one that stays, or like another added one. */
function twinsOf(sheet: TargetsSheetContent, { changes, additions }: TargetsAdjustmentContent): string[] {
  const isKept = (id: string | null | undefined) =>
    !changes?.some(({ indicatorId, isRemoved }) => isRemoved && indicatorId === id)
  const kept = (sheet.indicators ?? []).filter(({ id }) => isKept(id)).map(({ name }) => name?.trim())
  const added = (additions ?? []).flatMap(({ name }) => name?.trim() || [])
  return added.filter((name, index) => kept.includes(name) || added.indexOf(name) !== index)
}

/** Faults the approved sheet did not have: an adjustment may not break what the review has passed. */
async function newFaults(context: Context, data: RecordData, sheet: TargetsSheetContent): Promise<Finding[]> {
  const rules = rulesOf(context, data)
  const projectName = data.project?.name ?? ''
  const faultsOf = async (content: TargetsSheetContent) => [
    ...validateContent(getForm(context, 'targets/sheet'), content, { mode: 'draft' }),
    ...checkTargetSheet({ content, projectName }, rules),
    ...(await ownerFindings(context, { ...data, content: content as Content })),
  ]
  const old = new Set((await faultsOf(sheet)).map(({ message }) => message))
  return (await faultsOf(applyAdjustment(sheet, data.content)))
    .filter(({ message, severity }) => severity === 'error' && !old.has(message))
    .map((finding) => ({
      ...finding,
      message: `调整后：${finding.message}`,
      where:
        finding.where.section === 'money' || finding.where.section === 'quarterPlan'
          ? { section: 'money', field: finding.where.section === 'money' ? 'amounts' : 'quarters' }
          : { section: 'indicators', field: 'changes' },
    }))
}
