import type { Content, ContentRow } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { IndicatorStory } from '../story.ts'
import type { Walk } from '../walk.ts'
import { partAt } from './evaluate-beforehand.ts'

const SHEET = 'targets.sheet'
const LINE = 'project.budgetLine'
const QUARTERS = ['q1', 'q2', 'q3', 'q4']

/** 单位申报绩效目标. */
export async function declareTarget(walk: Walk): Promise<void> {
  const { target } = walk.story
  if (!target) return
  const [existing] = await walk.all('unit', SHEET)
  const recordId = existing ?? (await walk.begin('unit', SHEET))
  await walk.save('unit', recordId, {
    ...target.content,
    indicators: target.indicators.map(indicatorRow),
    quarterPlan: QUARTERS.map((quarter, index) => ({ quarter, planned_fen: target.quarters[index] ?? '0' })),
  })
  await walk.act('unit', `${SHEET}.declare`, recordId)
}

/** One line of the sheet: a number, a day, a yes-no or words. */
function indicatorRow(indicator: IndicatorStory): ContentRow {
  const [level1 = '', level2 = ''] = indicator.level.split('/')
  const { name, explanation } = indicator
  return {
    level1,
    level2,
    name,
    weight_x100: Math.round(indicator.points * 100),
    ...(explanation ? { explanation } : {}),
    ...planOf(indicator),
    ...targetOf(indicator),
  }
}

function planOf({ plan, periodValue }: IndicatorStory): ContentRow {
  const quarters = ['firstQuarter', 'secondQuarter', 'thirdQuarter', 'fourthQuarter']
  return {
    ...(plan ? Object.fromEntries(quarters.map((name, index) => [name, String(plan[index] ?? 0)])) : {}),
    ...(periodValue === undefined ? {} : { periodValue: String(periodValue) }),
  }
}

function targetOf({ sign, value, unit, words, isYesNo, day }: IndicatorStory): ContentRow {
  if (day) return { kind: 'date', dateValue: day, accumulation: 'point' }
  if (words) return { kind: isYesNo ? 'yesno' : 'qual', valueText: words, accumulation: 'point' }
  const isPoint = sign === 'le' || /[%‰]/.test(unit ?? '')
  return {
    kind: 'quant',
    operator: sign ?? 'ge',
    value: String(value),
    unit: unit ?? '',
    accumulation: isPoint ? 'point' : 'cumulative',
  }
}

/** 单位同步申报预算. */
export async function applyForBudget(walk: Walk): Promise<void> {
  const recordId = await walk.newest('unit', LINE)
  await walk.save('unit', recordId, walk.story.budget?.request ?? {})
  await walk.act('unit', `${LINE}.apply`, recordId)
}

/** 主管部门初审. */
export async function reviewTarget(walk: Walk): Promise<void> {
  await walk.act(
    'department',
    `${SHEET}.review`,
    await walk.newest('department', SHEET),
    walk.story.target?.opinion,
  )
}

/** 退回单位修改. */
export async function returnTarget(walk: Walk): Promise<void> {
  const { returned } = walk.story
  if (!returned) return
  await walk.act(returned.by, `${SHEET}.return`, await walk.newest(returned.by, SHEET), returned.opinion)
}

/** 专家或机构提交联审意见. */
export async function adviseOnTarget(walk: Walk): Promise<void> {
  const { advice } = walk.story
  if (!advice) return
  // Of a panel that was drawn, whoever sits on its first seat: nobody else sees the project.
  const by = (walk.story.panel && (await partAt(walk, 0))) ?? advice.by
  const recordId = await walk.newest(by, SHEET)
  const thirdPartyName = advice.by.startsWith('expert') ? '评估专家' : '受托第三方机构'
  await walk.save(by, recordId, { thirdPartyName, thirdPartyOpinion: advice.opinion })
  await walk.act(by, `${SHEET}.advise`, recordId, '联审意见已提交，建议财政部门复核时一并考虑。')
}

/** 绩效股按八个要点打分并复核. */
export async function recheckTarget(walk: Walk): Promise<void> {
  const { review } = walk.story
  if (!review) return
  const recordId = await walk.newest('performance', SHEET)
  const content = await walk.read('performance', recordId)
  await walk.save('performance', recordId, {
    review: rowsOf(content, 'review').map((row) => {
      const line = review.lines?.[String(row['itemCode'])]
      const score_x100 = Math.round(Number(row['weight_x100']) * (line?.share ?? review.share))
      return { ...row, score_x100, ...(line ? { opinion: line.opinion } : {}) }
    }),
    reviewOpinion: review.opinion,
  })
  await walk.act('performance', `${SHEET}.recheck`, recordId, review.opinion)
}

/** 业务股下达控制数、安排预算. */
export async function arrangeBudget(walk: Walk): Promise<void> {
  const recordId = await walk.newest('business', LINE)
  await walk.save('business', recordId, walk.story.budget?.control ?? {})
  await walk.act('business', `${LINE}.arrange`, recordId)
}

/** 分管领导一个文号同步批复绩效目标和预算. */
export async function approveTarget(walk: Walk): Promise<void> {
  await walk.act(
    'leader',
    `${SHEET}.approve`,
    await walk.newest('leader', SHEET),
    '同意批复，请按批复的绩效目标执行。',
  )
}

/** 绩效股登记绩效目标公开. */
export async function publishTarget(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', SHEET)
  const content: Content = {
    disclosedOn: walk.today(),
    disclosurePlace: '政府门户网站预决算公开专栏',
    ...walk.story.disclosure,
  }
  await walk.save('performance', recordId, content)
  await walk.act('performance', `${SHEET}.publish`, recordId)
}
