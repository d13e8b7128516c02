import type { Content, ContentRow } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import { findFen, sumFen, toFenText } from '../../../domain/shared/money.ts'
import type { Walk } from '../walk.ts'

const WHOLE = 'targets.departmentWhole'
const POLICY = 'targets.policy'

/** 主管部门申报部门整体支出绩效目标:项目自动列为任务,另加没有项目的任务. */
export async function declareOfficeTargets(walk: Walk): Promise<void> {
  const { office, fiscalYear } = walk.story
  if (!office) return
  const whole = await walk.begin('department', WHOLE, { fiscalYear })
  const { tasks, ...content } = office
  const known = rowsOf(await walk.read('department', whole), 'tasks').map((row) => ({
    ...row,
    content: row['content'] ?? '按项目绩效目标实施。',
  }))
  const all = [...known, ...tasks] as readonly ContentRow[]
  await walk.save('department', whole, {
    ...content,
    tasks: all,
    ...Object.fromEntries(
      ['total_fen', 'fiscal_fen', 'other_fen'].map((column) => [column, sumOf(all, column)]),
    ),
  } as Content)
  await walk.act('department', `${WHOLE}.declare`, whole)
}

/** 主管部门申报一项政策的绩效目标. */
export async function declarePolicyTarget(walk: Walk): Promise<void> {
  const { policy, fiscalYear } = walk.story
  if (!policy) return
  const recordId = await walk.begin('department', POLICY, { fiscalYear })
  await walk.save('department', recordId, policy)
  await walk.act('department', `${POLICY}.declare`, recordId)
}

/** 财政两级审核、分管领导批复部门整体目标. */
export async function approveOfficeTargets(walk: Walk): Promise<void> {
  const recordId = await walk.newest('leader', WHOLE)
  await walk.act('business', `${WHOLE}.review`, recordId, '任务与部门职责相符，金额与项目库一致。')
  await walk.act('performance', `${WHOLE}.recheck`, recordId, '指标可衡量，同意。')
  await walk.act('leader', `${WHOLE}.approve`, recordId, '同意批复。')
}

/** 绩效股登记公开部门整体目标，与项目目标同日同处. */
export async function publishOfficeTargets(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', WHOLE)
  await walk.save('performance', recordId, {
    disclosedOn: walk.today(),
    disclosurePlace: '政府门户网站预决算公开专栏',
    ...walk.story.disclosure,
  })
  await walk.act('performance', `${WHOLE}.publish`, recordId)
}

function sumOf(rows: readonly ContentRow[], column: string): string {
  return toFenText(sumFen(rows.map((row) => findFen(String(row[column] ?? '0')) ?? 0n)))
}
