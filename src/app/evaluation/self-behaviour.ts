import type { MonitoringRoundContent, MonitoringRoundProgressRow } from '../../domain/forms/contents.ts'
import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { selfEvaluation } from '../../domain/evaluation/index.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { type ApprovedTarget, getApprovedTarget, indicatorHead } from '../records/approved-target.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { requireSettledTarget } from '../records/open-adjustment.ts'
import { findRecordData } from '../records/record-data.ts'
import { printSelfEvaluation } from './print-self.ts'
import { presentSelf, selfFigures } from './self-figures.ts'
import { selfFindings } from './self-findings.ts'

/** What evaluation adds to the shared machinery for the self-evaluation form. */
export const selfBehaviour: RecordBehaviour = {
  kind: selfEvaluation.kind,
  prefill: prefillSelf,
  documents: { 'self-evaluation-form': printSelfEvaluation },
  assess: async (context, data) => {
    const figures = await selfFigures(context, data)
    return {
      findings: data.record.state === 'confirmed' ? [] : selfFindings(context, data, figures),
      ...presentSelf(figures),
    }
  },
}

/** The approved target, and what the last concluded round already says about money and results. */
async function prefillSelf(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  await requireSettledTarget(context, project)
  const target = await getApprovedTarget(context, project)
  const { jurisdictionId, id: projectId, fiscalYear } = project
  const rounds = await findRecordData(context, { jurisdictionId, projectId, kind: 'monitoring.round' })
  const last = rounds.findLast(
    ({ record }) => record.fiscalYear === fiscalYear && record.state === 'concluded',
  )
  const round = last?.content as MonitoringRoundContent | undefined
  // What an adjustment changed after the last round counts before what that round noted.
  const isNewer =
    target.isAdjusted &&
    (last === undefined || Date.parse(target.approvedAt) > Date.parse(last.record.createdAt))
  return {
    funds: fundRows(target, round, isNewer),
    expectedGoal: target.content.annualGoal ?? '',
    scores: target.indicators.map((indicator) => ({
      ...indicatorHead(context, indicator),
      ...knownActual(
        round?.month,
        round?.progress?.find((row) => row.indicatorId === indicator.id),
      ),
    })),
    filledBy: target.content.contact ?? '',
  }
}

/** Budgets as last adjusted; what was executed only when the round covers the whole year. */
function fundRows(
  target: ApprovedTarget,
  round: MonitoringRoundContent | undefined,
  isNewer: boolean,
): ContentRow[] {
  const { fiscal_fen, other_fen } = target.content
  const planned = { fiscal: fiscal_fen ?? '0', carryOver: '0', other: other_fen ?? '0' }
  return Object.entries(planned).map(([fund, amount]) => {
    const row = round?.execution?.find((candidate) => candidate.fund === fund)
    const initial_fen = row?.budget_fen ?? amount
    const adjusted_fen = isNewer && fund !== 'carryOver' ? amount : (row?.adjusted_fen ?? amount)
    const executed_fen = round?.month === 12 ? row?.paid_fen : adjusted_fen === '0' ? '0' : undefined
    return { fund, initial_fen, adjusted_fen, ...(executed_fen ? { executed_fen } : {}) }
  })
}

function knownActual(
  month: number | null | undefined,
  row: MonitoringRoundProgressRow | undefined,
): ContentRow {
  if (month !== 12 || !row) return {}
  return {
    ...(row.actual ? { actual: row.actual } : {}),
    ...(row.actualText ? { actualText: row.actualText } : {}),
  }
}
