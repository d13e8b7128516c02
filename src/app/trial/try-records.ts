import type { EvaluationFinanceContent, MonitoringRoundContent } from '../../domain/forms/contents.ts'
import { financeEvaluation } from '../../domain/evaluation/index.ts'
import type { RoundLights } from '../../domain/monitoring/checks/index.ts'
import { LIGHTS } from '../../domain/monitoring/compute/index.ts'
import { monitoringRound } from '../../domain/monitoring/index.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { Trial } from '../../rules/index.ts'
import { findRecordsOfYear } from '../../storage/record-repository.ts'
import { computeWhole } from '../evaluation/finance-figures.ts'
import { scoreText } from '../evaluation/self-figures.ts'
import type { Context } from '../kernel/context.ts'
import { computeRound, roundMoment } from '../monitoring/round-figures.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { completeRecord, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { changesOf, reasonBy, type TrialDifference, type TrialPart } from './difference.ts'

type Where = { readonly fiscalYear: number; readonly jurisdiction?: string | undefined }
type Difference = Pick<TrialDifference, 'changes' | 'reason'>
type Compare = (
  data: RecordData,
  before: ParameterReader,
  after: ParameterReader,
) => Promise<(Difference & { readonly isExplained: boolean }) | undefined>

/** Read whole, one by one; a county has far fewer in a year. */
const RECORDS_MAX = 2000

/** What a trial would have done to the finance evaluations of a year: total and grade. */
export function tryFinanceEvaluations(context: Context, trial: Trial, where: Where): Promise<TrialPart> {
  return tryKind(context, trial, where, financeEvaluation, async ({ content }, before, after) => {
    const form = content as EvaluationFinanceContent
    const [was, would] = [computeWhole(form, before), computeWhole(form, after)]
    if (!was || !would) return undefined
    const grade = (whole: typeof was) => (whole.grade === null ? '待定' : GRADES[whole.grade])
    return {
      changes: changesOf([
        ['评价总分', scoreText(was.total_x100), scoreText(would.total_x100)],
        ['评价等级', grade(was), grade(would)],
        ['分值结构', was.weights.explanation.result, would.weights.explanation.result],
      ]),
      reason: reasonBy(trial.layer.parameter, would.explanation),
      isExplained: form.grade == null || form.grade === was.grade,
    }
  })
}

/** What a trial would have done to the monitoring rounds of a year: the light and its reason. */
export function tryMonitoringRounds(context: Context, trial: Trial, where: Where): Promise<TrialPart> {
  return tryKind(context, trial, where, monitoringRound, async (data, before, after) => {
    const { content, project } = data
    const target = project && (await findApprovedTarget(context, project, roundMoment(data)))
    if (!target) return undefined
    const [was, would] = [before, after].map((rules) =>
      computeRound(content as MonitoringRoundContent, target, rules),
    )
    if (!was || !would) return undefined
    return {
      changes: changesOf([
        ['项目亮灯', LIGHTS[was.round.light], LIGHTS[would.round.light]],
        ['预算执行亮灯', LIGHTS[was.lights.execution], LIGHTS[would.lights.execution]],
        ...rowLights(was.lights, would.lights),
      ]),
      reason: reasonBy(trial.layer.parameter, would.round.explanation),
      isExplained: true,
    }
  })
}

function rowLights(was: RoundLights, would: RoundLights): [what: string, from: string, to: string][] {
  return was.progress.map((light, index) => [
    `第${index + 1}项指标亮灯`,
    LIGHTS[light ?? 'pending'],
    LIGHTS[would.progress[index] ?? 'pending'],
  ])
}

async function tryKind(
  context: Context,
  { book }: Trial,
  where: Where,
  kind: RecordKind,
  compare: Compare,
): Promise<TrialPart> {
  const states = Object.keys(kind.workflow.states).filter((state) => state !== kind.workflow.initial)
  const rows = await findRecordsOfYear(context.db, {
    kind: kind.kind,
    fiscalYear: where.fiscalYear,
    jurisdictionId: where.jurisdiction,
    states,
  })
  const differences: TrialDifference[] = []
  let unexplained = 0
  for (const row of rows.slice(0, RECORDS_MAX)) {
    const data = await completeRecord(context, row)
    const [before, after] = [rulesOf(context, data), rulesOf({ ...context, rules: book }, data)]
    const found = await compare(data, before, after)
    if (!found) continue
    if (!found.isExplained) unexplained += 1
    if (found.changes.length === 0) continue
    differences.push({
      recordId: row.id,
      kind: kind.kind,
      title: row.title,
      jurisdictionId: row.jurisdictionId,
      projectId: row.projectId ?? '',
      projectName: data.project?.name ?? '',
      changes: found.changes,
      reason: found.reason,
    })
  }
  const checked = Math.min(rows.length, RECORDS_MAX)
  return { checked, differences, unexplained, skipped: rows.length - checked }
}
