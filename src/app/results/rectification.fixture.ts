import { EVALUATED, type PlantedProject, plantProject, plantRecord, TO_CONFIRMED } from '../testing/plant.ts'
import { recordsOf, type stepsIn } from '../testing/steps.ts'
import type { World } from '../testing/world.ts'
import { issueNotice, proposeNotice } from './issue-notice.ts'
import { resultsModule } from './index.ts'
import { planTask, reportTask, verifyTask } from './rectify-problem.ts'
import { reviewTask } from './plain-acts.ts'

const beginNotice = resultsModule.begins.find(({ recordKind }) => recordKind.kind === 'results.notice')

/** Ways to an issued notice and through its tasks, for tests that look at what comes after. */
export function rectificationIn(world: World, steps: ReturnType<typeof stepsIn>) {
  const { see, save, act } = steps
  /** An issued notice of two problems; `rows` adds to them, in order. */
  async function issued(
    rows: readonly object[] = [{}, {}],
    evaluation: object = {},
    project: PlantedProject = {},
  ) {
    const projectId = await plantProject(world, { grade: 'good', ...project })
    await plantRecord(world, {
      kind: 'evaluation.finance',
      projectId,
      content: { ...EVALUATED, ...evaluation },
      acts: TO_CONFIRMED,
    })
    const { recordId: notice } = await world.as<{ recordId: string }>(
      'finance_performance',
      beginNotice as object,
      { projectId },
    )
    const { content } = await see('finance_performance', notice)
    const problems = (content['problems'] as object[]).map((row, index) => ({
      requirementType: 'management',
      ...row,
      ...rows[index],
    }))
    await save('finance_performance', notice, { problems, completionDueOn: '2024-07-31' })
    await act('finance_performance', proposeNotice, notice)
    await act('finance_leader', issueNotice, notice)
    const tasks = await recordsOf(world, 'unit', projectId, 'results.task')
    return { projectId, notice, tasks: tasks as [string, string] }
  }
  async function planned(task: string) {
    await save('unit', task, { measure: '分解计划', responsible: '张三', dueOn: '2024-07-01' })
    await act('unit', planTask, task)
  }
  async function rectified(task: string, money: object = {}, verified: object = {}) {
    await planned(task)
    await save('unit', task, {
      result: '已完成',
      completedOn: '2024-05-10',
      evidenceNote: '纸质件存档',
      ...money,
    })
    await act('unit', reportTask, task)
    await act('department', reviewTask, task, '属实')
    await save('finance_performance', task, { verification: '现场核实', ...verified })
    await act('finance_performance', verifyTask, task, '属实')
  }
  return { issued, planned, rectified }
}
