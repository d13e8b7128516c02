import type { EvaluationSelfContent } from '../../domain/forms/contents.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { checkAgainstLastYear } from '../../domain/targets/checks/index.ts'
import { findProjectOfYear } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'

/** Targets of a continuing project that ask for less than it reached the year before. */
export async function lastYearFindings(
  context: Context,
  { project, content }: RecordData,
): Promise<Finding[]> {
  if (!project) return []
  const { jurisdictionId, fiscalYear, code } = project
  const before = await findProjectOfYear(context.db, { jurisdictionId, fiscalYear: fiscalYear - 1, code })
  const self = before && (await findLatestRecord(context, before, 'evaluation.self'))
  return self ? checkAgainstLastYear(content, (self.content as EvaluationSelfContent).scores ?? []) : []
}
