import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type {
  TargetsDepartmentWholeContent,
  TargetsPolicyContent,
  TargetsSheetContent,
} from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findFen, sumFen, toFenText } from '../../domain/shared/money.ts'
import {
  checkDepartmentWhole,
  checkPolicyTarget,
  type OfficeProject,
} from '../../domain/targets/checks/index.ts'
import { computeTargetWeights } from '../../domain/targets/compute/index.ts'
import { departmentWhole, policyTarget } from '../../domain/targets/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildDepartmentWhole } from '../../documents/department-whole-target.ts'
import { buildPolicyTarget } from '../../documents/policy-target.ts'
import { findOfficeProjects } from '../../storage/office-targets-repository.ts'
import type { Context } from '../kernel/context.ts'
import { ledgerMarkOf } from '../ledger/ledger-mark.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import { documentSource, signedOpinions } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { disclosureDeadline, disclosureFindings } from './disclosure.ts'

/** 部门整体: its tasks are checked against the projects of the office. */
export const departmentWholeBehaviour: RecordBehaviour = {
  kind: departmentWhole.kind,
  assess: async (context, data) => ({
    findings: isDecided(data)
      ? disclosureFindings(context, data)
      : isOver(data)
        ? []
        : await wholeFindings(context, data),
    ...publication(context, data),
  }),
  documents: { 'department-whole-target': wholeDocument },
}

/** 政策绩效目标: the checks and the weights of a project's sheet. */
export const policyTargetBehaviour: RecordBehaviour = {
  kind: policyTarget.kind,
  assess: async (context, data) => {
    const { indicators } = data.content as TargetsPolicyContent
    const rows = (indicators ?? []).flatMap(({ level1, weight_x100 }) =>
      level1 ? [{ level1, weight_x100: weight_x100 ?? 0 }] : [],
    )
    const { explanation } = computeTargetWeights(rows, rulesOf(context, data))
    const { explanations, figures } = publication(context, data)
    return {
      findings: isDecided(data)
        ? disclosureFindings(context, data)
        : isOver(data)
          ? []
          : policyFindings(context, data),
      explanations: { indicators: explanation, ...explanations },
      figures: { indicators: explanation.result, ...figures },
    }
  },
  documents: { 'policy-target': policyDocument },
}

/** Approved: what is left is its publication. */
const isDecided = ({ record }: RecordData) => record.state === 'approved' || record.state === 'published'

/** The last day for publication and why, once there is one. */
function publication(context: Context, data: RecordData): Pick<Assessment, 'explanations' | 'figures'> {
  const deadline = isDecided(data) ? disclosureDeadline(context, data) : undefined
  return deadline
    ? { explanations: { disclosedOn: deadline.explanation }, figures: { disclosedOn: deadline.dueOn } }
    : { explanations: {}, figures: {} }
}

const isOver = ({ kind, record }: RecordData) => kind.workflow.states[record.state]?.isFinal ?? false

export async function wholeFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const { jurisdictionId, organisationId, fiscalYear } = data.record
  const projects = organisationId
    ? await findOfficeProjects(context.db, { jurisdictionId, departmentId: organisationId, fiscalYear })
    : []
  return checkDepartmentWhole(data.content, projects.map(asOfficeProject), rulesOf(context, data))
}

export function policyFindings(context: Context, data: RecordData): Finding[] {
  return checkPolicyTarget(data.content, rulesOf(context, data))
}

type FoundProject = Awaited<ReturnType<typeof findOfficeProjects>>[number]

function asOfficeProject({ code, name, target }: FoundProject): OfficeProject {
  return { code, name, total_fen: findFen((target as TargetsSheetContent | null)?.total_fen) }
}

/** One task for each project of the office, with the money its target was made for. */
export async function tasksOf(
  context: Context,
  office: { readonly jurisdictionId: string; readonly departmentId: string; readonly fiscalYear: number },
): Promise<Content> {
  const projects = await findOfficeProjects(context.db, office)
  const tasks = projects.map(({ code, name, target }) => {
    const { total_fen, fiscal_fen, other_fen, annualGoal } = (target ?? {}) as TargetsSheetContent
    return {
      name,
      projectCode: code,
      ...(annualGoal ? { content: annualGoal.slice(0, 1000) } : {}),
      ...(total_fen ? { total_fen } : {}),
      ...(fiscal_fen ? { fiscal_fen } : {}),
      ...(other_fen ? { other_fen } : {}),
    }
  })
  const sum = (column: 'total_fen' | 'fiscal_fen' | 'other_fen') =>
    toFenText(sumFen(tasks.map((task) => findFen(task[column]) ?? 0n)))
  if (tasks.length === 0) return {}
  return { tasks, total_fen: sum('total_fen'), fiscal_fen: sum('fiscal_fen'), other_fen: sum('other_fen') }
}

/** The boxes at the foot of both forms. */
const OPINIONS = [
  { title: '财政业务股初审意见', action: 'review' },
  { title: '财政绩效股复核意见', action: 'recheck' },
  { title: '批复意见', action: 'approve' },
]

export async function wholeDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  return buildDepartmentWhole(
    await sheetInput<TargetsDepartmentWholeContent>(context, data, 'department-whole-target'),
  )
}

export async function policyDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  return buildPolicyTarget(await sheetInput<TargetsPolicyContent>(context, data, 'policy-target'))
}

async function sheetInput<T extends object>(context: Context, data: RecordData, document: string) {
  const { frame, content } = await documentSource<T>(context, data, document)
  const ledger = await ledgerMarkOf(context, data.record.id, 'target.approved')
  const declared = data.acts.findLast(({ action }) => action === 'declare')
  return {
    frame: ledger ? { ...frame, ledger } : frame,
    fiscalYear: data.record.fiscalYear,
    content,
    opinions: signedOpinions(data, OPINIONS),
    declaredOn: declared ? dayOf(declared.actedAt) : null,
  }
}
