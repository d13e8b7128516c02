import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { Walk } from '../walk.ts'

const GROUP = 'pilot.leadGroup'
const MEETING = 'pilot.meeting'
const SUPERVISION = 'pilot.supervision'
const PUBLICITY = 'pilot.publicity'

/** 绩效股登记领导小组和职责分工，分管领导确定. */
export async function registerLeadGroup(walk: Walk): Promise<void> {
  const recordId = await walk.begin('performance', GROUP)
  await walk.save('performance', recordId, walk.story.joint?.group ?? {})
  await walk.act('performance', `${GROUP}.propose`, recordId)
  await walk.act('leader', `${GROUP}.confirm`, recordId, '同意。')
}

/** 绩效股形成会议纪要：有期限的议定事项交给主管部门. */
export async function holdMeeting(walk: Walk): Promise<void> {
  const { meeting } = walk.story.joint ?? {}
  if (!meeting) return
  const recordId = await walk.begin('performance', MEETING)
  const decisions = rowsOf(meeting, 'decisions').map((row) =>
    row['dueOn'] ? { ...row, department: walk.departmentId } : row,
  )
  await walk.save('performance', recordId, { ...meeting, decisions })
  await walk.act('performance', `${MEETING}.file`, recordId)
}

/** 主管部门报送办理情况，绩效股核实销号. */
export async function reportSupervision(walk: Walk): Promise<void> {
  const { joint } = walk.story
  if (!joint) return
  const recordId = await walk.newest('department', SUPERVISION)
  await walk.save('department', recordId, joint.result)
  await walk.act('department', `${SUPERVISION}.report`, recordId)
  await walk.save('performance', recordId, { verification: joint.verification })
  await walk.act('performance', `${SUPERVISION}.close`, recordId, '同意销号。')
}

/** 绩效股登记宣传活动. */
export async function registerPublicity(walk: Walk): Promise<void> {
  for (const activity of walk.story.joint?.activities ?? []) {
    const recordId = await walk.begin('performance', PUBLICITY)
    await walk.save('performance', recordId, activity)
    await walk.act('performance', `${PUBLICITY}.register`, recordId)
  }
}
