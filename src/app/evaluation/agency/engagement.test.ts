import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { AGENCY_TYPES } from '../../../domain/evaluation/index.ts'
import { findField } from '../../../domain/forms/form-index.ts'
import { findActs } from '../../../storage/act-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { giveApprovedProject } from '../../testing/approved-project.ts'
import { refusalOf, stepsIn } from '../../testing/steps.ts'
import { type PersonName, useWorld } from '../../testing/world.ts'
import { evaluationModule, listAgencies, viewCountyCosts } from '../index.ts'
import { commissionIn, evaluationAct, NO_INTEREST } from './commission.fixture.ts'

const world = useWorld('2023-06-01')
const { see, save, act, textOf } = stepsIn(world)
const FILE = '01890000-0000-7000-8000-000000000001'
const finance = commissionIn(world)
const department = commissionIn(world, 'evaluation.departmentEngagement')

const begin = (by: 'finance_performance' | 'department', kind: string, input: object) => {
  const useCase = evaluationModule.begins.find(({ recordKind }) => recordKind.kind === kind)
  return world.as<{ recordId: string }>(by, useCase!, input)
}
const plan = (agency: 'agency' | 'agency2', leadEvaluator = '孙某') => ({
  agency: world.people[agency].organisationId,
  leadEvaluator,
  purpose: '检验资金使用效果',
  scope: '2022年度项目资金',
  methods: ['comparison'],
  reportDueOn: '2023-07-31',
})

type Commissioner = 'finance_performance' | 'department'
const KINDS = { finance_performance: 'evaluation.finance', department: 'evaluation.department' } as const

async function commissioned(
  by: Commissioner = 'finance_performance',
  agency: 'agency' | 'agency2' = 'agency',
) {
  const { projectId } = await giveApprovedProject(world)
  const { recordId } = await begin(by, KINDS[by], { projectId })
  await save(by, recordId, plan(agency))
  await act(by, evaluationAct(KINDS[by], 'assign'), recordId)
  return { projectId, evaluation: recordId }
}

const REPORT = {
  received_fen: '460000000',
  spent_fen: '437000000',
  experience: '以奖代补带动投入',
  conclusion: '项目达到预期目标',
  hasSeriousViolation: false,
  noSurveyReason: '资料可以证明',
  problems: [{ problem: '验收资料不全', evidence: '抽查档案12份缺3份', suggestion: '补齐并建立台账' }],
}

/** The report up to its final version; every line at nine tenths unless a rule scores it. */
async function deliver(by: Commissioner, evaluation: string, more: object = {}) {
  const kind = KINDS[by]
  const { content } = await see(by, evaluation)
  const scores = content['scores'].map((row: { weight_x100: number }) => ({
    ...row,
    score_x100: row.weight_x100 * 0.9,
    basis: '查阅资料',
  }))
  await save('agency', evaluation, { ...REPORT, scores, ...more })
  await act('agency', evaluationAct(kind, 'consult'), evaluation)
  await save('unit', evaluation, { replyKind: 'agree' })
  await act('unit', evaluationAct(kind, 'reply'), evaluation)
  await save('agency', evaluation, { reportFiles: [FILE] })
  await act('agency', evaluationAct(kind, 'finalise'), evaluation)
}

/** Acts on a record as the walls of the database let somebody see them. */
const readActs = defineUseCase({
  id: 'test.readActs',
  title: '测试读经过',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({ recordId: Type.String() }),
  run: async (context, { recordId }) =>
    (await findActs(context.db, { jurisdictionId: '640221', recordId })).map(({ action }) => action),
})

describe('承接', () => {
  test('before the pledge the institution sees its task and nothing of the project', async () => {
    const { evaluation } = await commissioned()
    const task = await finance.engagementOf(evaluation)
    const { project, content, figures } = await see('agency', task)
    expect(project).toBeNull()
    expect(content).toMatchObject({ commissioner: '示例县财政局', leadEvaluator: '孙某' })
    expect(figures['hasKinship']).toBe('待申报')
    for (const other of ['agency2', 'unit', 'department', 'expert'] as const)
      await expect(see(other, task), other).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('what was done on a commission, and why, is told to nobody who may not see it', async () => {
    const { evaluation, projectId } = await commissioned()
    const task = await finance.engagementOf(evaluation)
    await world.owner.query(
      `insert into assignment (jurisdiction_id, id, project_id, organisation_id)
       select jurisdiction_id, gen_random_uuid(), id, $1 from project where id = $2`,
      [world.people.agency2.organisationId, projectId],
    )
    await finance.take('agency', 'decline', task, '主评人的亲属在该单位任职')
    const seen = async (by: PersonName) => (await world.as<string[]>(by, readActs, { recordId: task })).length
    for (const by of ['agency', 'finance_performance', 'finance_leader', 'province', 'audit'] as const)
      expect(await seen(by), by).toBe(1)
    for (const by of [
      'unit',
      'department',
      'finance_business',
      'congress',
      'agency2',
      'expert',
      'outsider',
    ] as const)
      expect(await seen(by), by).toBe(0)
  })

  test.each([
    ['kinship', { hasKinship: true }],
    ['shares held until two years ago', { hadTie: true, tiedUntil: '2021-06-01' }],
    ['no pledge', { pledgeAccepted: false }],
  ])('%s: the task stays shut', async (_why, change) => {
    const { evaluation } = await commissioned()
    const task = await finance.engagementOf(evaluation)
    await save('agency', task, { ...NO_INTEREST, ...change })
    expect((await refusalOf(finance.take('agency', 'undertake', task))).code).toBe('RULE_VIOLATED')
    await expect(see('agency', evaluation)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('shares given up more than three years ago do not stand in the way; the pledge is printed', async () => {
    const { evaluation } = await commissioned()
    const task = await finance.engagementOf(evaluation)
    await save('agency', task, { ...NO_INTEREST, hadTie: true, tiedUntil: '2020-05-31' })
    expect((await finance.take('agency', 'undertake', task)).state).toBe('working')
    const text = await textOf('agency', task, 'agency-pledge')
    for (const words of ['孙某', '是，至2020年5月31日', '承诺时间：2023年6月1日'])
      expect(text).toContain(words)
  })

  test('after standing back another institution is chosen, and the first never saw the project', async () => {
    const { evaluation } = await commissioned()
    const task = await finance.engagementOf(evaluation)
    await finance.take('agency', 'decline', task, '主评人的亲属在该单位任职')
    const { findings } = await see('finance_performance', evaluation)
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'AGE-007', severity: 'error' }))
    await act('finance_performance', evaluationAct('evaluation.finance', 'withdraw'), evaluation, '机构回避')
    await save('finance_performance', evaluation, plan('agency2'))
    await act('finance_performance', evaluationAct('evaluation.finance', 'assign'), evaluation)
    const second = await finance.engagementOf(evaluation)
    expect((await see('agency2', second)).record.state).toBe('offered')
    await expect(see('agency', second)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(see('agency', evaluation)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a withdrawn commission ends the view of an institution that was at work', async () => {
    const { evaluation } = await commissioned()
    await finance.undertake(evaluation)
    expect((await see('agency', evaluation)).record.state).toBe('assigned')
    await act('finance_performance', evaluationAct('evaluation.finance', 'withdraw'), evaluation, '进度不符')
    await expect(see('agency', evaluation)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('whoever works on the project for another task sees no commission of others', async () => {
    const { evaluation, projectId } = await commissioned()
    const task = await finance.engagementOf(evaluation)
    await world.owner.query(
      `insert into assignment (jurisdiction_id, id, project_id, organisation_id)
       select jurisdiction_id, gen_random_uuid(), id, $1 from project where id = $2`,
      [world.people.agency2.organisationId, projectId],
    )
    expect((await see('agency2', evaluation)).record.state).toBe('assigned')
    await expect(see('agency2', task)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('验收和付款', () => {
  const CONFIRM = evaluationAct('evaluation.finance', 'confirm')

  test('below 60 the report is done again, kept on record; at 80 accepted; then confirmed and settled', async () => {
    const { evaluation } = await commissioned()
    await finance.undertake(evaluation)
    const task = await finance.engagementOf(evaluation)
    await expect(finance.take('finance_performance', 'accept', task)).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    await deliver('finance_performance', evaluation)
    const early = await refusalOf(act('finance_leader', CONFIRM, evaluation))
    expect(early.code).toBe('RULE_VIOLATED')

    await finance.score(task, [1800, 1500, 1200, 900, 599])
    expect((await refusalOf(finance.take('finance_performance', 'accept', task))).code).toBe('RULE_VIOLATED')
    await finance.take('finance_performance', 'demand', task, '数据没有依据，重新评价')
    expect((await see('finance_performance', task)).content).toMatchObject({
      acceptanceTotal_x100: 5999,
      verdict: 'redo',
      events: [{ event: 'redo', on: '2023-06-01' }],
    })
    expect((await see('agency', evaluation)).record.state).toBe('replied')
    await act('agency', evaluationAct('evaluation.finance', 'finalise'), evaluation)

    const { content } = await see('finance_performance', task)
    const paidEarly = content['payments'].map((row: object) => ({ ...row, paidOn: '2023-06-01' }))
    await finance.score(task, [2400, 2000, 1600, 1100, 900])
    await save('finance_performance', task, { payments: paidEarly })
    const refusal = await refusalOf(finance.take('finance_performance', 'accept', task))
    expect(refusal.places).toMatchObject([{ field: 'payments', row: 1 }])
    await save('finance_performance', task, { payments: content['payments'] })
    expect((await finance.take('finance_performance', 'accept', task)).state).toBe('accepted')
    await act('finance_leader', CONFIRM, evaluation)

    const unpaid = await refusalOf(finance.take('finance_performance', 'settle', task))
    expect(unpaid.places).toHaveLength(2)
    await save('finance_performance', task, { payments: paidEarly })
    expect((await finance.take('finance_performance', 'settle', task)).state).toBe('settled')
  })
})

describe('评分方法', () => {
  test('elements, formula, deduction and questionnaire give the points that are kept', async () => {
    const { evaluation } = await commissioned()
    await finance.undertake(evaluation)
    const { content } = await see('agency', evaluation)
    const standards = [
      ...content['standards'].map((line: { itemCode: string; label: string }) => ({
        ...line,
        isMet: line.label !== '目标与资金量相匹配',
      })),
      { itemCode: 'OUT-2', label: '返工', count: 3, each_x100: 100 },
    ]
    const scoredBy = [
      { itemCode: 'DEC-3', method: 'elements' },
      { itemCode: 'PRO-2', method: 'formula', valueFrom: 'executionRate' },
      { itemCode: 'OUT-2', method: 'deduction' },
      { itemCode: 'BEN-2', method: 'likert' },
    ]
    const survey = { group: '农户', population: 100, sent: 90, returned: 85, valid: 80 }
    const answers = { verySatisfied: 32, satisfied: 32, neutral: 12, dissatisfied: 4, veryDissatisfied: 0 }
    await save('agency', evaluation, { ...REPORT, standards, scoredBy })
    const missing = await see('agency', evaluation)
    expect(missing.findings).toContainEqual(expect.objectContaining({ ruleId: 'EVA-092' }))
    await deliver('finance_performance', evaluation, { questionnaires: [{ ...survey, ...answers }] })
    const done = await see('agency', evaluation)
    const points = Object.fromEntries(
      done.content['scores'].map((row: { itemCode: string; score_x100: number }) => [
        row.itemCode,
        row.score_x100,
      ]),
    )
    expect(points).toMatchObject({ 'DEC-3': 225, 'PRO-2': 380, 'OUT-2': 700, 'BEN-2': 825 })
    expect(done.figures).toMatchObject({ 'questionnaires[0].needed': '80份', surveySatisfaction: '82.50%' })
    for (const key of Object.keys(done.figures)) expect(done.explanations[key]?.sentence, key).toBeTruthy()
  })

  test('several evaluators: the mean counts, and how far they agree is shown', async () => {
    const { evaluation } = await commissioned()
    await finance.undertake(evaluation)
    const raterScores = ['甲', '乙', '丙'].flatMap((rater, index) =>
      ['OUT-1', 'OUT-3', 'OUT-4'].map((itemCode, place) => ({
        ...{ rater, itemCode },
        points_x100: 700 - place * 100 - index * 30,
      })),
    )
    await save('agency', evaluation, { raterScores })
    const { figures, explanations } = await see('agency', evaluation)
    expect(figures['scores[11].byMethod']).toBe('6.70分')
    expect(explanations['raterKendall']?.ruleId).toBe('EXA-024')
  })
})

describe('部门评价', () => {
  test('a department commissions for its unit, accepts and confirms; finance files it', async () => {
    const { evaluation } = await commissioned('department')
    const task = await department.engagementOf(evaluation)
    expect((await see('department', task)).record.state).toBe('offered')
    await expect(see('unit', task)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await department.undertake(evaluation)
    await deliver('department', evaluation)
    const confirm = evaluationAct('evaluation.department', 'confirm')
    expect((await refusalOf(act('department', confirm, evaluation))).code).toBe('RULE_VIOLATED')
    await department.accept(evaluation)
    await expect(act('finance_performance', confirm, evaluation)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await act('department', confirm, evaluation)
    const { project } = await see('department', evaluation)
    expect(project.grade).toBeNull()
    await act('finance_performance', evaluationAct('evaluation.department', 'file'), evaluation)
    expect((await see('finance_performance', evaluation)).record.state).toBe('filed')
    expect(await textOf('department', evaluation, 'evaluation-report')).toContain('委托单位')
  })

  test('a department does not commission for a project of its own', async () => {
    const { projectId } = await giveApprovedProject(world)
    const { organisationId } = world.people.department
    await world.owner.query('update project set unit_id = $1 where id = $2', [organisationId, projectId])
    const { recordId } = await begin('department', 'evaluation.department', { projectId })
    await save('department', recordId, plan('agency'))
    const assign = evaluationAct('evaluation.department', 'assign')
    expect((await refusalOf(act('department', assign, recordId))).places).toContainEqual({
      section: 'plan',
      field: 'agency',
    })
  })
})

describe('第三方机构登记', () => {
  const ENTRY = 'evaluation.agencyEntry'
  const lead = (name: string, workFrom: string, evaluationFrom: string) => ({
    ...{ name, licence: '注册会计师', workFrom, evaluationFrom, hasNoRecord: true },
  })
  const entry = () => ({
    agency: world.people.agency2.organisationId,
    agencyType: 'accounting',
    creditCode: '91640000MA00000000',
    staffCount: 12,
    platformNumber: 'NX-0001',
    bearsLiability: true,
    isIndependent: true,
    hasSoundAccounts: true,
    hasQualityRules: true,
    hasNoViolation: true,
    noViolationOn: '2023-05-01',
    leads: [lead('周某', '2016-07-01', '2020-03-01'), lead('吴某', '2016-07-01', '2021-01-01')],
  })
  const take = (action: string, id: string, opinion?: string) =>
    act('finance_performance', evaluationAct(ENTRY, action), id, opinion)
  const enter = async (change: object = {}) => {
    const { recordId } = await begin('finance_performance', ENTRY, {})
    await save('finance_performance', recordId, { ...entry(), ...change })
    return recordId
  }
  const commissionWith = async (leadEvaluator: string, by: Commissioner = 'finance_performance') => {
    const { projectId } = await giveApprovedProject(world)
    const { recordId } = await begin(by, KINDS[by], { projectId })
    await save(by, recordId, plan('agency2', leadEvaluator))
    return act(by, evaluationAct(KINDS[by], 'assign'), recordId)
  }

  test('the filter of the page names the types of the form', () => {
    const options = findField(
      world.product.services.forms.get('evaluation/agency-entry')!,
      'agencyType',
    )?.options
    expect(Object.fromEntries(options!.map(({ value, label }) => [value, label]))).toEqual(AGENCY_TYPES)
  })

  test.each([
    ['a condition is missing', { hasQualityRules: false }],
    ['nobody has the years', { leads: [lead('吴某', '2016-07-01', '2021-01-01')] }],
  ])('%s: not registered', async (_why, change) => {
    expect((await refusalOf(take('register', await enter(change)))).code).toBe('RULE_VIOLATED')
  })

  test('registered: years per lead, one entry only, asked at every commission, credit in the list', async () => {
    const id = await enter()
    const { figures } = await see('finance_performance', id)
    expect(figures).toMatchObject({ 'leads[0].eligible': '符合', 'leads[1].eligible': '不符合' })
    await take('register', id)
    expect((await refusalOf(take('register', await enter()))).code).toBe('RULE_VIOLATED')
    for (const by of ['finance_performance', 'department'] as const) {
      expect((await refusalOf(commissionWith('吴某', by))).places, by).toContainEqual({
        section: 'plan',
        field: 'leadEvaluator',
      })
      expect((await refusalOf(commissionWith('郑某', by))).code, by).toBe('RULE_VIOLATED')
      expect((await commissionWith('周某', by)).state, by).toBe('assigned')
    }
    const list = await world.as<{ items: object[]; total: number }>('finance_performance', listAgencies, {
      fiscalYear: 2022,
      state: 'registered',
    })
    expect(list.items).toMatchObject([
      { type: '会计师事务所', leads: 2, eligibleLeads: 1, tasks: 3, credit: '没有不良记录' },
    ])
    await expect(world.as('department', listAgencies, { fiscalYear: 2022 })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await take('suspend', id, '报告有重大遗漏')
    expect((await refusalOf(commissionWith('周某'))).places).toContainEqual({
      section: 'plan',
      field: 'agency',
    })
  })

  test('an institution tied to the department of the project stands back by its own entry', async () => {
    const { items } = await world.as<{ items: { recordId: string; name: string }[] }>(
      'finance_performance',
      listAgencies,
      { fiscalYear: 2022, state: 'suspended' },
    )
    const id = items[0]!.recordId
    await take('reinstate', id, '已整改')
    const { organisationId } = world.people.department
    const { rows } = await world.owner.query('select name from organisation where id = $1', [organisationId])
    await save('finance_performance', id, { ties: [{ institution: rows[0].name, tie: 'business' }] })
    expect((await refusalOf(commissionWith('周某'))).places).toContainEqual({
      section: 'plan',
      field: 'agency',
    })
  })
})

describe('单位成本地区比较', () => {
  /** A confirmed self-evaluation of another place: what it spent and built. */
  async function built(place: string, executed_fen: string, actual: string): Promise<void> {
    const { organisationId } = world.people.outsiderUnit
    const ids = ['project', 'sheet', 'indicator', 'self', 'score'].map(() => world.product.services.newId())
    const [project, sheet, indicator, self, score] = ids
    const run = (text: string, ...values: unknown[]) => world.owner.query(text, values)
    await run(
      `insert into project (jurisdiction_id, id, fiscal_year, code, name, unit_id, department_id, is_new, is_major,
         is_classified, budget_fen, status, created_at, created_by)
       values ($1, $2, 2022, $3, $3, $4, $4, true, false, false, 100, 'evaluation', now(), $5)`,
      ...[place, project, `C-${place}-${actual}`, organisationId, world.people.outsider.personId],
    )
    const records = [
      [sheet, 'targets.sheet', 'approved', {}],
      [self, 'evaluation.self', 'confirmed', { funds: [{ fund: 'fiscal', executed_fen }] }],
    ]
    for (const [id, kind, state, content] of records)
      await run(
        `insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, version, state_since, created_at, created_by)
         values ($1, $2, $3, $4, 2022, $4, $5, $6, 1, now(), now(), $7)`,
        ...[place, id, project, kind, state, JSON.stringify(content), world.people.outsider.personId],
      )
    await run(
      `insert into indicator (jurisdiction_id, id, record_id, project_id, ordinal, level1, level2, name, kind, unit, content)
       values ($1, $2, $3, $4, 0, 'output', 'quantity', '建成示范基地', 'quant', '个', '{}')`,
      ...[place, indicator, sheet, project],
    )
    await run(
      `insert into score (jurisdiction_id, id, record_id, project_id, ordinal, item_code, content)
       values ($1, $2, $3, $4, 0, 'x', $5)`,
      ...[place, score, self, project, JSON.stringify({ indicatorId: indicator, actual })],
    )
  }

  test('four other places are not shown, the fifth makes a crowd; no place is named', async () => {
    const { evaluation } = await commissioned()
    const look = (by: PersonName) =>
      world.as<{ items: { count: number | null; median: { text: string } | null }[] }>(by, viewCountyCosts, {
        recordId: evaluation,
      })
    const places = (
      await world.owner.query('select id from jurisdiction where level <> $1 order by id', ['province'])
    ).rows
      .map(({ id }) => id as string)
      .filter((id) => id !== '640221')
    for (const place of places.slice(0, 4)) await built(place, '100000000', '10')
    await built(places[0]!, '100000000', '30')
    expect((await look('finance_performance')).items).toMatchObject([{ count: null, median: null }])
    await built(places[4]!, '900000000', '10')
    expect((await look('finance_performance')).items).toMatchObject([
      { count: 5, median: { text: '10万元/个' } },
    ])
    await expect(look('unit')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(look('agency')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
