import path from 'node:path'
import { checkReport } from '../../../domain/evaluation/checks/index.ts'
import type { ReportFacts, ReportFinding } from '../../../domain/evaluation/report/report.ts'
import { isDate } from '../../../domain/shared/dates.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { loadRules } from '../../../rules/index.ts'
import { RULES_FOLDER } from '../../rules-folder.ts'
import { paragraphsOf, readReport } from './read-report.ts'

export type ReportFileOptions = {
  /** Earlier reports to compare with. */
  readonly earlier?: readonly string[]
  readonly facts?: ReportFacts
  readonly jurisdiction?: string
  /** The day whose rules apply. */
  readonly date: string
}

/**
 * 评价报告检查 on a file: no database, no server.
 * @throws DomainError FILE_REFUSED, INVALID_INPUT
 */
export async function checkReportFile(file: string, options: ReportFileOptions): Promise<ReportFinding[]> {
  const { jurisdiction = '640000', date, earlier = [] } = options
  if (!/^\d{6}$/.test(jurisdiction)) throw new DomainError('INVALID_INPUT', '行政区划代码应为 6 位数字。')
  if (!isDate(date)) throw new DomainError('INVALID_INPUT', '日期应写成 2023-06-30 的样子。')
  const rules = loadRules(RULES_FOLDER).at({ date, jurisdiction })
  const before = []
  for (const other of earlier) {
    const name = path.basename(other)
    before.push({ name, paragraphs: paragraphsOf(await readSafely(other)) })
  }
  return checkReport(await readSafely(file), { ...options.facts, earlier: before }, rules)
}

async function readSafely(file: string) {
  try {
    return await readReport(path.resolve(file), path.basename(file))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isMissing) throw new DomainError('INVALID_INPUT', `找不到文件“${file}”，请核对路径。`)
    throw error
  }
}
