import { monitoringFinding } from '../../domain/monitoring/index.ts'
import { checkFindingOpinion, checkFindingPlan } from '../../domain/monitoring/checks/index.ts'
import type { MonitoringFindingContent, MonitoringRoundContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { toFenText } from '../../domain/shared/money.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { presentRound } from './present-round.ts'
import { printOpinion } from './print-opinion.ts'
import type { RoundFigures } from './round-figures.ts'
import { roundOf } from './round-of.ts'
import { checkVerifiedAmount } from '../../domain/monitoring/checks/verified-amount.ts'

const INDICATOR_ROOM = 200

/** What monitoring adds to the shared machinery for a finding. */
export const findingBehaviour: RecordBehaviour = {
  kind: monitoringFinding.kind,
  prefill: prefillFinding,
  assess: assessFinding,
  documents: { 'monitoring-opinion': printOpinion },
}

/** What the round found: the reason of its light, the months it covers, the indicator and money concerned. */
async function prefillFinding(
  context: Context,
  _project: ProjectRow | undefined,
  subjectId?: string,
): Promise<Content> {
  const source = await roundOf(context, subjectId)
  if (!source) return {}
  const { round, lights } = source.figures
  const { month, progress } = source.data.content as MonitoringRoundContent
  const names = (progress ?? []).flatMap(({ name }, index) =>
    name && isRaised(round.light) && lights.progress[index] === round.light ? [name] : [],
  )
  return {
    problem: `${round.reason}。`,
    evidence: `1—${month}月绩效运行监控：${round.explanation.sentence}`,
    ...(names.length > 0 ? { indicator: listed(names) } : {}),
    ...(isRaised(lights.execution) ? { fund: 'fiscal' } : {}),
  }
}

/** As many names as the field has room for; the reason above names what weighs most. */
function listed(names: readonly string[]): string {
  const text = names.join('、')
  return text.length > INDICATOR_ROOM ? `${text.slice(0, INDICATOR_ROOM - 1)}…` : text
}

function isRaised(light: string | undefined): boolean {
  return light === 'yellow' || light === 'red'
}

async function assessFinding(context: Context, data: RecordData): Promise<Assessment> {
  const source = await roundOf(context, data.record.subjectId)
  const shown = source ? presentRound(source.figures) : { figures: {}, explanations: {} }
  const idle = shown.explanations['idle_fen']
  return {
    figures: shown.figures,
    explanations: { ...shown.explanations, ...(idle ? { amount_fen: idle } : {}) },
    findings: findingsNow(context, data, source?.figures),
  }
}

function findingsNow(context: Context, data: RecordData, figures: RoundFigures | undefined): Finding[] {
  switch (data.record.state) {
    case 'open':
    case 'proposed':
      return opinionFindings(context, data, figures)
    case 'notified':
      return checkFindingPlan(data.content as MonitoringFindingContent)
    case 'reported':
      return checkVerifiedAmount(data.content as MonitoringFindingContent)
    default:
      return []
  }
}

/** Whether the opinion says enough to be handed on: amount, and a day that lies ahead. */
export function opinionFindings(
  context: Context,
  data: RecordData,
  figures: RoundFigures | undefined,
): Finding[] {
  const idle = figures?.hasMoney ? { idle_fen: toFenText(figures.round.idle.idle_fen) } : {}
  return checkFindingOpinion(data.content as MonitoringFindingContent, { today: context.today, ...idle })
}
