import type { ResultsDisclosureContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { disclosure } from '../../domain/results/index.ts'
import { checkDisclosure } from '../../domain/results/checks/index.ts'
import { computeResultDisclosureDeadline } from '../../domain/results/compute/index.ts'
import { found } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { formatWanYuan } from '../../domain/shared/money.ts'
import { formatScore } from '../../domain/shared/score.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { yearBefore } from '../../domain/shared/quote.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import {
  type ConfirmedEvaluation,
  findConfirmedEvaluation,
  getConfirmedEvaluation,
} from './confirmed-evaluation.ts'
import { RES_902 } from '../../domain/results/gates.ts'
import { previewDocument } from './preview-document.ts'
import { publicFindings } from './public-result.ts'
import { disclosureDocument } from './results-documents.ts'

/** 评价结果公开. */
export const disclosureBehaviour: RecordBehaviour = {
  kind: disclosure.kind,
  prefill: prefillDisclosure,
  assess: assessDisclosure,
  documents: { 'disclosure-notice': disclosureDocument, 'disclosure-preview': previewDocument },
}

/** The result in public words, and the day by which it must be public. */
async function prefillDisclosure(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const evaluation = await getConfirmedEvaluation(context, project)
  const earlier = await findEarlier(context, project)
  const { jurisdictionId: jurisdiction, fiscalYear } = project
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  return {
    disclosureTitle: `${yearBefore(fiscalYear, project.name)}${project.name}绩效评价结果`,
    summary: summarise(project, evaluation),
    // The legal day is that of the first publication; a correction comes when it is needed.
    ...(earlier
      ? keptBack(earlier)
      : { dueOn: computeResultDisclosureDeadline(evaluation.confirmedOn, rules).dueOn }),
  }
}

/** What was kept back or covered stays so until somebody takes it out on purpose; reasons are given anew. */
function keptBack({ withheld, handled }: ResultsDisclosureContent): Content {
  const covered = (handled ?? []).flatMap(({ text, handling }) =>
    handling === 'mask' && text ? [{ text, handling }] : [],
  )
  return {
    ...(withheld && withheld.length > 0 ? { withheld } : {}),
    ...(covered.length > 0 ? { handled: covered } : {}),
  }
}

/** One at a time: a correction is begun when what it corrects is public. */
async function findEarlier(
  context: Context,
  { jurisdictionId, id }: ProjectRow,
): Promise<ResultsDisclosureContent | undefined> {
  const records = await findRecords(context.db, { jurisdictionId, projectId: id, kind: disclosure.kind })
  const open = records.find(({ state }) => state !== 'published')
  if (!open) return records.at(-1)?.content as ResultsDisclosureContent | undefined
  throw new DomainError('ACTION_NOT_AVAILABLE', '已有评价结果公开正在办理，请打开原有的继续办理。', {
    recordId: open.id,
  })
}

function summarise(project: ProjectRow, { content, grade, score_x100 }: ConfirmedEvaluation): string {
  const points = score_x100 === null ? '' : `评价得分${formatScore(score_x100)}分，`
  const result = grade === null ? '' : `评价等级为“${GRADES[grade]}”。`
  const problems = (content.problems ?? []).flatMap(({ problem }) => (problem ? [problem] : []))
  const lines = [
    `${project.name}由${project.unitName}实施，${project.fiscalYear}年度预算${formatWanYuan(project.budget_fen)}万元。${points}${result}`,
    content.conclusion ?? '',
    problems.length === 0
      ? ''
      : `主要问题：${problems.map((text, index) => `${index + 1}.${text}`).join('')}`,
  ]
  const text = lines.filter((line) => line !== '').join('\n')
  return text.length > SUMMARY_ROOM ? `${text.slice(0, SUMMARY_ROOM - 1)}…` : text
}

/** Room in the form; the full report is attached to the evaluation. */
const SUMMARY_ROOM = 4000

async function assessDisclosure(context: Context, data: RecordData): Promise<Assessment> {
  const evaluation = data.project && (await findConfirmedEvaluation(context, data.project))
  const stage = data.record.state === 'draft' ? 'claimed' : 'agreed'
  const findings =
    data.record.state === 'published'
      ? []
      : [...(await checkDisclosureContent(context, data)), ...(await publicFindings(context, data, stage))]
  if (!evaluation) return { findings, figures: {}, explanations: {} }
  const deadline = computeResultDisclosureDeadline(evaluation.confirmedOn, rulesOf(context, data))
  return {
    findings,
    figures: { dueOn: deadline.dueOn },
    explanations: { dueOn: deadline.explanation },
  }
}

/** Secrets, place and day; the day of publication may still lie ahead until the leader approves. */
export async function checkDisclosureContent(context: Context, data: RecordData): Promise<Finding[]> {
  if (!data.project) return []
  const content = data.content as ResultsDisclosureContent
  const { confirmedOn } = await getConfirmedEvaluation(context, data.project)
  const findings = checkDisclosure(content, { isClassified: data.project.isClassified, today: context.today })
  const isPlanned = data.record.state === 'draft' && (content.disclosedOn ?? '') > context.today
  const kept = isPlanned ? findings.filter(({ where }) => where.field !== 'disclosedOn') : findings
  if (!content.disclosedOn || content.disclosedOn >= confirmedOn) return kept
  const message = `公开日期早于评价结果确认日期${confirmedOn}，请核对。`
  return [...kept, found(RES_902, message, { section: 'place', field: 'disclosedOn' })]
}
