import type { Walk } from '../walk.ts'

const ROUND = 'project.budgetRound'

/** 业务股新建轮次;日期与日程不同的由分管领导核准后开启. */
export async function openBudgetRound(walk: Walk): Promise<void> {
  const { round, fiscalYear } = walk.story
  if (!round) return
  const { roundType, ...dates } = round
  const recordId = await walk.begin('business', ROUND, { fiscalYear, content: { roundType } })
  await walk.save('business', recordId, dates)
  await walk.act('business', `${ROUND}.propose`, recordId)
  await walk.act('leader', `${ROUND}.confirm`, recordId, '同意。')
}
