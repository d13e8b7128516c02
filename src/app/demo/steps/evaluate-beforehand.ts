import type { ContentRow } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import { addDays } from '../../../domain/shared/dates.ts'
import type { ExanteStory, Part } from '../story.ts'
import type { Walk } from '../walk.ts'

const EVALUATION = 'exante.evaluation'
const SHEET = 'exante.scoreSheet'

/** 单位备齐评估资料; outside the pilot the bureau begins the evaluation now. */
export async function submitMaterials(walk: Walk): Promise<void> {
  const [existing] = await walk.all('performance', EVALUATION)
  const recordId = existing ?? (await walk.begin('performance', EVALUATION))
  const content = await walk.read('unit', recordId)
  const materials = rowsOf(content, 'materials').map((row) =>
    row['isRequired'] ? { ...row, status: 'received', note: '纸质件存财政绩效股档案柜' } : row,
  )
  await walk.save('unit', recordId, { materials })
  await walk.act('unit', `${EVALUATION}.submit`, recordId)
}

/** 绩效股制定工作方案、确定专家、组织评分. */
export async function openScoring(walk: Walk): Promise<void> {
  const { exante } = walk.story
  if (!exante) return
  const recordId = await walk.newest('performance', EVALUATION)
  await walk.save('performance', recordId, {
    ...exante.plan,
    dueOn: addDays(walk.today(), 20),
    experts: await namedExperts(walk, recordId),
  })
  await walk.act('performance', `${EVALUATION}.open`, recordId)
}

/** Those the draw brought, or those the story names; the first of them leads. */
async function namedExperts(walk: Walk, recordId: string): Promise<ContentRow[]> {
  if (walk.story.panel) {
    const drawn = rowsOf(await walk.read('performance', recordId), 'experts')
    return drawn.map((row, index) => ({ ...row, isLead: index === 0 }))
  }
  return (walk.story.exante?.experts ?? []).map(({ part, field }, index) => ({
    isLead: index === 0,
    person: walk.personId(part),
    field,
    employer: '示范大学公共管理学院（演示）',
    isConflictDeclared: false,
  }))
}

/** 第一位专家独立评分. */
export async function scoreAsFirstExpert(walk: Walk): Promise<void> {
  await score(walk, 0)
}

/** 第二位专家独立评分. */
export async function scoreAsSecondExpert(walk: Walk): Promise<void> {
  await score(walk, 1)
}

/** 抽中的其余专家独立评分. */
export async function scoreAsTheOthers(walk: Walk): Promise<void> {
  const seats = walk.story.panel?.seats ?? []
  for (let place = 2; place < seats.length; place += 1) await score(walk, place)
}

/** Who sits on a seat: drawn, or named by the story. */
export async function partAt(walk: Walk, place: number): Promise<Part | undefined> {
  const { panel, exante } = walk.story
  if (!panel) return exante?.experts[place]?.part
  const content = await walk.read('performance', await walk.newest('performance', EVALUATION))
  const person = rowsOf(content, 'experts')[place]?.['person']
  return panel.register.find(({ part }) => walk.personId(part) === person)?.part
}

async function score(walk: Walk, place: number): Promise<void> {
  const part = await partAt(walk, place)
  const { panel, exante } = walk.story
  const marks = panel ? panel.seats[place] : part && exante?.marks[part]
  if (!part || !marks) return
  const recordId = await sheetOf(walk, part)
  const content = await walk.read(part, recordId)
  await walk.save(part, recordId, { pledgeAccepted: true, hasConflict: false })
  await walk.act(part, `${SHEET}.pledge`, recordId)
  await walk.save(part, recordId, {
    scores: rowsOf(content, 'scores').map((row) => marked(row, marks)),
    overallOpinion: marks.opinion,
    suggestedDecision: marks.decision,
  })
  await walk.act(part, `${SHEET}.submit`, recordId)
}

/** An expert sees no sheet but their own. */
function sheetOf(walk: Walk, part: Part): Promise<string> {
  return walk.newest(part, SHEET)
}

function marked(row: ContentRow, { mark, items }: ExanteStory['marks'][string]): ContentRow {
  const item = items?.[String(row['itemCode'])]
  return { ...row, option: item?.mark ?? mark, ...(item ? { comment: item.why } : {}) }
}

/** 业务股填写财力可承受能力,审查筹资合规性. */
export async function assessAffordability(walk: Walk): Promise<void> {
  const { exante, entry } = walk.story
  if (!exante) return
  const recordId = await walk.newest('business', EVALUATION)
  const content = await walk.read('business', recordId)
  const lastYear = Number(String(entry['periodEnd']).slice(0, 4))
  const growth = exante.growth ?? []
  const grown = Object.fromEntries(growth.map(({ column }) => [String(column), null]))
  await walk.save('business', recordId, {
    affordability: rowsOf(content, 'affordability').map((row, index) => ({
      ...row,
      ...exante.affordability,
      ...(index > 0 ? grown : {}),
      ...(Number(row['year']) > lastYear ? { newItemLocalShare_fen: '0' } : {}),
    })),
    usesFundBudget: false,
    growthAssumptions: growth,
    isFundingCompliant: true,
    fundingNote: exante.fundingNote,
  })
}

/** 绩效股结束评分,系统汇总. */
export async function closeScoring(walk: Walk): Promise<void> {
  await walk.act('performance', `${EVALUATION}.closeScoring`, await walk.newest('performance', EVALUATION))
}

/** 评分差异较大的,组长书面说明并签署. */
export async function explainSpread(walk: Walk): Promise<void> {
  const { exante } = walk.story
  const lead = await partAt(walk, 0)
  const [recordId] = lead ? await walk.all(lead, 'exante.leadNote') : []
  if (!lead || !recordId) return
  await walk.save(lead, recordId, { note: exante?.leadNote ?? '' })
  await walk.act(lead, 'exante.leadNote.sign', recordId)
}

/** 绩效股形成评估结论. */
export async function concludeEvaluation(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', EVALUATION)
  await walk.save('performance', recordId, walk.story.exante?.conclusion ?? {})
  await walk.act('performance', `${EVALUATION}.conclude`, recordId)
}

/** 分管领导审定评估结论. */
export async function approveConclusion(walk: Walk): Promise<void> {
  const recordId = await walk.newest('leader', EVALUATION)
  await walk.act('leader', `${EVALUATION}.approve`, recordId, '同意评估结论，请单位据此申报绩效目标和预算。')
}
