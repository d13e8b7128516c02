import { createProject } from '../../projects/save-project.ts'
import type { Walk } from '../walk.ts'

/** 单位入库:涉密之问、概要、资金、规划依据、预算评审、审批文件、责任人. */
export async function enterProject(walk: Walk): Promise<void> {
  const { story, unitId: unit, departmentId: department } = walk
  const content = { isClassified: false, ...story.entry, unit, department }
  const input = { fiscalYear: story.fiscalYear, content }
  const { projectId } = await walk.run<{ projectId: string }>('unit', createProject, input)
  walk.setProject(projectId)
}
