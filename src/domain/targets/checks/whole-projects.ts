import type { TargetsDepartmentWholeContent } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { type Fen, findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-162 任务与项目对应: a task that is a project has the project's money; no project is left out. */
export const TGT_162: RuleHeader = {
  id: 'TGT-162',
  name: '部门整体支出任务与项目库一致',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '同一个数只填一次：任务金额取自项目绩效目标'),
}

/** A project of the department in the year: its code, name and the money of its target. */
export type OfficeProject = {
  readonly code: string
  readonly name: string
  readonly total_fen: Fen | undefined
}

/** An unknown code is wrong; another amount, or a project without a task, is advised of. */
export function checkWholeProjects(
  { tasks }: TargetsDepartmentWholeContent,
  projects: readonly OfficeProject[],
): Finding[] {
  const rows = tasks ?? []
  const where = (row: number, column: string) => ({ section: 'tasks', field: 'tasks', row, column })
  const lines = rows.flatMap(({ name, projectCode, total_fen }, row) => {
    const code = projectCode?.trim() ?? ''
    if (code === '') return []
    const said = isWritten(name) ? `“${name}”` : `第 ${row + 1} 项任务`
    const project = projects.find((one) => one.code === code)
    if (!project) {
      const message = `${said}的项目代码“${code}”不在本部门当年的项目库中，请改正或清空。`
      return [found(TGT_162, message, where(row, 'projectCode'))]
    }
    if (rows.findIndex((one) => one.projectCode?.trim() === code) !== row) {
      return [found(TGT_162, `${said}与前面的任务是同一个项目，请合并。`, where(row, 'projectCode'))]
    }
    const own = findFen(total_fen)
    if (own === undefined || project.total_fen === undefined || own === project.total_fen) return []
    const message = `${said}预算金额 ${formatWanYuan(own)} 万元，项目绩效目标为 ${formatWanYuan(project.total_fen)} 万元，请核对。`
    return [found(TGT_162, message, where(row, 'total_fen'), 'warning')]
  })
  const named = new Set(rows.map(({ projectCode }) => projectCode?.trim()))
  const left = projects.filter(({ code }) => !named.has(code))
  if (left.length === 0) return lines
  const names = left.slice(0, 3).map(({ name }) => `“${name}”`)
  const message = `还有 ${left.length} 个项目没有列入年度主要任务：${names.join('、')}${left.length > 3 ? '等' : ''}，请补充或说明。`
  return [...lines, found(TGT_162, message, { section: 'tasks', field: 'tasks' }, 'warning')]
}
