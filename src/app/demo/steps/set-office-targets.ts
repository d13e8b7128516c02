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
export const approveOfficeTargets = (walk: Walk) =>
  approve(walk, WHOLE, '任务与部门职责相符，金额与项目库一致。')

/** 财政两级审核、分管领导批复政策目标. */
export const approvePolicyTarget = (walk: Walk) =>
  approve(walk, POLICY, '设立依据充分，补贴标准与目标相匹配。')

/** 绩效股登记公开部门整体目标，与项目目标同日同处. */
export const publishOfficeTargets = (walk: Walk) => publish(walk, WHOLE)

/** 绩效股登记公开政策目标. */
export const publishPolicyTarget = (walk: Walk) => publish(walk, POLICY)

async function approve(walk: Walk, kind: string, opinion: string): Promise<void> {
  const recordId = await walk.newest('leader', kind)
  await walk.act('business', `${kind}.review`, recordId, opinion)
  await walk.act('performance', `${kind}.recheck`, recordId, '指标可衡量，同意。')
  await walk.act('leader', `${kind}.approve`, recordId, '同意批复。')
}

async function publish(walk: Walk, kind: string): Promise<void> {
  const recordId = await walk.newest('performance', kind)
  await walk.save('performance', recordId, {
    disclosedOn: walk.today(),
    disclosurePlace: '政府门户网站预决算公开专栏',
    ...walk.story.disclosure,
  })
  await walk.act('performance', `${kind}.publish`, recordId)
}

function sumOf(rows: readonly ContentRow[], column: string): string {
  return toFenText(sumFen(rows.map((row) => findFen(String(row[column] ?? '0')) ?? 0n)))
}
