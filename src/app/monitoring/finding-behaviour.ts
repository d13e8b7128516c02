import { monitoringFinding } from '../../domain/monitoring/index.ts'
import {
  budgetChangeOf,
  checkFindingOpinion,
  checkFindingPlan,
  checkStandingCommittee,
  checkTransfers,
} from '../../domain/monitoring/checks/index.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { MonitoringFindingContent, MonitoringRoundContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { formatWanYuan, toFenText } from '../../domain/shared/money.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { escalationOf } from './escalation-of.ts'
import { isAboutMoney, nextYearOf } from './opinion-figures.ts'
import { presentRound } from './present-round.ts'
import { printOpinion } from './print-opinion.ts'
import { printReferral } from './print-referral.ts'
import type { RoundFigures } from './round-figures.ts'
import { roundOf } from './round-of.ts'
import { checkVerifiedAmount } from '../../domain/monitoring/checks/verified-amount.ts'

const INDICATOR_ROOM = 200

/** What monitoring adds to the shared machinery for a finding. */
export const findingBehaviour: RecordBehaviour = {
  kind: monitoringFinding.kind,
  prefill: prefillFinding,
  assess: assessFinding,
  documents: { 'monitoring-opinion': printOpinion, 'monitoring-referral': printReferral },
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
  const { month, progress, judgements } = source.data.content as MonitoringRoundContent
  const judged = gravest(judgements ?? [])
  const names = (progress ?? []).flatMap(({ name }, index) =>
    name && isRaised(round.light) && lights.progress[index] === round.light ? [name] : [],
  )
  return {
    problem: `${round.reason}。`,
    evidence: `1—${month}月绩效运行监控：${round.explanation.sentence}`,
    ...(names.length > 0 ? { indicator: listed(names) } : {}),
    ...(isRaised(lights.execution) ? { fund: 'fiscal' } : {}),
    ...(judged?.verdict ? { verdict: judged.verdict } : {}),
    ...(judged?.measure ? { opinionType: judged.measure } : {}),
  }
}

const LEVELS = ['minor', 'serious', 'grave']

/** The risk that weighs most: what the finding is about and what its opinion begins with. */
function gravest(judgements: NonNullable<MonitoringRoundContent['judgements']>) {
  const rank = (level: string | null | undefined) => LEVELS.indexOf(level ?? '')
  return judgements.toSorted((a, b) => rank(b.level) - rank(a.level))[0]
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
  const own = ownFigures(context, data, source?.figures)
  return {
    figures: {
      ...shown.figures,
      ...shortly(data.content as MonitoringFindingContent, source?.figures),
    },
    explanations: {
      ...shown.explanations,
      ...(idle ? { amount_fen: idle } : {}),
      ...Object.fromEntries(own),
    },
    findings: findingsNow(context, data, source?.figures),
  }
}

/** The same in a few words, for the panel beside the sheet. */
function shortly(
  content: MonitoringFindingContent,
  figures: RoundFigures | undefined,
): Record<string, string> {
  const nextYear = nextYearOf(content, figures)
  return {
    ...(nextYear ? { nextYear: `起点${formatWanYuan(nextYear.base_fen)}万元` } : {}),
    ...(isAboutMoney(content) ? { budgetChange: BUDGET_WORDS[budgetChangeOf(content).kind] } : {}),
  }
}

const BUDGET_WORDS = { adjustment: '预算调整', reported: '报告即可', reallocation: '预算调剂' } as const

/** What the opinion does to next year's money, what kind of change it is, and how far overdue it is. */
function ownFigures(
  context: Context,
  data: RecordData,
  figures: RoundFigures | undefined,
): (readonly [string, Explanation])[] {
  const content = data.content as MonitoringFindingContent
  const escalation = escalationOf(context, data)
  const nextYear = nextYearOf(content, figures)
  return [
    ...(nextYear ? [['nextYear', nextYear.explanation] as const] : []),
    ...(isAboutMoney(content) ? [['budgetChange', budgetChangeOf(content).explanation] as const] : []),
    ...(escalation && escalation.days > 0 ? [['escalation', escalation.explanation] as const] : []),
  ]
}

function findingsNow(context: Context, data: RecordData, figures: RoundFigures | undefined): Finding[] {
  switch (data.record.state) {
    case 'open':
    case 'proposed':
      return opinionFindings(context, data, figures, data.record.state === 'proposed')
    case 'notified':
      return checkFindingPlan(data.content as MonitoringFindingContent)
    case 'reported':
      return checkVerifiedAmount(data.content as MonitoringFindingContent)
    default:
      return []
  }
}

/** Whether the opinion says enough to be handed on: amount, both sides of a transfer, a day ahead, approval. */
export function opinionFindings(
  context: Context,
  data: RecordData,
  figures: RoundFigures | undefined,
  isIssued: boolean,
): Finding[] {
  const content = data.content as MonitoringFindingContent
  const idle = figures?.hasMoney ? { idle_fen: toFenText(figures.round.idle.idle_fen) } : {}
  return [
    ...checkFindingOpinion(content, { today: context.today, ...idle }),
    ...checkTransfers(content),
    ...checkStandingCommittee(content, isIssued),
  ]
}
