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
import type { JurisdictionProgress } from '../../storage/cockpit-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { acceptanceStandards, neverExcused } from './acceptance-standards.ts'
import { type CompletenessItem, countyReportItem, projectItems } from './completeness.ts'
import { findInconsistencies } from './consistency/find-inconsistencies.ts'
import { dossierLines } from './dossier-lines.ts'
import {
  acceptanceDefectsDocument,
  acceptanceDocument,
  acceptanceRefusalDocument,
} from './acceptance-documents.ts'
import { getJurisdictionProgress } from './project-progress.ts'

/** 试点验收: the list of what must be there is made from the records, never typed. */
export const acceptanceBehaviour: RecordBehaviour = {
  kind: acceptance.kind,
  prefill: async (context) => {
    const progress = await getJurisdictionProgress(context, context.actor.jurisdictionId)
    const pilots = progress.projects.filter(({ isPilot }) => isPilot)
    const names = pilots.map(({ name }) => quote(name)).join('、')
    const rows = await checkedRows(context, progress)
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

type CompletenessRow = {
  readonly itemCode: string
  readonly projectName: string
  readonly item: string
  readonly isPresent: boolean
  readonly note: string
  readonly reason?: string
}

/** Project by project, stage by stage, then the reports; the exact missing item stands in its note. */
export function completenessRows(progress: JurisdictionProgress): CompletenessRow[] {
  return rowsOf(
    progress,
    pilotsOf(progress).map((pilot) => projectItems(pilot)),
  )
}

/** The same with 勾稽: whether records that are counted on are there, and figures agree. */
async function checkedRows(context: Context, progress: JurisdictionProgress): Promise<CompletenessRow[]> {
  const lists: CompletenessItem[][] = []
  for (const pilot of pilotsOf(progress)) {
    lists.push(dossierLines(pilot, await findInconsistencies(context, pilot.id)))
  }
  return rowsOf(progress, lists)
}

function pilotsOf({ projects }: JurisdictionProgress) {
  return projects.filter(({ isPilot }) => isPilot)
}

function rowsOf(progress: JurisdictionProgress, lists: readonly CompletenessItem[][]): CompletenessRow[] {
  const names = pilotsOf(progress).map(({ name }) => name.slice(0, 100))
  const rows = [
    ...lists.flatMap((list, index) => list.map((item) => ({ ...item, projectName: names[index] ?? '' }))),
    { ...countyReportItem(progress), projectName: '' },
  ]
  return rows.map(({ itemCode, projectName, item, isPresent, note }) => ({
    itemCode,
    projectName,
    item,
    isPresent,
    note: note.slice(0, 500),
  }))
}

/** The list as it is today, whatever stands in the record, with the reasons given for what is missing. */
async function freshRows(context: Context, data: RecordData): Promise<CompletenessRow[]> {
  const progress = await getJurisdictionProgress(context, data.record.jurisdictionId)
  const rows = await checkedRows(context, progress)
  const { reasons } = data.content as PilotAcceptanceContent
  return rows.map((row) => {
    const reason = row.isPresent ? undefined : reasonFor(row, reasons ?? [])
    return reason === undefined ? row : { ...row, reason }
  })
}

async function assessAcceptance(context: Context, data: RecordData): Promise<Assessment> {
  const { record } = data
  const content = data.content as PilotAcceptanceContent
  const progress = await getJurisdictionProgress(context, record.jurisdictionId)
  const count = progress.projects.filter(({ isPilot }) => isPilot).length
  const rules = rulesOf(context, data)
  const { explanation: score } = computeAcceptanceScore({
    rows: content.criteria ?? [],
    pass_x100: content.pass_x100 ?? 0,
  })
  const items = await checkedRows(context, progress)
  const list = computeAcceptanceCompleteness({
    items,
    reasons: content.reasons ?? [],
    neverExcused: neverExcused(context, data),
  })
  return {
    findings: await checkNow(context, data),
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
async function checkNow(context: Context, data: RecordData): Promise<Finding[]> {
  if (data.kind.workflow.states[data.record.state]?.isFinal) return []
  const isWithPlace = ['draft', 'correcting'].includes(data.record.state)
  return isWithPlace ? checkRequest(context, data) : checkInspection(context, data)
}

/** 申请验收: enough projects, and nothing missing without a reason. */
export async function checkRequest(context: Context, data: RecordData): Promise<Finding[]> {
  const progress = await getJurisdictionProgress(context, data.record.jurisdictionId)
  const count = progress.projects.filter(({ isPilot }) => isPilot).length
  const rules = rulesOf(context, data)
  const { reasons } = data.content as PilotAcceptanceContent
  return [
    ...checkQuota(count, rules),
    ...checkMissingReasons({
      items: await checkedRows(context, progress),
      reasons: reasons ?? [],
      neverExcused: neverExcused(context, data),
    }),
  ]
}

/** 核查、验收: still complete, corrections looked at, criteria and verdict in order. */
export async function checkInspection(context: Context, data: RecordData): Promise<Finding[]> {
  const content = data.content as PilotAcceptanceContent
  return [...(await checkRequest(context, data)), ...checkCorrections(content), ...checkAcceptance(content)]
}

/** The record's content with the list of today, as the act leaves it behind. */
export async function withFreshList(context: Context, data: RecordData): Promise<Content> {
  return { ...data.content, completeness: await freshRows(context, data) }
}

/** With the list of today and the criteria the application will be judged by. */
export async function withStandards(context: Context, data: RecordData): Promise<Content> {
  const { items, pass_x100, source } = await acceptanceStandards(context)
  return {
    ...(await withFreshList(context, data)),
    criteriaSource: source,
    pass_x100,
    criteria: items.map(({ id, label, weight_x100 }) => ({ itemCode: id, item: label, weight_x100 })),
  }
}

/** With the lines the place has to answer. */
export async function withAnswers(_context: Context, data: RecordData): Promise<Content> {
  return { ...data.content, answers: answersAsked(data.content as PilotAcceptanceContent) }
}
