import type { Content, ContentRow } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { IndicatorStory, Part } from '../story.ts'
import type { Walk } from '../walk.ts'
import { partAt } from './evaluate-beforehand.ts'

const SHEET = 'targets.sheet'
const POINT = 'targets.reviewFinding'
const LINE = 'project.budgetLine'
const QUARTERS = ['q1', 'q2', 'q3', 'q4']

/** 单位申报绩效目标. */
export async function declareTarget(walk: Walk): Promise<void> {
  const recordId = await writeTarget(walk)
  if (recordId !== undefined) await walk.act('unit', `${SHEET}.declare`, recordId)
}

/** 单位先写好目标草稿，供事前评估与同类项目比较. */
export async function sketchTarget(walk: Walk): Promise<void> {
  await writeTarget(walk)
}

async function writeTarget(walk: Walk): Promise<string | undefined> {
  const { target } = walk.story
  if (!target) return undefined
  const [existing] = await walk.all('unit', SHEET)
  const recordId = existing ?? (await walk.begin('unit', SHEET))
  await walk.save('unit', recordId, {
    ...target.content,
    indicators: target.indicators.map(indicatorRow),
    quarterPlan: QUARTERS.map((quarter, index) => ({ quarter, planned_fen: target.quarters[index] ?? '0' })),
  })
  return recordId
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
  const recordId = await walk.newest('department', SHEET)
  await gradePoints(walk, 'department', recordId, 'departmentReview', walk.story.review?.department)
  await walk.act('department', `${SHEET}.review`, recordId, walk.story.target?.opinion)
}

/** What one of the parties says of single review points. */
async function gradePoints(
  walk: Walk,
  by: Part,
  recordId: string,
  field: 'departmentReview' | 'thirdPartyReview',
  said: Readonly<Record<string, ContentRow>> | undefined,
): Promise<void> {
  if (!said) return
  const rows = rowsOf(await walk.read(by, recordId), field)
  await walk.save(by, recordId, {
    [field]: rows.map((row) => ({ ...row, ...said[String(row['itemCode'])] })),
  })
}

/** Points about the sheet, each raised, replied to and closed. */
async function settlePoints(walk: Walk, subjectId: string): Promise<void> {
  for (const { by, place, text, reply } of walk.story.review?.points ?? []) {
    const recordId = await walk.begin(by, POINT, { subjectId })
    await walk.save(by, recordId, { place, text })
    await walk.act(by, `${POINT}.raise`, recordId)
    await walk.save('unit', recordId, { reply })
    await walk.act('unit', `${POINT}.reply`, recordId)
    await walk.act(by, `${POINT}.close`, recordId, '已核对，同意。')
  }
}

/** 退回单位修改. */
export async function returnTarget(walk: Walk): Promise<void> {
  const { returned } = walk.story
  if (!returned) return
  await walk.act(returned.by, `${SHEET}.return`, await walk.newest(returned.by, SHEET), returned.opinion)
}

/** 单位按退回意见修改后重新申报. */
export async function declareAgain(walk: Walk): Promise<void> {
  const recordId = await walk.newest('unit', SHEET)
  await walk.save('unit', recordId, walk.story.returned?.change ?? {})
  await walk.act('unit', `${SHEET}.declare`, recordId)
}

/** 主管部门再次初审. */
export async function reviewAgain(walk: Walk): Promise<void> {
  await reviewTarget(walk)
}

/** 专家或机构提交联审意见. */
export async function adviseOnTarget(walk: Walk): Promise<void> {
  const { advice } = walk.story
  if (!advice) return
  // Of a panel that was drawn, whoever sits on its first seat: nobody else sees the project.
  const by = (walk.story.panel && (await partAt(walk, 0))) ?? advice.by
  const recordId = await walk.newest(by, SHEET)
  const thirdPartyName = advice.by.startsWith('expert') ? '评估专家' : '受托第三方机构'
  await gradePoints(walk, by, recordId, 'thirdPartyReview', walk.story.review?.thirdParty)
  await walk.save(by, recordId, { thirdPartyName, thirdPartyOpinion: advice.opinion })
  await walk.act(by, `${SHEET}.advise`, recordId, '联审意见已提交，建议财政部门复核时一并考虑。')
}

/** 绩效股按八个要点打分并复核. */
export async function recheckTarget(walk: Walk): Promise<void> {
  const { review } = walk.story
  if (!review) return
  const recordId = await walk.newest('performance', SHEET)
  await settlePoints(walk, recordId)
  const content = await walk.read('performance', recordId)
  const rows = rowsOf(content, 'review')
  const isKey = rows.some((row) => row['weight_x100'])
  await walk.save('performance', recordId, {
    review: rows.map((row) => {
      const code = String(row['itemCode'])
      const line = review.lines?.[code]
      if (!isKey) return { ...row, grade: gradeOf(line?.share ?? review.share), ...opinionOf(line) }
      const score_x100 = Math.round(Number(row['weight_x100']) * (line?.share ?? review.share))
      return { ...row, score_x100, ...opinionOf(line) }
    }),
    ...(isKey ? {} : { overallGrade: gradeOf(review.share) }),
    reviewOpinion: review.opinion,
  })
  await walk.act('performance', `${SHEET}.recheck`, recordId, review.opinion)
}

/** The grade a share of the points stands for, where the review is in words. */
function gradeOf(share: number): string {
  if (share >= 0.9) return 'excellent'
  if (share >= 0.8) return 'good'
  return share >= 0.6 ? 'fair' : 'poor'
}

function opinionOf(line: { readonly opinion: string } | undefined) {
  return line ? { opinion: line.opinion } : {}
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
