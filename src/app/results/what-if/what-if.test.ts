import { setTimeout as wait } from 'node:timers/promises'
import { Type } from 'typebox'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ScenarioSettings } from '../../../domain/results/compute/what-if/index.ts'
import { findCandidates } from '../../../storage/what-if-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED } from '../../testing/plant.ts'
import { recordsOf, refusalOf, stepsIn } from '../../testing/steps.ts'
import { type PersonName, useWorld } from '../../testing/world.ts'
import { resultsModule } from '../index.ts'
import type { Outcome } from './calculations.ts'
import {
  adoptPlan,
  calculatePlan,
  createScenario,
  listScenarios,
  printPlanMemo,
  savePlan,
  saveScenario,
  stopPlan,
  viewCalculation,
  viewScenario,
} from './index.ts'

const world = useWorld('2023-10-10')
const { see } = stepsIn(world, resultsModule)
type Seen = Awaited<ReturnType<typeof viewScenario.run>>

let projects: { good: string; poor: string; unscored: string }
let scenarioId: string

/** 2022 was evaluated in 2023; the money goes on from the row of 2023, which nobody has evaluated yet. */
async function evaluated(name: string, totalScore_x100: number, grade: string, wan: number) {
  const budget_fen = String(wan * 1_000_000)
  const before = await plantProject(world, { name, code: name, grade, fiscalYear: 2022, isNew: false })
  await plantRecord(world, {
    kind: 'evaluation.finance',
    projectId: before,
    content: { ...EVALUATED, agency: world.people.agency.organisationId, totalScore_x100, grade },
    acts: TO_CONFIRMED,
  })
  evaluatedRows[name] = before
  return plantProject(world, { name, code: name, budget_fen, isNew: false })
}
const evaluatedRows: Record<string, string> = {}

const view = (by: PersonName = 'finance_business') => world.as<Seen>(by, viewScenario, { scenarioId })
const settingsOf = async (change: Partial<ScenarioSettings> = {}) => ({
  ...(await view()).scenario.settings,
  ...change,
})

async function calculate(change: Partial<ScenarioSettings>, edits: object[] = [], withCosts = false) {
  const settings = await settingsOf(change)
  const input = { scenarioId, settings, edits, withCosts }
  const { calculationId } = await world.as<{ calculationId: string }>(
    'finance_business',
    calculatePlan,
    input,
  )
  for (let tries = 0; tries < 200; tries += 1) {
    const outcome = await world.as<Outcome>('finance_business', viewCalculation, { calculationId })
    if (outcome.kind !== 'running') return { calculationId, outcome }
    await wait(50)
  }
  throw new Error('the calculation does not end')
}

const keep = async (name: string, change: Partial<ScenarioSettings>, edits: object[] = []) => {
  const { calculationId } = await calculate(change, edits)
  const input = { scenarioId, calculationId, name }
  return (await world.as<{ planId: string }>('finance_business', savePlan, input)).planId
}

beforeAll(async () => {
  projects = {
    good: await evaluated('甲', 9100, 'excellent', 500),
    poor: await evaluated('乙', 5200, 'poor', 300),
    unscored: await plantProject(world, { name: '丙', budget_fen: '200000000', isNew: false }),
  }
  const made = { budgetYear: 2024, name: '2024年测算' }
  const created = await world.as<{ scenarioId: string; lines: number }>(
    'finance_business',
    createScenario,
    made,
  )
  expect(created.lines).toBe(3)
  scenarioId = created.scenarioId
}, 60_000)

describe('预算测算', () => {
  test('gathers bases, scores and ceilings from the records', async () => {
    const { scenario, weights, canAdopt } = await view()
    const of = (projectId: string) => scenario.lines.find((line) => line.projectId === projectId)
    expect(of(projects.good)).toMatchObject({ base_fen: '500000000', score_x100: 9100, evaluatedYear: 2022 })
    expect(of(projects.poor)).toMatchObject({
      cap_fen: '300000000',
      capNote: '挂钩办法：削减，比例未定，暂按不增加',
    })
    expect(of(projects.unscored)).toMatchObject({ score_x100: null, cap_fen: null })
    expect(scenario.settings).toMatchObject({ envelope_fen: '1000000000', performance_bp: 7000 })
    expect(weights.unscored_bp).toBe(7000)
    expect(canAdopt).toBe(true)
  })

  test('the worker finds the plan: less money is taken where it is worth least', async () => {
    const { outcome } = await calculate({ envelope_fen: '900000001', performance_bp: 10_000 })
    expect(outcome.kind).toBe('plan')
    if (outcome.kind !== 'plan') return
    const amounts = new Map(outcome.summary.amounts.map((one) => [one.projectId, one.amount_fen]))
    expect(amounts.get(projects.good)).toBe('500000000')
    expect(amounts.get(projects.unscored)).toBe('200000000')
    expect(amounts.get(projects.poor)).toBe('200000001')
    expect(outcome.summary).toMatchObject({ total_fen: '900000001', isOptimal: true })
  })

  test('says what a constraint costs, and which cannot hold together', async () => {
    const kept = [{ projectId: projects.poor, isMustKeep: true }]
    const costly = await calculate({ envelope_fen: '800000000', performance_bp: 10_000 }, kept, true)
    expect(costly.outcome.kind === 'plan' && costly.outcome.costs).toMatchObject([
      {
        title: '必保“乙”',
        sentence: expect.stringMatching(/^去掉“必保“乙””，测算目标值.*减少“乙”200\.00万元/),
      },
    ])
    const { outcome } = await calculate({ envelope_fen: '200000000' }, kept)
    expect(outcome.kind === 'conflict' && outcome.conflicts[0]?.sentence).toContain(
      '必须安排的合计300.00万元（必保项目300.00万元），共300.00万元，高于资金总额200.00万元，差100.00万元',
    )
  })

  test('a calculation can be given up, and is its asker’s alone', async () => {
    const input = { scenarioId, settings: await settingsOf(), edits: [], withCosts: true }
    const { calculationId } = await world.as<{ calculationId: string }>(
      'finance_business',
      calculatePlan,
      input,
    )
    const asked = { calculationId }
    expect(await refusalOf(world.as('finance_leader', viewCalculation, asked))).toMatchObject({
      code: 'NOT_FOUND',
    })
    await world.as('finance_business', stopPlan, asked)
    expect(await refusalOf(world.as('finance_business', viewCalculation, asked))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await calculate({})).outcome.kind).toBe('plan')
  })

  test('settings are stored under their version', async () => {
    const { scenario } = await view()
    const edits = [{ projectId: projects.unscored, request_fen: '260000000', contract_fen: '50000000' }]
    const change = { scenarioId, version: scenario.version, name: '改名', settings: scenario.settings, edits }
    await world.as('finance_performance', saveScenario, change)
    const after = await view()
    expect(after.scenario).toMatchObject({ name: '改名', version: scenario.version + 1 })
    expect(after.scenario.lines.find(({ projectId }) => projectId === projects.unscored)).toMatchObject(
      edits[0]!,
    )
    expect(await refusalOf(world.as('finance_business', saveScenario, change))).toMatchObject({
      code: 'VERSION_CONFLICT',
    })
  })

  test('nobody outside the bureau of the place sees it', async () => {
    for (const by of ['unit', 'department', 'congress', 'province'] as const) {
      expect(await refusalOf(view(by))).toMatchObject({ code: 'NOT_PERMITTED' })
    }
    expect(await refusalOf(view('outsider'))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await world.as<{ items: object[] }>('finance_leader', listScenarios, {})).items).toHaveLength(1)
  })

  test('adopting writes drafts once, decides nothing, and leaves what is already proposed', async () => {
    const planId = await keep('方案一', { envelope_fen: '900000000', performance_bp: 10_000 })
    await keep('方案二', { envelope_fen: '1000000000' })
    const file = await world.as<{ fileName: string; bytes_base64: string }>('finance_leader', printPlanMemo, {
      planId,
    })
    expect(Buffer.from(file.bytes_base64, 'base64').subarray(0, 2).toString()).toBe('PK')
    const begin = resultsModule.begins[2] as object
    const { recordId } = await world.as<{ recordId: string }>('finance_business', begin, {
      projectId: evaluatedRows['乙']!,
    })
    expect(await refusalOf(world.as('finance_leader', adoptPlan, { planId, version: 1 }))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    const key = { idempotencyKey: 'adopt-plan-1' }
    const adopted = await world.as('finance_business', adoptPlan, { planId, version: 1 }, key)
    expect(adopted).toMatchObject({ begun: 1, updated: 1, skipped: [{ projectName: '丙' }] })
    expect(await world.as('finance_business', adoptPlan, { planId, version: 1 }, key)).toEqual(adopted)
    const [good] = await recordsOf(world, 'finance_business', evaluatedRows['甲']!, 'results.budgetDecision')
    expect(await see('finance_business', good!)).toMatchObject({
      record: { state: 'draft' },
      content: {
        current_fen: '500000000',
        next_fen: '500000000',
        measure: 'keep',
        planNote: '2024年预算测算方案“方案一”',
      },
    })
    const { content } = await see('finance_business', recordId)
    expect(content).toMatchObject({
      next_fen: '140000000',
      performanceChange_fen: '-130000000',
      measure: 'reduce',
    })
    expect(content['reason']).toContain('安排140.00万元')
    expect(await refusalOf(world.as('finance_business', adoptPlan, { planId, version: 2 }))).toMatchObject({
      code: 'VERSION_CONFLICT',
    })
  })
})

const candidates = defineUseCase({
  id: 'test.findCandidates',
  title: '测试测算项目',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({ countsSelf: Type.Boolean() }),
  run: async (context, { countsSelf }) => {
    const { jurisdictionId } = context.actor
    return findCandidates(context.db, { jurisdictionId, budgetYear: 2030, countsSelf })
  },
})

describe('哪一年的结果', () => {
  test('the newest confirmed evaluation of the code gives the score, the department’s too', async () => {
    const code = '己'
    const rowOf = (fiscalYear: number) => plantProject(world, { code, fiscalYear, isNew: false })
    const [first, second] = [await rowOf(2027), await rowOf(2028)]
    const third = await rowOf(2029)
    const graded = (projectId: string, kind: string, totalScore_x100: number, acts: readonly string[]) =>
      plantRecord(world, { kind, projectId, content: { totalScore_x100, grade: 'good' }, acts })
    await graded(first, 'evaluation.finance', 6100, TO_CONFIRMED)
    await plantRecord(world, {
      kind: 'results.budgetDecision',
      projectId: first,
      content: { measure: 'reduce', current_fen: '300000000', base_fen: '200000000', next_fen: '100000000' },
      acts: ['propose', 'decide'],
    })
    const lineOfYear = async (name: string) => {
      const { scenarioId: id } = await world.as<{ scenarioId: string }>('finance_business', createScenario, {
        budgetYear: 2030,
        name,
      })
      const { scenario } = await world.as<Seen>('finance_business', viewScenario, { scenarioId: id })
      return scenario.lines.find(({ projectId }) => projectId === third)
    }
    expect(await lineOfYear('一')).toMatchObject({
      score_x100: 6100,
      scoreFrom: 'finance',
      evaluatedYear: 2027,
      base_fen: '500000000',
      cap_fen: '100000000',
    })
    await graded(second, 'evaluation.self', 9900, ['submit', 'review', 'confirm'])
    const scoreWith = async (countsSelf: boolean) => {
      const rows = await world.as<{ projectId: string; score_x100: number }[]>(
        'finance_business',
        candidates,
        {
          countsSelf,
        },
      )
      return rows.find(({ projectId }) => projectId === third)?.score_x100
    }
    expect([await scoreWith(true), await scoreWith(false)]).toEqual([9900, 6100])
    await graded(second, 'evaluation.department', 8700, TO_CONFIRMED)
    expect(await lineOfYear('二')).toMatchObject({
      score_x100: 8700,
      scoreFrom: 'department',
      evaluatedYear: 2028,
      cap_fen: null,
    })
  })
})

describe('不再安排同类新增项目', () => {
  test('is felt by the next new project of the department and category, in whatever unit', async () => {
    const content = { category: 'industry' }
    const judged = await plantProject(world, { name: '丁', fiscalYear: 2022, grade: 'poor', content })
    await plantRecord(world, {
      kind: 'results.budgetDecision',
      projectId: judged,
      content: {
        grade: 'poor',
        itemType: 'one_off',
        measure: 'no_same_type',
        current_fen: '500000000',
        base_fen: '500000000',
        next_fen: '0',
        performanceChange_fen: '-500000000',
        reason: '评价为差',
        level: 'section',
      },
      acts: ['propose', 'decide'],
    })
    const next = await plantProject(world, { name: '戊', content })
    await world.owner.query('update project set fiscal_year = 2024 where id = $1', [next])
    const line = await plantRecord(world, { kind: 'project.budgetLine', projectId: next, content: {} })
    const { findings } = await stepsIn(world).see('unit', line)
    expect(findings.filter(({ ruleId }) => ruleId === 'RES-133').map(({ message }) => message)).toEqual([
      expect.stringContaining('2022年度产业发展项目有项目评价为差，2023-10-10已决定'),
    ])
  })
})
