import { Type } from 'typebox'
import { beforeAll, describe, expect, test } from 'vitest'
import { financeEvaluation, selfEvaluation } from '../../domain/evaluation/index.ts'
import type { Content } from '../../domain/forms/form.ts'
import { monitoringRound } from '../../domain/monitoring/index.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { findProject } from '../../storage/project-repository.ts'
import { evaluationModule } from '../evaluation/index.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { monitoringModule } from '../monitoring/index.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getRecordData } from '../records/record-data.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { useWorld, type World } from '../testing/world.ts'
import { type TrialOutput, tryParameter } from './try-parameter.ts'

const world = useWorld('2024-01-10')
type By = Parameters<World['as']>[0]
const attempt = (by: By, text: string, more: object = {}) =>
  world.as<TrialOutput>(by, tryParameter, { text, fiscalYear: 2023, ...more })

/** A record as it stands after some acts, planted with what people would have filled in. */
const plant = defineUseCase({
  id: 'test.plantRecord',
  title: '测试事项',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({
    projectId: Type.String(),
    kind: Type.String(),
    acts: Type.Array(Type.String()),
    change: Type.Unknown(),
  }),
  run: async (context, { projectId, kind, acts, change }) => {
    const project = await findProject(context.db, projectId)
    const behaviours = [...evaluationModule.behaviours, ...monitoringModule.behaviours]
    const behaviour = behaviours.find((one) => one.kind === kind)
    if (!behaviour) throw new Error(`no behaviour for ${kind}`)
    const first = (await behaviour.prefill?.(context, project)) ?? {}
    const content = fill(first, change as Change)
    const { record } = await beginRecord(context, getRecordKind(kind), behaviour, { project, content })
    for (const act of acts) await performSystemAct(context, await getRecordData(context, record.id), act)
    return { recordId: record.id }
  },
})

/** Fields, and for tables what each row gets besides. */
type Change = { readonly fields?: Content; readonly rows?: Readonly<Record<string, readonly object[]>> }

function fill(first: Content, { fields = {}, rows = {} }: Change): Content {
  const tables = Object.entries(rows).map(([field, additions]) => [
    field,
    additions.map((addition, index) => ({ ...(first[field] as object[] | undefined)?.[index], ...addition })),
  ])
  return { ...first, ...fields, ...Object.fromEntries(tables) }
}

const BEST = [
  { actual: '50' },
  { actual: '95' },
  { actual: '12' },
  { actual: '300' },
  { band: 'achieved', bandPercent: '100' },
  { actual: '90' },
]
const funds = (executed_fen: string) => [{ executed_fen }, { executed_fen: '0' }, { executed_fen: '0' }]

async function selfEvaluated(by: 'unit' | 'outsiderUnit', executed_fen: string, acts = ['submit']) {
  const { projectId } = await giveApprovedProject(world, { by, fiscalYear: 2023 })
  const change: Change = { rows: { funds: funds(executed_fen), scores: BEST } }
  return world.as<{ recordId: string }>(by, plant, { projectId, kind: selfEvaluation.kind, acts, change })
}

const layer = (parameter: string, jurisdiction: string, value: string, from = '2024-06-01') => `
parameter: ${parameter}
jurisdiction: '${jurisdiction}'
values:
  ${from}:
    value: ${value}
    source: { id: jiheng-example, article: 试算 }
    standing: proposal
    checked: { on: null, by: null }
`
const CAP = '{ isOn: true, steps: [{ below_bp: 8000, cap_x100: 8900 }] }'
const capFor = (jurisdiction: string) => layer('evaluation.low_execution_cap', jurisdiction, CAP)

let slow = ''
let confirmed = ''
let foreign = ''
let round = ''
let finance = ''
beforeAll(async () => {
  slow = (await selfEvaluated('unit', '375000000')).recordId
  await selfEvaluated('unit', '500000000')
  await selfEvaluated('unit', '375000000', [])
  confirmed = (await selfEvaluated('unit', '350000000', ['submit', 'review', 'confirm'])).recordId
  foreign = (await selfEvaluated('outsiderUnit', '375000000')).recordId
  const { projectId } = await giveApprovedProject(world, { fiscalYear: 2023 })
  const paid = [{ paid_fen: '250000000', expected_fen: '500000000' }]
  const progress = ['29', '96', '10', '175', undefined, '92'].map((actual) => ({
    actual,
    likelihood: 'certain',
  }))
  const change: Change = { rows: { execution: paid, progress } }
  round = (
    await world.as<{ recordId: string }>('finance_performance', plant, {
      projectId,
      kind: monitoringRound.kind,
      acts: ['submit'],
      change,
    })
  ).recordId
  const scores = (['decision', 'process', 'output', 'benefit'] as const).map((level1) => ({
    level1,
    level2: '甲',
    name: level1,
    weight_x100: 2500,
    score_x100: 2400,
  }))
  const fields: Content = { scores, hasSeriousViolation: true, grade: 'poor', totalScore_x100: 9600 }
  finance = (
    await world.as<{ recordId: string }>('finance_performance', plant, {
      projectId,
      kind: financeEvaluation.kind,
      acts: ['assign'],
      change: { fields },
    })
  ).recordId
})

describe('what would have changed', () => {
  test('every form below the line, drafts not, with old and new value and the reason', async () => {
    const trial = await attempt('finance_performance', capFor('640221'))
    expect(trial.differences.map(({ recordId }) => recordId).sort()).toEqual([slow, confirmed].sort())
    const one = trial.differences.find(({ recordId }) => recordId === slow)
    expect(one?.changes).toEqual([
      { what: '自评总分', from: '97.50', to: '89.00' },
      { what: '自评等级', from: '优', to: '良' },
    ])
    expect(one?.reason).toContain('执行率75.00%，低于80%，自评总分最高89分')
    expect(trial).toMatchObject({ checked: 5, skipped: 0, parameterTitle: '预算执行率偏低的自评封顶' })
  })

  test('lights by stricter lines', async () => {
    const text = layer('monitoring.light_thresholds', '640221', '{ yellowBelow_bp: -500, redBelow_bp: -800 }')
    const { differences } = await attempt('finance_leader', text)
    expect(differences).toMatchObject([{ recordId: round, kind: 'monitoring.round' }])
    expect(differences[0]?.changes).toContainEqual({ what: '预算执行亮灯', from: '绿灯', to: '红灯' })
    expect(differences[0]?.reason).toContain('落后')
  })

  test('grades of evaluations with a violation', async () => {
    const text = layer('evaluation.violation_grade_cap', '640221', '{ grade: fair }')
    const { differences } = await attempt('finance_business', text)
    expect(differences).toMatchObject([
      { recordId: finance, changes: [{ what: '评价等级', from: '差', to: '中' }] },
    ])
  })

  test('a value equal to the one in force changes nothing', async () => {
    const text = layer('evaluation.over_achievement_flag', '640221', '{ ratio_bp: 3000 }')
    expect((await attempt('finance_performance', text)).differences).toEqual([])
  })

  test('another year has nothing to show', async () => {
    const trial = await attempt('finance_performance', capFor('640221'), { fiscalYear: 2022 })
    expect(trial).toMatchObject({ checked: 0, differences: [] })
  })
})

test('nothing is written', async () => {
  const state = async () => {
    const tables = [
      'record',
      'record_history',
      'score',
      'score_history',
      'act',
      'frozen',
      'audit',
      'idempotency',
    ]
    const counts = tables.map(
      (table) =>
        `select '${table}' as t, count(*)::int as n, max(xmin::text::bigint)::text as x from ${table}`,
    )
    return (await world.owner.query(counts.join(' union all '))).rows
  }
  const before = await state()
  await attempt('province', capFor('640000'))
  expect(await state()).toEqual(before)
})

describe('who sees what', () => {
  test('the province sees every county, or one', async () => {
    const all = await attempt('province', capFor('640000'))
    expect(all.differences.map(({ recordId }) => recordId).sort()).toEqual([slow, confirmed, foreign].sort())
    const one = await attempt('province', capFor('640000'), { jurisdiction: '640324' })
    expect(one.differences.map(({ recordId }) => recordId)).toEqual([foreign])
  })

  test('a county sees its own, whatever the level of the rule', async () => {
    const own = await attempt('outsider', capFor('640000'))
    expect(own.differences.map(({ recordId }) => recordId)).toEqual([foreign])
  })

  test.each<[By, string, object]>([
    ['unit', capFor('640221'), {}],
    ['department', capFor('640221'), {}],
    ['congress', capFor('640221'), {}],
    ['expert', capFor('640221'), {}],
    ['agency', capFor('640221'), {}],
    ['outsider', capFor('640221'), {}],
    ['outsider', capFor('640000'), { jurisdiction: '640221' }],
  ])('%s is refused', async (by, text, more) => {
    await expect(attempt(by, text, more)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

test.each([
  ['no YAML', '{ unclosed', 'INVALID_INPUT', '无法读取'],
  ['a list', '- 1', 'INVALID_INPUT', '无法读取'],
  ['an unknown parameter', layer('evaluation.moon', '640221', '{}'), 'INVALID_INPUT', '没有名为'],
  ['a wrong shape', layer('evaluation.low_execution_cap', '640221', '{ isOn: 1 }'), 'INVALID_INPUT', 'isOn'],
  [
    'no source',
    'parameter: evaluation.low_execution_cap\nvalues:\n  2024-01-01: { value: { isOn: false, steps: [] } }',
    'INVALID_INPUT',
    '依据',
  ],
  [
    'a locked parameter',
    layer('evaluation.grade_cutoffs', '640221', '{ excellent_x100: 8500, good_x100: 7500, fair_x100: 6000 }'),
    'RULE_VIOLATED',
    '不能改动',
  ],
  [
    'a looser value',
    layer('monitoring.light_thresholds', '640221', '{ yellowBelow_bp: -3000, redBelow_bp: -4000 }'),
    'RULE_VIOLATED',
    '只能比上级更高',
  ],
])('%s is refused with what to mend', async (_why, text, code, words) => {
  await expect(attempt('finance_performance', text)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(words),
  })
})
