import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { Walk } from '../walk.ts'
import { publishTarget } from './set-target.ts'

const ADJUSTMENT = 'targets.adjustment'

/** 单位申请调整绩效目标. */
export async function requestAdjustment(walk: Walk): Promise<void> {
  const { adjustment } = walk.story
  if (!adjustment) return
  const recordId = await walk.begin('unit', ADJUSTMENT)
  const content = await walk.read('unit', recordId)
  await walk.save('unit', recordId, {
    ...adjustment.content,
    changes: rowsOf(content, 'changes').map((row) => ({
      ...row,
      ...adjustment.values[String(row['name'])],
    })),
    amounts: rowsOf(content, 'amounts').map((row) => withNew(row, adjustment.amounts[String(row['item'])])),
    quarters: rowsOf(content, 'quarters').map((row) =>
      withNew(row, adjustment.quarters[String(row['quarter'])]),
    ),
  })
  await walk.act('unit', `${ADJUSTMENT}.declare`, recordId)
}

function withNew<Row extends object>(row: Row, new_fen: string | undefined) {
  return new_fen === undefined ? row : { ...row, new_fen }
}

/** 主管部门初审调整. */
export async function reviewAdjustment(walk: Walk): Promise<void> {
  const recordId = await walk.newest('department', ADJUSTMENT)
  await walk.act('department', `${ADJUSTMENT}.review`, recordId, walk.story.adjustment?.review)
}

/** 绩效股复核调整. */
export async function recheckAdjustment(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', ADJUSTMENT)
  const opinion = walk.story.adjustment?.recheck ?? ''
  await walk.save('performance', recordId, { recheckOpinion: opinion })
  await walk.act('performance', `${ADJUSTMENT}.recheck`, recordId, opinion)
}

/** 分管领导批复调整后的目标，预算随之变更. */
export async function approveAdjustment(walk: Walk): Promise<void> {
  const recordId = await walk.newest('leader', ADJUSTMENT)
  await walk.act('leader', `${ADJUSTMENT}.approve`, recordId, '同意调整，按调整后的目标执行。')
}

/** 绩效股登记公开调整后的目标. */
export async function publishAdjustment(walk: Walk): Promise<void> {
  await publishTarget(walk)
}
