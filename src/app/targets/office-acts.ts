import type { TargetsPolicyContent } from '../../domain/forms/contents.ts'
import { noteRoundEntry, roundFindings } from '../project/index.ts'
import { departmentWhole, policyTarget } from '../../domain/targets/index.ts'
import type { ActUseCase } from '../records/act.ts'
import { defineAct } from '../records/act.ts'
import { insertTargetCheck } from '../../storage/review-queue-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { policyDocument, policyFindings, wholeDocument, wholeFindings } from './office-behaviours.ts'
import { checkDisclosureOf, publishOf } from './publish-target.ts'

type Gate = (context: Context, data: RecordData) => Promise<Finding[]>

/** The acts of a target that an office sets for itself: held to its checks until it is approved, then published. */
function actsOf(kind: RecordKind, gate: Gate, document: typeof wholeDocument): ActUseCase[] {
  const effect = async (context: Context, data: RecordData) => {
    await noteRoundEntry(context, data, (data.content as TargetsPolicyContent).total_fen)
    await noteCheck(context, data, await gate(context, data))
  }
  const inRound: Gate = async (context, data) => [
    ...(await roundFindings(context, data)),
    ...(await gate(context, data)),
  ]
  return [
    defineAct(kind, 'declare', { gate: inRound, effect }),
    defineAct(kind, 'review', { gate }),
    defineAct(kind, 'recheck', { gate }),
    defineAct(kind, 'approve', { gate }),
    defineAct(kind, 'return'),
    defineAct(kind, 'refuse'),
    checkDisclosureOf(kind),
    publishOf(kind, [document]),
  ]
}

async function noteCheck(context: Context, { record }: RecordData, findings: readonly Finding[]) {
  await insertTargetCheck(context.db, {
    jurisdiction_id: record.jurisdictionId,
    id: context.newId(),
    record_id: record.id,
    project_id: null,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    doctor: 0,
    checked_at: context.now,
  })
}

export const departmentWholeActs = actsOf(departmentWhole, wholeFindings, wholeDocument)
export const policyTargetActs = actsOf(
  policyTarget,
  async (context, data) => policyFindings(context, data),
  policyDocument,
)
