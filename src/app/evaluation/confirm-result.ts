import { AGE_008, checkConfirmer } from '../../domain/evaluation/checks/index.ts'
import { EVA_013 } from '../../domain/evaluation/compute/index.ts'
import { departmentEvaluation, financeEvaluation, isOwnEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { endAssignments } from '../../storage/assignment-repository.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { findEngagement } from './agency/begin-engagement.ts'

/** 确认评价结果: the grade of the final report becomes the project's, and its use begins. */
export const confirmResult = defineAct(financeEvaluation, 'confirm', {
  gate: confirmGate,
  effect: async (context, { project, content }) => {
    if (!project) return
    const grade = (content as EvaluationFinanceContent).grade ?? null
    await updateProjectSummary(context.db, project, { grade, status: 'results' })
    const { id, jurisdictionId } = project
    context.changed({ kind: 'project', id, projectId: id, jurisdictionId }, [
      { field: 'grade', from: project.grade, to: grade },
    ])
  },
})

/** 部门确认: the department's own conclusion; the project's grade is left to the finance evaluation. */
export const confirmForDepartment = defineAct(departmentEvaluation, 'confirm', { gate: confirmGate })

/** 财政备案: the end of a department's evaluation; the institution sees the project no more. */
export const fileDepartmentEvaluation = defineAct(departmentEvaluation, 'file', {
  effect: async (context, { record }) => endAssignments(context.db, record, context.today),
})

/** What the page says, and that whoever confirms was not one of those who evaluated. */
async function confirmGate(context: Context, data: RecordData): Promise<Finding[]> {
  const content = data.content as EvaluationFinanceContent
  return [...(await confirmFindings(context, data)), ...checkConfirmer(content, context.actor.personId)]
}

/** A total and a grade, and a report that whoever commissioned it has accepted. */
export async function confirmFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const held = await findEngagement(context, data)
  const isOpen = held !== undefined && !['accepted', 'settled'].includes(held.record.state)
  return [
    ...foundIf(
      !(data.content as EvaluationFinanceContent).grade,
      EVA_013,
      `正式报告还没有总分和等级，请退回${isOwnEvaluation(data.content) ? '评价组' : '第三方'}补充评分。`,
      { section: 'scores', field: 'grade' },
      'error',
    ),
    ...foundIf(isOpen, AGE_008, `报告还没有验收，请先在“${held?.record.title ?? ''}”中办理报告验收。`),
  ]
}
