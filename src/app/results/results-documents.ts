import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type {
  ResultsBudgetDecisionContent,
  ResultsDisclosureContent,
  ResultsNoticeContent,
} from '../../domain/forms/contents.ts'
import { isOwnEvaluation } from '../../domain/evaluation/index.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { buildBudgetDecision } from '../../documents/budget-decision.ts'
import { buildDisclosureNotice } from '../../documents/disclosure-notice.ts'
import { buildRectificationNotice } from '../../documents/rectification-notice.ts'
import type { LetterHead, ProjectHead } from '../../documents/shared/input.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { findNames } from '../../storage/name-repository.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, issuerName, letterHead, projectHead } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { findConfirmedEvaluation } from './confirmed-evaluation.ts'

/** 绩效评价整改通知. */
export async function noticeDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsNoticeContent>(context, data, 'rectification-notice')
  const agencyName = await evaluatorOf(context, data)
  return buildRectificationNotice({
    frame: source.frame,
    head: await headFor(context, data, 'issue'),
    project: headOf(context, data, source.project),
    content: source.content,
    ...(agencyName ? { agencyName } : {}),
  })
}

/** 评价结果与预算安排挂钩决定. */
export async function decisionDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsBudgetDecisionContent>(context, data, 'budget-decision')
  const evaluation = data.project && (await findConfirmedEvaluation(context, data.project))
  return buildBudgetDecision({
    frame: source.frame,
    head: await headFor(context, data, 'decide'),
    project: headOf(context, data, source.project),
    content: source.content,
    evaluatedScore_x100: evaluation?.score_x100 ?? null,
  })
}

/** 评价结果公开: what stays inside – reasons for leaving something out – is not handed on. */
export async function disclosureDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsDisclosureContent>(context, data, 'disclosure-notice')
  const { redactions: _redactions, evidence: _evidence, ...rest } = source.content
  const { handled: _handled, agreed: _agreed, checked: _checked, ...content } = rest
  const evaluation = data.project && (await findConfirmedEvaluation(context, data.project))
  const isOwn = evaluation !== undefined && isOwnEvaluation(evaluation.content)
  const evaluator = isOwn ? '财政部门自行组织' : await evaluatorOf(context, data)
  return buildDisclosureNotice({
    frame: source.frame,
    head: await headFor(context, data, 'publish'),
    content,
    results: [
      {
        project: headOf(context, data, source.project),
        score_x100: evaluation?.score_x100 ?? null,
        grade: evaluation?.grade ? GRADES[evaluation.grade] : '',
        ...(evaluator ? { evaluator } : {}),
      },
    ],
  })
}

/** The institution that evaluated, by name; nothing where the bureau evaluated itself. */
async function evaluatorOf(context: Context, { project }: RecordData): Promise<string | undefined> {
  const evaluation = project && (await findConfirmedEvaluation(context, project))
  const agency = evaluation?.content.agency
  return agency ? (await findNames(context.db, [agency]))[agency] : undefined
}

async function headFor(context: Context, data: RecordData, action: string): Promise<LetterHead> {
  return { ...letterHead(context, data, action), issuer: await issuerName(context, data, action) }
}

/** The project with its approved budget as the money of the year. */
function headOf(context: Context, { record }: RecordData, project: ProjectRow | undefined): ProjectHead {
  if (!project) throw new Error(`record ${record.id} has no project`)
  return { ...projectHead(context, project), annual_fen: project.budget_fen }
}
