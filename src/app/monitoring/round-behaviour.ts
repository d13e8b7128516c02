import type { Content, ContentRow } from '../../domain/forms/form.ts'
import type { MonitoringRoundContent } from '../../domain/forms/contents.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { monitoringRound } from '../../domain/monitoring/index.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { type ApprovedTarget, getApprovedTarget, indicatorHead } from '../records/approved-target.ts'
import { type Assessment, NOTHING_TO_SAY, type RecordBehaviour } from '../records/behaviour.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'
import { nextWindow } from './next-window.ts'
import { presentRound } from './present-round.ts'
import { printRound } from './print-round.ts'
import { type RoundFigures, roundFigures } from './round-figures.ts'
import { conclusionFindings, reportFindings } from './round-findings.ts'
import { roundLines, type RoundRisks, roundRisks } from './round-risks.ts'
import { templateRows } from './template-rows.ts'

/** What monitoring adds to the shared machinery for a round. */
export const roundBehaviour: RecordBehaviour = {
  kind: monitoringRound.kind,
  prefill: prefillRound,
  assess: assessRound,
  documents: { 'monitoring-sheet': printRound },
}

/**
 * The window, one line per fund with its budget, one line per approved indicator.
 * @throws DomainError ACTION_NOT_AVAILABLE while the target is not approved or the last round is open
 */
async function prefillRound(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const target = await getApprovedTarget(context, project)
  const { jurisdictionId, id: projectId, fiscalYear } = project
  const rounds = await findRecordData(context, { jurisdictionId, projectId, kind: monitoringRound.kind })
  requireRoundsConcluded(rounds)
  const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear })
  const taken = rounds
    .filter((round) => round.record.fiscalYear === fiscalYear)
    .map((round) => Number(round.content['month']))
  return {
    ...nextWindow(rules.value('monitoring.window').value.windows, taken, fiscalYear, context.today),
    isKey: project.isPilot,
    ...templateRows(project, rules, rounds.at(-1)),
    execution: executionRows(target, rounds.at(-1)),
    progress: target.indicators.map((indicator) => indicatorHead(context, indicator)),
  }
}

function requireRoundsConcluded(rounds: readonly RecordData[]): void {
  const open = rounds.find((round) => !round.kind.workflow.states[round.record.state]?.isFinal)
  if (!open) return
  throw new DomainError('ACTION_NOT_AVAILABLE', '上一轮监控还没有形成结论，请先办完再开展下一轮。', {
    recordId: open.record.id,
  })
}

/**
 * Budgets from the last round, where changes were already noted; before it, from the target. What an
 * adjustment of the target has changed since then counts before what was noted.
 */
function executionRows(target: ApprovedTarget, last: RecordData | undefined): readonly ContentRow[] {
  const { fiscal_fen, other_fen } = target.content
  const now: Readonly<Record<string, string>> = {
    fiscal: fiscal_fen ?? '0',
    carryOver: '0',
    other: other_fen ?? '0',
  }
  const isNewer =
    target.isAdjusted &&
    (last === undefined || Date.parse(target.approvedAt) > Date.parse(last.record.createdAt))
  const before = (last?.content as MonitoringRoundContent | undefined)?.execution
  if (before && before.length > 0) {
    return before.map(({ fund, budget_fen, adjusted_fen }) => {
      const name = fund ?? 'fiscal'
      const adjusted = isNewer && name !== 'carryOver' ? (now[name] ?? '0') : (adjusted_fen ?? '0')
      return withoutMoney({ fund: name, budget_fen: budget_fen ?? '0', adjusted_fen: adjusted })
    })
  }
  return Object.entries(now).map(([fund, amount]) =>
    withoutMoney({ fund, budget_fen: amount, adjusted_fen: amount }),
  )
}

/** A fund without money has nothing paid and expects nothing: nobody should have to type that. */
function withoutMoney<Row extends { readonly budget_fen: string; readonly adjusted_fen: string }>(row: Row) {
  return row.budget_fen === '0' && row.adjusted_fen === '0'
    ? { ...row, paid_fen: '0', expected_fen: '0' }
    : row
}

async function assessRound(context: Context, data: RecordData): Promise<Assessment> {
  const figures = await roundFigures(context, data)
  if (!figures) return NOTHING_TO_SAY
  const lines = await roundLines(context, data, figures)
  const shown = presentRound(figures, lines)
  const risks = await roundRisks(context, data, figures, lines)
  return {
    figures: { ...shown.figures, risks: risks.explanation.result },
    explanations: { ...shown.explanations, risks: risks.explanation },
    findings: await findingsNow(context, data, figures, risks),
  }
}

async function findingsNow(
  context: Context,
  data: RecordData,
  figures: RoundFigures,
  risks: RoundRisks,
): Promise<Finding[]> {
  switch (data.record.state) {
    case 'open':
      return reportFindings(context, data, figures)
    case 'submitted':
    case 'reviewed':
      return conclusionFindings(context, data, figures, risks)
    default:
      return []
  }
}
