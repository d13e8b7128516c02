import type { Finding } from '../../domain/shared/finding.ts'
import {
  checkDisclosedFile,
  checkDisclosureDate,
  checkDisclosureProof,
  checkWithheld,
} from '../../domain/targets/checks/index.ts'
import { computeTargetDisclosureDeadline } from '../../domain/targets/compute/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

/** Whether the publication can be read by everybody, and came in time. */
export function disclosureFindings(context: Context, data: RecordData): Finding[] {
  const approvedOn = approvalDay(data)
  const deadline = disclosureDeadline(context, data)
  if (!approvedOn || !deadline) return []
  const { today } = context
  return [
    ...checkDisclosureDate(data.content, { approvedOn, dueOn: deadline.dueOn, today }),
    ...checkDisclosureProof(data.content),
    ...checkWithheld(data.content, isWithheldAgreed(data)),
    ...(data.record.state === 'approved' ? checkDisclosedFile(data.content, undefined) : []),
  ]
}

/** Whether somebody has agreed to what is kept back, and nothing was changed since. */
function isWithheldAgreed({ acts, record }: RecordData): boolean {
  const agreed = acts.findLast(({ action }) => action === 'checkDisclosure' || action === 'adjust')
  if (agreed?.action !== 'checkDisclosure') return false
  // What was published before that was another target.
  const later = acts.slice(acts.indexOf(agreed)).some(({ action }) => action === 'publish')
  return later || agreed.version === record.version
}

/** The last day for publication; nothing while the target is not approved. */
export function disclosureDeadline(context: Context, data: RecordData) {
  const approvedOn = approvalDay(data)
  return approvedOn === undefined
    ? undefined
    : computeTargetDisclosureDeadline(approvedOn, rulesOf(context, data))
}

function approvalDay({ acts }: RecordData): string | undefined {
  const act = acts.findLast(({ action }) => action === 'approve' || action === 'adjust')
  return act && dayOf(act.actedAt)
}
