import { entryOf, isOfEntry } from '../../domain/exchange/project-entity.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { statusTitle } from '../../domain/project/status.ts'
import type { Context } from '../kernel/context.ts'
import { isProjectOpen, saveProject } from '../projects/save-project.ts'
import { getForm } from '../records/record-data.ts'
import type { OurTables } from './our-tables.ts'
import { blocked, type Row, saidIn, type Verdict } from './verdict.ts'

/** A project that is here already: its facts are put right until its target is declared; it is never withdrawn. */
export function judgeKnownProject(context: Context, ours: OurTables, { difference }: Row): Verdict {
  const project = ours.projects.get(difference.projectCode ?? '')
  if (!project) return blocked('这张表只核对，不写入')
  if (difference.kind === 'withdrawn')
    return blocked(
      '项目入库后不能由文件作废：还没有申报的不再申报即可，已批复的须走调整程序，执行中终止的在监控意见中写明',
    )
  const taken = difference.fields.map(({ field }) => field).filter(isOfEntry)
  if (taken.length === 0) return blocked('这些栏由系统产生，不由交换表改写')
  if (saveProject.by === 'everyone' || !saveProject.by.includes(context.actor.role))
    return blocked('项目信息不由您填写，请由实施单位或主管部门采纳')
  if (!isProjectOpen(project.status))
    return blocked(`项目现为“${statusTitle(project.status)}”，绩效目标已申报，项目信息不能再改`)
  const said = saidIn(difference)
  if (said['isClassified'] === 'true') return blocked('涉密项目不得从文件导入，请按保密规定登记编号')
  const content = { ...project.content, ...entryOf(said) }
  const [fault] = validateContent(getForm(context, 'project/entry'), content, { mode: 'submit' })
  if (fault) return blocked(fault.message.replace(/。$/, ''))
  return { recordId: null, group: null, taken, obstacle: null }
}
