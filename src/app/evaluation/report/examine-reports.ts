import { checkReport } from '../../../domain/evaluation/checks/index.ts'
import { isOwnEvaluation } from '../../../domain/evaluation/index.ts'
import type { EarlierReport, ReportFacts, ReportFinding } from '../../../domain/evaluation/report/report.ts'
import type { EvaluationFinanceContent } from '../../../domain/forms/contents.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findAttachment } from '../../../storage/attachment-repository.ts'
import { findNames } from '../../../storage/name-repository.ts'
import { findOtherNames, findReportFiles } from '../../../storage/report-repository.ts'
import type { Context } from '../../kernel/context.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { financeFigures, withFinanceFigures } from '../finance-figures.ts'
import { paragraphsOf, readReport } from './read-report.ts'

/** So many earlier reports are compared with; reading them is most of the time. */
const EARLIER_MOST = 20

export type ExaminedReport = {
  readonly attachmentId: string
  readonly name: string
  /** Why the file could not be examined; `null` when it was. */
  readonly unreadable: string | null
  readonly findings: readonly ReportFinding[]
}

/** The reports attached to a finance evaluation, examined with all the product knows of it. */
export async function examineReports(
  context: Context,
  data: RecordData,
): Promise<{ readonly reports: readonly ExaminedReport[]; readonly compared: number }> {
  const { reportFiles } = data.content as EvaluationFinanceContent
  const files = await attachedFiles(context, reportFiles ?? [])
  if (files.length === 0 || !data.project) return { reports: [], compared: 0 }
  const earlier = await earlierReports(context, data)
  const facts = await factsOf(context, data, earlier)
  const rules = rulesOf(context, data)
  const reports: ExaminedReport[] = []
  for (const { id, name, sha256 } of files) {
    const read = await readSafely(context, sha256, name)
    const isRead = typeof read !== 'string'
    reports.push({
      attachmentId: id,
      name,
      unreadable: isRead ? null : read,
      findings: isRead ? checkReport(read, facts, rules) : [],
    })
  }
  return { reports, compared: earlier.length }
}

async function attachedFiles(context: Context, ids: readonly string[]) {
  const files = []
  for (const id of ids) {
    const file = await findAttachment(context.db, id)
    if (file) files.push(file)
  }
  return files
}

async function readSafely(context: Context, sha256: string, name: string) {
  if (!/\.docx$/i.test(name)) return '只能检查 .docx 格式的报告，请同时上传 Word 版本。'
  try {
    return await readReport(await context.files.locate(sha256), name)
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
}

async function earlierReports(context: Context, { project }: RecordData): Promise<EarlierReport[]> {
  if (!project) return []
  const { jurisdictionId, id: exceptProject } = project
  const files = await findReportFiles(context.db, { jurisdictionId, exceptProject, limit: EARLIER_MOST })
  const earlier: EarlierReport[] = []
  for (const { projectName, name, sha256 } of files) {
    const read = await readSafely(context, sha256, name)
    if (typeof read !== 'string') earlier.push({ name: projectName, paragraphs: paragraphsOf(read) })
  }
  return earlier
}

async function factsOf(
  context: Context,
  data: RecordData,
  earlier: readonly EarlierReport[],
): Promise<ReportFacts> {
  const { project } = data
  const fresh = withFinanceFigures(data.content, await financeFigures(context, data))
  const { agency, totalScore_x100, grade } = fresh as EvaluationFinanceContent
  const names = agency ? await findNames(context.db, [agency]) : {}
  // A group of the office signs with the office's own seal.
  const organiser = data.acts.findLast(({ action }) => action === 'assign')?.organisationName
  const own = isOwnEvaluation(fresh) ? organiser : undefined
  return {
    projectName: project?.name ?? null,
    unitName: project?.unitName ?? null,
    departmentName: project?.departmentName ?? null,
    agencyName: own ?? (agency ? names[agency] : undefined) ?? null,
    fiscalYear: project?.fiscalYear ?? null,
    total_x100: totalScore_x100 ?? null,
    grade: grade ?? null,
    otherNames: project ? await findOtherNames(context.db, project) : [],
    earlier,
  }
}
