import type { Walk } from '../walk.ts'

const ENTRY = 'exante.expertEntry'
const DRAW = 'exante.draw'

/** 绩效股登记本地区专家库. */
export async function registerExperts(walk: Walk): Promise<void> {
  for (const { part, entry, suspended } of walk.story.panel?.register ?? []) {
    const recordId = await walk.begin('performance', ENTRY)
    await walk.save('performance', recordId, { person: walk.personId(part), ...entry })
    await walk.act('performance', `${ENTRY}.register`, recordId)
    if (suspended) await walk.act('performance', `${ENTRY}.suspend`, recordId, suspended)
  }
}

/** 绩效股确定抽取方案,封存名单. */
export async function sealRoster(walk: Walk): Promise<void> {
  const recordId = await walk.begin('performance', DRAW)
  await walk.save('performance', recordId, walk.story.panel?.plan ?? {})
  await walk.act('performance', `${DRAW}.seal`, recordId)
}

/** 公开数值公布后抽取专家. */
export async function drawPanel(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', DRAW)
  await walk.save('performance', recordId, { publicValue: walk.story.panel?.value ?? '' })
  await walk.act('performance', `${DRAW}.draw`, recordId)
}
