import type { Content } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import { drawReceipt } from '../picture.ts'
import type { Walk } from '../walk.ts'

const ROUND = 'monitoring.round'
const FINDING = 'monitoring.finding'

/** 绩效股开展一轮监控. */
export async function beginRound(walk: Walk): Promise<void> {
  await walk.begin('performance', ROUND)
}

/** 单位同时报送预算执行和指标完成情况. */
export async function reportRound(walk: Walk): Promise<void> {
  const { monitoring, target } = walk.story
  if (!monitoring || !target) return
  const recordId = await walk.newest('unit', ROUND)
  const content = await walk.read('unit', recordId)
  await walk.save('unit', recordId, {
    ...monitoring.report,
    extended: rowsOf(content, 'extended').map((row) => ({
      ...row,
      state: 'underway',
      ...monitoring.extended?.[String(row['item'])],
    })),
    milestones: rowsOf(content, 'milestones').map((row) => ({
      ...row,
      ...monitoring.milestones?.[String(row['milestoneId'])],
    })),
    execution: rowsOf(content, 'execution').map((row) => ({
      ...row,
      ...monitoring.funds[String(row['fund'])],
    })),
    progress: rowsOf(content, 'progress').map((row, index) => ({
      ...row,
      likelihood: 'certain',
      ...texts(target.indicators[index]?.summer),
    })),
  })
  await walk.act('unit', `${ROUND}.submit`, recordId)
}

/** Figures are typed as text; YAML reads some of them as numbers. */
export function texts(row: Content[string] | object | undefined): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([column, value]) => [
      column,
      Array.isArray(value) ? value : String(value),
    ]),
  )
}

/** 主管部门审核监控情况. */
export async function reviewRound(walk: Walk): Promise<void> {
  await walk.act(
    'department',
    `${ROUND}.review`,
    await walk.newest('department', ROUND),
    walk.story.monitoring?.review,
  )
}

/** 绩效股到现场检查. */
export async function inspectSite(walk: Walk): Promise<void> {
  const { monitoring } = walk.story
  if (!monitoring) return
  const recordId = await walk.newest('performance', ROUND)
  const photo = { name: '现场照片（演示）.png', bytes: drawReceipt(recordId) }
  const photos = [await walk.attach('performance', recordId, 'fieldChecks', photo)]
  const fieldChecks = [
    {
      checkedOn: walk.today(),
      form: 'inspection',
      signedBy: '现场负责人（演示）',
      photos,
      ...monitoring.visit,
    },
  ]
  await walk.save('performance', recordId, { fieldChecks })
}

/** 绩效股形成监控结论:亮灯,黄灯红灯自动登记问题. */
export async function concludeRound(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', ROUND)
  await walk.save('performance', recordId, walk.story.monitoring?.conclusion ?? {})
  await walk.act('performance', `${ROUND}.conclude`, recordId)
}

/** 绩效股提出整改和预算调剂意见. */
export async function proposeOpinion(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', FINDING)
  await walk.save('performance', recordId, walk.story.finding?.opinion ?? {})
  await walk.act('performance', `${FINDING}.propose`, recordId)
}

/** 分管领导审定并印发意见. */
export async function notifyFinding(walk: Walk): Promise<void> {
  await walk.act(
    'leader',
    `${FINDING}.notify`,
    await walk.newest('leader', FINDING),
    '同意印发，请限期整改。',
  )
}

/** 单位制定整改方案. */
export async function planRectification(walk: Walk): Promise<void> {
  const recordId = await walk.newest('unit', FINDING)
  await walk.save('unit', recordId, walk.story.finding?.plan ?? {})
  await walk.act('unit', `${FINDING}.plan`, recordId)
}

/** 单位报告整改结果,附佐证. */
export async function reportRectification(walk: Walk): Promise<void> {
  const { finding } = walk.story
  if (!finding) return
  const recordId = await walk.newest('unit', FINDING)
  const proof = { name: finding.proof, bytes: drawReceipt(recordId) }
  const resultFiles = [await walk.attach('unit', recordId, 'resultFiles', proof)]
  await walk.save('unit', recordId, { ...finding.report, resultFiles })
  await walk.act('unit', `${FINDING}.report`, recordId)
}

/** 绩效股核实. */
export async function verifyRectification(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', FINDING)
  const verification = walk.story.finding?.verification ?? {}
  await walk.save('performance', recordId, verification)
  await walk.act('performance', `${FINDING}.verify`, recordId, '已核对凭证，整改属实。')
}

/** 业务股销号. */
export async function closeFinding(walk: Walk): Promise<void> {
  await walk.act(
    'business',
    `${FINDING}.close`,
    await walk.newest('business', FINDING),
    '指标已调整到位，同意销号。',
  )
}
