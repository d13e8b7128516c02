import type { PilotAcceptanceContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { acceptance } from '../../domain/pilot/index.ts'
import {
  answersAsked,
  checkAcceptance,
  checkCorrections,
  checkMissingReasons,
  checkQuota,
} from '../../domain/pilot/checks/index.ts'
import {
  computeAcceptanceCompleteness,
  computeAcceptanceScore,
  computeQuota,
  reasonFor,
} from '../../domain/pilot/compute/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { quote } from '../../domain/shared/quote.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { acceptanceStandards, neverExcused } from './acceptance-standards.ts'
import { type ListedRow, listedItems } from './listed-items.ts'
import {
  acceptanceDefectsDocument,
  acceptanceDocument,
  acceptanceRefusalDocument,
} from './acceptance-documents.ts'
import { type ExaminedPlace, examinePlace } from './project-progress.ts'

/** 试点验收: the list of what must be there is made from the records, never typed. */
export const acceptanceBehaviour: RecordBehaviour = {
  kind: acceptance.kind,
  prefill: async (context) => {
    const progress = await examinePlace(context, context.actor.jurisdictionId)
    const pilots = progress.projects.filter(({ isPilot }) => isPilot)
    const names = pilots.map(({ name }) => quote(name)).join('、')
    const rows = listedItems(progress)
    return {
      requestText: `${progress.name}预算绩效一体化管理试点项目${names}已按试点方案完成全流程绩效管理，试点报告已上报，现申请验收。`,
      contact: context.actor.personName,
      completeness: rows,
      reasons: rows
        .filter(({ isPresent }) => !isPresent)
        .slice(0, 100)
        .map(({ itemCode, projectName, item }) => ({ itemCode, projectName, item })),
    }
  },
  assess: assessAcceptance,
  documents: {
    'acceptance-opinion': acceptanceDocument,
    'acceptance-refusal': acceptanceRefusalDocument,
    'acceptance-defects': acceptanceDefectsDocument,
  },
}

type CompletenessRow = ListedRow & { readonly reason?: string }

/** What an act on the acceptance reads of the place: examined once, for its gate and for what it writes. */
export function readPlace(context: Context, { record }: RecordData): Promise<ExaminedPlace> {
  return examinePlace(context, record.jurisdictionId)
}

/** The list as it is today, whatever stands in the record, with the reasons given for what is missing. */
function freshRows(data: RecordData, progress: ExaminedPlace): CompletenessRow[] {
  const rows = listedItems(progress)
  const { reasons } = data.content as PilotAcceptanceContent
  return rows.map((row) => {
    const reason = row.isPresent ? undefined : reasonFor(row, reasons ?? [])
    return reason === undefined ? row : { ...row, reason }
  })
}

async function assessAcceptance(context: Context, data: RecordData): Promise<Assessment> {
  const content = data.content as PilotAcceptanceContent
  const progress = await readPlace(context, data)
  const count = progress.projects.filter(({ isPilot }) => isPilot).length
  const rules = rulesOf(context, data)
  const { explanation: score } = computeAcceptanceScore({
    rows: content.criteria ?? [],
    pass_x100: content.pass_x100 ?? 0,
  })
  const items = listedItems(progress)
  const list = computeAcceptanceCompleteness({
    items,
    reasons: content.reasons ?? [],
    neverExcused: neverExcused(context, data),
  })
  return {
    findings: checkNow(context, data, progress),
    figures: {
      criteriaScore: score.result,
      completeness: `${list.present}/${items.length}`,
      quota: `${count}个`,
    },
    explanations: {
      criteriaScore: score,
      completeness: list.explanation,
      quota: computeQuota(count, rules).explanation,
    },
  }
}

/** What the next act asks for. */
function checkNow(context: Context, data: RecordData, progress: ExaminedPlace): Finding[] {
  if (data.kind.workflow.states[data.record.state]?.isFinal) return []
  const isWithPlace = ['draft', 'correcting'].includes(data.record.state)
  const check = isWithPlace ? checkRequest : checkInspection
  return check(context, data, progress)
}

/** 申请验收: enough projects, and nothing missing without a reason. */
export function checkRequest(context: Context, data: RecordData, progress: ExaminedPlace): Finding[] {
  const count = progress.projects.filter(({ isPilot }) => isPilot).length
  const rules = rulesOf(context, data)
  const { reasons } = data.content as PilotAcceptanceContent
  return [
    ...checkQuota(count, rules),
    ...checkMissingReasons({
      items: listedItems(progress),
      reasons: reasons ?? [],
      neverExcused: neverExcused(context, data),
    }),
  ]
}

/** 核查、验收: still complete, corrections looked at, criteria and verdict in order. */
export function checkInspection(context: Context, data: RecordData, progress: ExaminedPlace): Finding[] {
  const content = data.content as PilotAcceptanceContent
  return [...checkRequest(context, data, progress), ...checkCorrections(content), ...checkAcceptance(content)]
}

/** The record's content with the list of today, as the act leaves it behind. */
export function withFreshList(data: RecordData, progress: ExaminedPlace): Content {
  return { ...data.content, completeness: freshRows(data, progress) }
}

/** With the list of today and the criteria the application will be judged by. */
export async function withStandards(
  context: Context,
  data: RecordData,
  progress: ExaminedPlace,
): Promise<Content> {
  const { items, pass_x100, source } = await acceptanceStandards(context)
  return {
    ...withFreshList(data, progress),
    criteriaSource: source,
    pass_x100,
    criteria: items.map(({ id, label, weight_x100 }) => ({ itemCode: id, item: label, weight_x100 })),
  }
}

/** With the lines the place has to answer. */
export async function withAnswers(_context: Context, data: RecordData): Promise<Content> {
  return { ...data.content, answers: answersAsked(data.content as PilotAcceptanceContent) }
}
