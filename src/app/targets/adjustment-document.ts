import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { TargetsAdjustmentContent } from '../../domain/forms/contents.ts'
import {
  adjustedUnitCosts,
  adjustmentPairs,
  applyAdjustment,
  computeTargetDisclosureDeadline,
} from '../../domain/targets/compute/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildTargetAdjustment } from '../../documents/target-adjustment.ts'
import type { Context } from '../kernel/context.ts'
import { ledgerMarkOf } from '../ledger/ledger-mark.ts'
import { documentSource, labelled, letterHead, projectHead } from '../records/document-input.ts'
import { getForm, getRecordData, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { adjustmentBase } from './adjustment-base.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'

/** 绩效目标调整批复, with the ledger mark of the adjusted target. */
export async function targetAdjustmentDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, record } = data
  if (!project) throw new Error(`adjustment ${record.id} has no project`)
  const source = await documentSource<TargetsAdjustmentContent>(context, data, 'target-adjustment')
  const base = await adjustmentBase(context, data)
  const adjusted = applyAdjustment(base, source.raw)
  const made = await madeVersion(context, data)
  const approved = data.acts.findLast(({ action }) => action === 'approve')
  const due =
    approved && computeTargetDisclosureDeadline(dayOf(approved.actedAt), rulesOf(context, data)).dueOn
  const ledger =
    made?.actId && (await ledgerMarkOf(context, record.subjectId ?? '', 'target.adjusted', made.actId))
  return buildTargetAdjustment({
    frame: ledger ? { ...source.frame, ledger } : source.frame,
    head: letterHead(context, data, 'approve'),
    project: projectHead(context, source.project ?? project),
    content: source.content,
    pairs: adjustmentPairs(base, source.raw),
    unitCosts: adjustedUnitCosts(base, source.raw).map(
      ({ name, explanation }) => `“${name}”${explanation.sentence}`,
    ),
    adjusted: await labelled(context, { form: getForm(context, 'targets/sheet') }, adjusted),
    versions: {
      from: source.raw.baseVersion ?? 0,
      to: made?.number ?? (source.raw.baseVersion ?? 0) + 1,
    },
    moneyChange: source.raw.moneyChange ?? 'none',
    ...(due ? { disclosureDueOn: due } : {}),
  })
}

/** The version of the sheet this adjustment made: the one its own number stands on. */
async function madeVersion(context: Context, data: RecordData) {
  const number = data.acts.findLast(({ action }) => action === 'approve')?.documentNumber
  if (!number || !data.record.subjectId) return undefined
  const sheet = await getRecordData(context, data.record.subjectId)
  const act = sheet.acts.find((one) => one.action === 'adjust' && one.documentNumber === number)
  const frozen = await findFrozen(context.db, sheet.record)
  const order = sheet.acts.filter(({ action }) => action === 'adjust').findIndex(({ id }) => id === act?.id)
  const version = frozen.filter(({ action }) => action === 'adjust')[order]
  return act && version ? { actId: act.id, number: version.number } : undefined
}
