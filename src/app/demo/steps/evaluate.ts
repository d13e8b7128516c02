import type { Content, ContentRow } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import { drawReceipt } from '../picture.ts'
import type { Part } from '../story.ts'
import type { Walk } from '../walk.ts'
import { texts } from './monitor.ts'

const SELF = 'evaluation.self'
const FINANCE = 'evaluation.finance'
const ENTRY = 'evaluation.agencyEntry'
const ENGAGEMENT = 'evaluation.engagement'
const PLEDGE = 'evaluation.groupPledge'

/** 单位逐项自评,得分由系统计算. */
export async function evaluateItself(walk: Walk): Promise<void> {
  const { self, target } = walk.story
  if (!self || !target) return
  const recordId = await walk.begin('unit', SELF)
  const proof = await proveRow(walk, recordId)
  const content = await walk.read('unit', recordId)
  await walk.save('unit', recordId, {
    ...self.content,
    funds: rowsOf(content, 'funds').map((row) => ({ ...row, ...self.funds[String(row['fund'])] })),
    scores: rowsOf(content, 'scores').map((row, index) => {
      const { score_x100, ...year } = target.indicators[index]?.year ?? {}
      return {
        ...row,
        ...texts(year),
        ...(score_x100 === undefined ? {} : { score_x100 }),
        ...(index === self.proof?.row ? { evidence: proof } : {}),
      }
    }),
  })
  await walk.act('unit', `${SELF}.submit`, recordId)
}

/** A picture that proves the figure of one row. */
async function proveRow(walk: Walk, recordId: string): Promise<string[]> {
  const { proof } = walk.story.self ?? {}
  if (!proof) return []
  const row = rowsOf(await walk.read('unit', recordId), 'scores')[proof.row]
  const file = { name: proof.name, bytes: drawReceipt(recordId) }
  return [await walk.attach('unit', recordId, `scores/${row?.['id']}/actual`, file)]
}

/** 主管部门审核自评. */
export async function reviewSelf(walk: Walk): Promise<void> {
  const recordId = await walk.newest('department', SELF)
  const rechecked = walk.story.self?.recheck?.department
  if (rechecked) await walk.save('department', recordId, rechecked)
  await walk.act('department', `${SELF}.review`, recordId, walk.story.self?.review)
}

/** 财政确认自评结果. */
export async function confirmSelf(walk: Walk): Promise<void> {
  const recordId = await walk.newest('performance', SELF)
  const rechecked = walk.story.self?.recheck?.finance
  if (rechecked) await walk.save('performance', recordId, rechecked)
  await walk.act('performance', `${SELF}.confirm`, recordId, '自评材料齐全，予以确认。')
}

/** 绩效股委托第三方开展财政评价,或者自行组织评价组. */
export async function assignAgency(walk: Walk): Promise<void> {
  const { finance } = walk.story
  if (!finance) return
  const recordId = await walk.begin('performance', FINANCE)
  await walk.save('performance', recordId, { ...finance.plan, ...executorOf(walk) })
  await walk.act('performance', `${FINANCE}.assign`, recordId)
}

function executorOf(walk: Walk): Content {
  const { group, agency } = walk.story.finance ?? {}
  if (group === undefined) return { executorKind: 'agency', agency: walk.bodyId(agency ?? 'agency1') }
  const rows = group.map(({ by, task }, index) => ({
    person: walk.personId(by),
    duty: index === 0 ? 'leader' : 'member',
    task,
  }))
  return { executorKind: 'own', group: rows }
}

/** 绩效股登记本地区第三方机构. */
export async function registerAgencies(walk: Walk): Promise<void> {
  for (const { body, entry, suspended } of walk.story.agencies ?? []) {
    const recordId = await walk.begin('performance', ENTRY)
    await walk.save('performance', recordId, { agency: walk.bodyId(body), ...entry })
    await walk.act('performance', `${ENTRY}.register`, recordId)
    if (suspended) await walk.act('performance', `${ENTRY}.suspend`, recordId, suspended)
  }
}

const NO_INTEREST = {
  hasKinship: false,
  hasBusiness: false,
  tookPart: false,
  hasContingentFee: false,
  hadTie: false,
  pledgeAccepted: true,
}

/** 机构(或评价组逐人)申报没有利害关系、作出承诺,评价向其开放. */
export async function undertakeTask(walk: Walk): Promise<void> {
  const { group } = walk.story.finance ?? {}
  if (group !== undefined) return pledgeOneByOne(walk, group)
  const agency = evaluatorOf(walk)
  const recordId = await walk.newest(agency, ENGAGEMENT)
  await walk.save(agency, recordId, NO_INTEREST)
  await walk.act(agency, `${ENGAGEMENT}.undertake`, recordId)
}

async function pledgeOneByOne(walk: Walk, group: readonly { readonly by: Part }[]): Promise<void> {
  for (const { by } of group) {
    for (const recordId of await walk.all(by, PLEDGE)) {
      if ((await walk.read(by, recordId))['member'] !== walk.personId(by)) continue
      await walk.save(by, recordId, NO_INTEREST)
      await walk.act(by, `${PLEDGE}.pledge`, recordId)
    }
  }
}

/** 绩效股补全合同,对报告逐项打分,验收通过. */
export async function acceptReport(walk: Walk): Promise<void> {
  const { contract, acceptance, group } = walk.story.finance ?? {}
  if (group !== undefined) return
  const recordId = await walk.newest('performance', ENGAGEMENT)
  const content = await walk.read('performance', recordId)
  await walk.save('performance', recordId, {
    ...contract,
    acceptance: rowsOf(content, 'acceptance').map((row, index) => ({
      ...row,
      score_x100: acceptance?.[index] ?? Math.round(Number(row['weight_x100']) * 0.9),
    })),
  })
  await walk.act('performance', `${ENGAGEMENT}.accept`, recordId)
}

/** 报告验收、结果确认后付清尾款. */
export async function settleCommission(walk: Walk): Promise<void> {
  if (walk.story.finance?.group !== undefined) return
  const recordId = await walk.newest('performance', ENGAGEMENT)
  const content = await walk.read('performance', recordId)
  await walk.save('performance', recordId, {
    payments: rowsOf(content, 'payments').map((row) => ({ ...row, paidOn: row['paidOn'] ?? walk.today() })),
  })
  await walk.act('performance', `${ENGAGEMENT}.settle`, recordId)
}

/** Who writes the evaluation: the institution, or the leader of the group. */
function evaluatorOf(walk: Walk): Part {
  const { agency, group } = walk.story.finance ?? {}
  return group?.[0]?.by ?? agency ?? 'agency1'
}

/** 机构按决策、过程、产出、效益评分,写出问题和建议. */
export async function scoreEvaluation(walk: Walk): Promise<void> {
  const { finance } = walk.story
  if (!finance) return
  const agency = evaluatorOf(walk)
  const recordId = await walk.newest(agency, FINANCE)
  const content = await walk.read(agency, recordId)
  await walk.save(agency, recordId, {
    ...finance.money,
    ...finance.report,
    ...withStandards(content, finance.work),
    hasSeriousViolation: false,
    scores: rowsOf(content, 'scores').map((row) => {
      const given = finance.scores[String(row['itemCode'])]
      const weight = Number(row['weight_x100'])
      const basis = given?.basis ?? '查阅资料、核对凭证，未发现扣分事项'
      return { ...row, score_x100: given ? Math.round(given.points * 100) : weight, basis }
    }),
  })
}

/** The points of attention come with the form: those named in the story are added or ticked off. */
function withStandards(content: Content, work: Content | undefined): Content {
  if (!work) return {}
  const own = rowsOf(work, 'standards')
  const isOwn = (row: ContentRow) =>
    own.some(({ itemCode, label }) => itemCode === row['itemCode'] && label === row['label'])
  const known = rowsOf(content, 'standards')
    .filter((row) => !isOwn(row))
    .map((row) => ({ ...row, isMet: true }))
  return { ...work, standards: [...known, ...own] }
}

/** 机构把初稿送单位征求意见. */
export async function consultUnit(walk: Walk): Promise<void> {
  const agency = evaluatorOf(walk)
  await walk.act(agency, `${FINANCE}.consult`, await walk.newest(agency, FINANCE))
}

/** 单位回复意见. */
export async function replyToDraft(walk: Walk): Promise<void> {
  const recordId = await walk.newest('unit', FINANCE)
  await walk.save('unit', recordId, walk.story.finance?.reply ?? {})
  await walk.act('unit', `${FINANCE}.reply`, recordId)
}

/** The signed copy counts; the Word file is what the report check reads. */
const REPORT_FILES = [
  ['pdf', '财政绩效评价报告(签章件).pdf'],
  ['docx', '财政绩效评价报告.docx'],
] as const

/** 机构答复意见、上传签章报告、定稿. */
export async function finaliseReport(walk: Walk): Promise<void> {
  const agency = evaluatorOf(walk)
  const recordId = await walk.newest(agency, FINANCE)
  const reportFiles: string[] = []
  for (const [format, name] of REPORT_FILES) {
    const bytes = await walk.print(agency, recordId, 'evaluation-report', format)
    reportFiles.push(await walk.attach(agency, recordId, 'reportFiles', { name, bytes }))
  }
  await walk.save(agency, recordId, { ...walk.story.finance?.answer, reportFiles })
  await walk.act(agency, `${FINANCE}.finalise`, recordId)
}

/** 分管领导确认评价结果. */
export async function confirmResult(walk: Walk): Promise<void> {
  await walk.act(
    'leader',
    `${FINANCE}.confirm`,
    await walk.newest('leader', FINANCE),
    '同意评价结论，抓紧公开和整改。',
  )
}

/** 公开、整改、挂钩都办完后,绩效股办结评价. */
export async function closeEvaluation(walk: Walk): Promise<void> {
  await walk.act('performance', `${FINANCE}.close`, await walk.newest('performance', FINANCE))
}
