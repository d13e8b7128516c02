import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { MonitoringFindingContent, MonitoringRoundContent } from '../../domain/forms/contents.ts'
import { budgetChangeOf } from '../../domain/monitoring/checks/index.ts'
import { buildMonitoringOpinion } from '../../documents/monitoring-opinion.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, letterHead, projectHead } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { isAboutMoney, nextYearOf } from './opinion-figures.ts'
import type { RoundFigures } from './round-figures.ts'
import { roundOf } from './round-of.ts'

/** 整改和预算调剂意见: the letter to the department about one finding. */
export async function printOpinion(context: Context, data: RecordData): Promise<DocumentBlocks> {
  if (!data.project) throw new Error(`record ${data.record.id} has no project`)
  const source = await documentSource<MonitoringFindingContent>(context, data, 'monitoring-opinion')
  const round = await roundOf(context, data.record.subjectId)
  const project = source.project ?? data.project
  const isKnown = round?.figures.hasMoney === true
  return buildMonitoringOpinion({
    frame: source.frame,
    head: letterHead(context, data, 'notify'),
    project: projectHead(context, project),
    findings: [source.content],
    ...(round ? { month: (round.data.content as MonitoringRoundContent).month ?? null } : {}),
    ...(isKnown ? { executionSentence: round.figures.round.execution.explanation.sentence } : {}),
    ...moneyWords(source.raw, round?.figures),
    addressee: project.departmentName,
  })
}

/** What kind of change the opinion is, and what it does to next year; only of opinions about money. */
function moneyWords(content: MonitoringFindingContent, figures: RoundFigures | undefined) {
  if (!isAboutMoney(content)) return {}
  const change = budgetChangeOf(content).explanation.sentence
  const approval = content.congressDecision ? `批准文号：${content.congressDecision}。` : ''
  const next = nextYearOf(content, figures)
  return {
    budgetChange: `${change}${approval}`,
    ...(next ? { nextYear: next.explanation.sentence } : {}),
  }
}
