import { computeSelfFormWeights } from '../../domain/evaluation/compute/index.ts'
import type {
  EvaluationSelfContent,
  MonitoringRoundContent,
  MonitoringRoundProgressRow,
} from '../../domain/forms/contents.ts'
import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { findFen, toFenText } from '../../domain/shared/money.ts'
import { findProjectOfYear, type ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { type ApprovedTarget, getApprovedTarget, indicatorHead } from '../records/approved-target.ts'
import { requireSettledTarget } from '../records/open-adjustment.ts'
import { findLatestRecord, findRecordData } from '../records/record-data.ts'

/** The approved target, and what the last concluded round already says about money and results. */
export async function prefillSelf(context: Context, project: ProjectRow | undefined): Promise<Content> {
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
  const { own, rows } = formRows(context, project, target)
  return {
    funds: fundRows(target, { round, isNewer, carried_fen: await carriedOver(context, project) }),
    expectedGoal: target.content.annualGoal ?? '',
    scores: [
      ...own.map((row): ContentRow => ({ ...row, targetText: '按要点评判' })),
      ...target.indicators.map((indicator) => ({
        ...indicatorHead(context, indicator),
        weight_x100: rows.find((row) => row.indicatorId === indicator.id)?.weight_x100 ?? 0,
        ...knownActual(
          round?.month,
          round?.progress?.find((row) => row.indicatorId === indicator.id),
        ),
      })),
    ],
    filledBy: target.content.contact ?? '',
  }
}

/** The rows the place's form brings along, and the weights its groups give the approved indicators. */
function formRows(context: Context, project: ProjectRow, target: ApprovedTarget) {
  const { jurisdictionId: jurisdiction, fiscalYear } = project
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  const indicators = target.indicators.map(({ id, level1, weight_x100 }) => ({
    indicatorId: id ?? '',
    level1: level1 ?? '',
    weight_x100: weight_x100 ?? 0,
  }))
  return computeSelfFormWeights(indicators, rules)
}

/** What a continuing project had left of its budget when last year's self-evaluation was confirmed. */
async function carriedOver(context: Context, project: ProjectRow): Promise<string> {
  const { jurisdictionId, fiscalYear, code } = project
  const before = await findProjectOfYear(context.db, { jurisdictionId, fiscalYear: fiscalYear - 1, code })
  const self = before && (await findLatestRecord(context, before, 'evaluation.self'))
  if (self?.record.state !== 'confirmed') return '0'
  const { funds } = self.content as EvaluationSelfContent
  const left = (funds ?? [])
    .filter(({ fund }) => fund !== 'other')
    .reduce((sum, row) => sum + (findFen(row.adjusted_fen) ?? 0n) - (findFen(row.executed_fen) ?? 0n), 0n)
  return toFenText(left > 0n ? left : 0n)
}

type Known = {
  readonly round: MonitoringRoundContent | undefined
  readonly isNewer: boolean
  readonly carried_fen: string
}

/** Budgets as last adjusted; what was executed only when the round covers the whole year. */
function fundRows(target: ApprovedTarget, { round, isNewer, carried_fen }: Known): ContentRow[] {
  const { fiscal_fen, other_fen } = target.content
  const planned = { fiscal: fiscal_fen ?? '0', carryOver: carried_fen, other: other_fen ?? '0' }
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
