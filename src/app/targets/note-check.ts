import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import { checkTargetsDraft } from '../../domain/doctor/forms/check-targets-draft.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { insertTargetCheck } from '../../storage/review-queue-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

/** Keeps how many findings checks and table doctor have at a declaration, for lists of many sheets. */
export async function noteCheck(
  context: Context,
  data: RecordData,
  findings: readonly Finding[],
): Promise<void> {
  const { record, project, content } = data
  const around = { year: record.fiscalYear, projectName: project?.name ?? '' }
  const doctor = checkTargetsDraft(content as TargetsSheetContent, around, rulesOf(context, data))
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length
  await insertTargetCheck(context.db, {
    jurisdiction_id: record.jurisdictionId,
    id: context.newId(),
    record_id: record.id,
    project_id: record.projectId,
    errors: count('error'),
    warnings: count('warning'),
    doctor: doctor.length,
    checked_at: context.now,
  })
}
