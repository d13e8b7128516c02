import { expect, test } from 'vitest'
import type { PublishedProject } from '../../domain/disclosure/published-project.ts'
import { recompute } from '../../domain/disclosure/recompute.ts'
import { resultsModule } from '../results/index.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { actOf } from '../testing/first-stages.ts'
import { EVALUATED, plantRecord, TO_CONFIRMED } from '../testing/plant.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { evaluationModule } from '../evaluation/index.ts'
import { stableId } from './stable-id.ts'

const world = useWorld('2023-01-10')
const { see, save, act } = stepsIn(world)
const sheetAct = (action: string) => actOf('targets.sheet', action)
const selfAct = (name: string) =>
  evaluationModule.acts.find(({ id }) => id === `evaluation.self.${name}`) as object
const resultAct = (name: string) =>
  resultsModule.acts.find(({ id }) => id === `results.disclosure.${name}`) as object

const ACTUALS = [
  { actual: '50', sourceNote: '验收单' },
  { actual: '90.25', deviationReason: '两处返工', sourceNote: '质检报告' },
  { actual: '12', sourceNote: '竣工报告' },
  { actual: '360', sourceNote: '入户登记表' },
  { band: 'achieved', bandPercent: '85', deviationReason: '未配齐', sourceNote: '管护办法' },
  { actual: '87', deviationReason: '宣传不够', sourceNote: '问卷' },
]
const SECRET = { what: '带动农户', basis: 'tradeSecret', reason: '涉及合作企业订单' }

/** Target with one indicator withheld, its publication, both evaluations. */
async function withResult(withheld: readonly object[]) {
  const { projectId, sheetId } = await giveApprovedProject(world)
  await save('finance_performance', sheetId, {
    disclosedOn: '2023-01-10',
    disclosurePlace: '县政府门户网站',
    disclosureUrl: 'https://www.example.cn/targets',
    withheld,
  })
  await act('finance_business', sheetAct('checkDisclosure'), sheetId, '同意不公开')
  await act('finance_performance', sheetAct('publish'), sheetId)
  const begin = evaluationModule.begins[0] as object
  const { recordId } = await world.as<{ recordId: string }>('unit', begin, { projectId })
  const { content } = await see('unit', recordId)
  await save('unit', recordId, {
    funds: content['funds'].map((row: { fund: string }) =>
      row.fund === 'fiscal' ? { ...row, executed_fen: '438500000' } : row,
    ),
    executionReason: '尾款待审计后支付',
    actualGoal: '建成示范基地50个',
    scores: content['scores'].map((row: object, index: number) => ({ ...row, ...ACTUALS[index] })),
    problems: '质量控制有差距',
    measures: '加强监督',
    filledBy: '张三丰',
  })
  await act('unit', selfAct('submit'), recordId)
  await act('department', selfAct('review'), recordId, '数据与佐证相符')
  await act('finance_performance', selfAct('confirm'), recordId)
  const problems = [{ problem: '带动农户增收不稳定', indicator: '带动农户', suggestion: '签订长期订单' }]
  const evaluation = {
    ...EVALUATED,
    problems,
    scores: [{ level1: 'output', name: '带动农户', basis: '360户' }],
  }
  await plantRecord(world, { kind: 'evaluation.finance', projectId, content: evaluation, acts: TO_CONFIRMED })
  return projectId
}

async function draftResult(projectId: string, content: object = {}) {
  const begin = resultsModule.begins[0] as object
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, { projectId })
  await save('finance_performance', recordId, {
    summary: '项目达到目标。',
    isSecrecyChecked: true,
    isPersonalDataChecked: true,
    carrier: 'governmentPortal',
    url: 'https://www.example.cn/result',
    disclosedOn: '2023-01-10',
    ...content,
  })
  return recordId
}

async function walkResult(recordId: string) {
  await act('finance_performance', resultAct('propose'), recordId)
  await act('finance_business', resultAct('check'), recordId, '已核查')
  await act('finance_leader', resultAct('publish'), recordId)
}

async function newest(projectId: string) {
  const { rows } = await world.owner.query<{ package: string }>(
    'select package from disclosure.version where publication_id = $1 order by version desc limit 1',
    [stableId(projectId)],
  )
  const text = rows[0]?.package ?? '{}'
  return { text, says: JSON.parse(text) as PublishedProject }
}

test('what the target withheld does not come out with the result, and its reason stays', async () => {
  const projectId = await withResult([SECRET])
  expect((await newest(projectId)).says.target?.indicators[3]).toMatchObject({
    name: '未公开（涉及合作企业订单）',
  })
  const recordId = await draftResult(projectId, { summary: '带动农户360户。' })
  expect((await refusalOf(walkResult(recordId))).places).toMatchObject([{ field: 'summary' }])
  await save('finance_performance', recordId, { summary: '项目达到目标。' })
  await walkResult(recordId)
  const { text, says } = await newest(projectId)
  expect(text).not.toMatch(/带动农户|360/)
  expect(says.withheld).toEqual([
    { what: '社会效益指标一项', basis: '商业秘密', reason: '涉及合作企业订单', occasion: 'target' },
  ])
  expect(says.problems?.[0]).toMatchObject({ problem: '未公开（商业秘密）增收不稳定' })
  const self = says.selfEvaluation
  expect(self && recompute(self).total_x100).toBe(self?.total_x100)
})

test('a target that stays inside as a whole takes the self-evaluation with it; both reasons are told', async () => {
  const projectId = await withResult([{ ...SECRET, what: '合作协议' }])
  expect((await newest(projectId)).says.target).toBeNull()
  const withheld = [{ part: 'problems', basis: 'other', reason: '整改期间不公开' }]
  await walkResult(await draftResult(projectId, { withheld }))
  const { text, says } = await newest(projectId)
  expect([says.target, says.selfEvaluation, says.problems]).toEqual([null, null, null])
  expect(text).not.toMatch(/带动农户|360/)
  expect(says.withheld.map(({ what, occasion }) => [what, occasion])).toEqual([
    ['合作协议', 'target'],
    ['存在问题', 'result'],
    ['单位自评', 'result'],
  ])
})
