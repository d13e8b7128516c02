import { circular, regionReport, specialReport } from '../../../domain/results/index.ts'
import { checkFiguresCurrent, checkOwnNumerals } from '../../../domain/results/checks/index.ts'
import { RES_932 } from '../../../domain/results/gates.ts'
import type { ResultsSpecialReportContent } from '../../../domain/forms/contents.ts'
import { foundIf } from '../../../domain/shared/check.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import type { Context } from '../../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'
import { assembleFor } from './assemble.ts'
import { findReceipts } from '../../../storage/receipt-repository.ts'
import { circularDocument, specialReportDocument, summaryDocument } from './report-documents.ts'

/** Which assembled texts a kind's form has. */
export const TEXTS_OF: Readonly<
  Record<string, readonly ('resultsText' | 'problemsText' | 'applicationText' | 'listsText')[]>
> = {
  [specialReport.kind]: ['resultsText', 'problemsText', 'applicationText'],
  [regionReport.kind]: ['resultsText', 'problemsText', 'applicationText'],
  [circular.kind]: ['resultsText', 'listsText', 'problemsText'],
}

export const REPORT_BEHAVIOURS: readonly RecordBehaviour[] = [
  ...[specialReport, regionReport].map(({ kind }) => ({
    kind,
    assess: assessReport,
    documents: { 'special-report': specialReportDocument },
  })),
  {
    kind: circular.kind,
    assess: assessReport,
    documents: { circular: circularDocument, 'annual-summary': summaryDocument },
  },
]

/** What both forms have in common. */
export type ReportContent = Pick<
  ResultsSpecialReportContent,
  | 'figures'
  | 'applications'
  | 'assembledOn'
  | 'opening'
  | 'analysis'
  | 'suggestions'
  | 'forwarding'
  | 'ownFigures'
  | 'dispatches'
>

async function assessReport(context: Context, data: RecordData): Promise<Assessment> {
  const isOpen = ['draft', 'proposed', 'checked'].includes(data.record.state)
  const receipts = isOpen ? [] : await findReceipts(context.db, data.record.id)
  const received = receipts.map(({ organisationName, receivedOn }) => `${organisationName}（${receivedOn}）`)
  return {
    findings: isOpen ? [...(await checkReport(context, data)), ...stillOpen(data)] : [],
    figures: isOpen
      ? {}
      : { dispatches: received.length === 0 ? '系统内还没有签收' : `系统内已签收：${received.join('、')}` },
    explanations: {},
  }
}

/** RES-150 and RES-151: the draft says what the records say, and nothing without an origin. */
export async function checkReport(context: Context, { record, content }: RecordData): Promise<Finding[]> {
  const { figures, ownFigures, opening, analysis, suggestions, forwarding, assembledOn } =
    content as ReportContent
  const current = await assembleFor(context, record, assembledOn ?? undefined)
  return [
    ...checkFiguresCurrent(figures ?? [], current.figures),
    ...checkOwnNumerals({ opening, analysis, suggestions, forwarding }, figures ?? [], ownFigures ?? []),
  ]
}

/** RES-932: said, not refused; a report may go up while work goes on. */
function stillOpen({ content }: RecordData): Finding[] {
  const { applications } = content as ReportContent
  const undecided = (applications ?? []).filter(({ measure }) => !measure)
  const unverified = (applications ?? []).filter(({ tasks, verified }) => (tasks ?? 0) > (verified ?? 0))
  const names = (list: typeof undecided) =>
    list
      .slice(0, 5)
      .map(({ projectName }) => projectName)
      .join('、')
  const where = { section: 'tables', field: 'applications' }
  return [
    ...foundIf(
      undecided.length > 0,
      RES_932,
      `还没有作出预算安排决定：${names(undecided)}。专报中会如实写明。`,
      where,
    ),
    ...foundIf(
      unverified.length > 0,
      RES_932,
      `整改尚未全部核实：${names(unverified)}。专报中会如实写明。`,
      where,
    ),
  ]
}
