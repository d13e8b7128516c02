import { publishRanking } from '../../pilot/index.ts'
import type { Walk } from '../walk.ts'

const PROGRAMME = 'pilot.programme'
const NOTE = 'pilot.rankNote'

/** 自治区一人提出方案设置，另一人审定：日程、分值和验收标准从这一天起用. */
export async function setUpProgramme(walk: Walk): Promise<void> {
  const recordId = await walk.begin('province1', PROGRAMME)
  await walk.act('province1', `${PROGRAMME}.propose`, recordId)
  await walk.act('province2', `${PROGRAMME}.approve`, recordId, '同意。')
}

/** 自治区公布推进情况排名. */
export async function publishRanks(walk: Walk): Promise<void> {
  await walk.run('province1', publishRanking, {})
}

/** 一个地区对名次写说明，自治区答复. */
export async function explainRank(walk: Walk): Promise<void> {
  const recordId = await walk.begin('performance', NOTE)
  await walk.save('performance', recordId, {
    note: '验收材料正在补正，公布名次时还没有重新报送，请在下次公布时更新。',
  })
  await walk.act('performance', `${NOTE}.send`, recordId)
  await walk.save('province1', recordId, { answer: '已收到，补正核实后按最新情况重新计算。' })
  await walk.act('province1', `${NOTE}.answer`, recordId)
}
