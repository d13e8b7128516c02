import { describe, expect, test } from 'vitest'
import { pilotModule } from '../pilot/index.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { finishResults } from '../testing/finish-results.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { commissionIn } from './agency/commission.fixture.ts'
import { startEvaluation } from './start-evaluation.ts'
import { closeEvaluation } from './close-evaluation.ts'
import { confirmResult } from './confirm-result.ts'
import { consultUnit } from './consult-unit.ts'
import { finaliseReport } from './finalise-report.ts'
import { evaluationModule } from './index.ts'
import { returnFinanceEvaluation } from './plain-acts.ts'
import { replyConsultation } from './reply-consultation.ts'

const world = useWorld('2023-06-01')
const { see, save, act, print, textOf, versionFor } = stepsIn(world)
const beginFinance = evaluationModule.begins[1]!
const view = (recordId: string) => see('finance_performance', recordId)
const { engagementOf, undertake, accept } = commissionIn(world)
const FILE = '01890000-0000-7000-8000-000000000001'

const plan = (agency: PersonName) => ({
  agency: world.people[agency].organisationId,
  leadEvaluator: '孙某',
  purpose: '检验资金使用效果',
  scope: '2022年度项目资金',
  methods: ['comparison', 'publicJudgement'],
  reportDueOn: '2023-07-31',
})

const CONCLUSION = {
  received_fen: '460000000',
  spent_fen: '437000000',
  experience: '以奖代补带动投入',
  conclusion: '项目达到预期目标',
  hasSeriousViolation: false,
  problems: [{ problem: '验收资料不全', evidence: '抽查档案12份缺3份', suggestion: '补齐并建立台账' }],
}

/** Nine tenths of every line: 90.00, on the bound of 优. */
async function score(recordId: string, share = 0.9, more: object = {}) {
  const { content } = await view(recordId)
  const scores = content['scores'].map((row: { weight_x100: number }) => ({
    ...row,
    score_x100: row.weight_x100 * share,
    basis: '查阅资料、现场核查',
  }))
  await save('agency', recordId, { ...CONCLUSION, scores, ...more })
}

/** Each state of a finance evaluation, and the step that leads there. */
const STEPS: readonly (readonly [state: string, step: (recordId: string) => Promise<unknown>])[] = [
  [
    'assigned',
    async (id) => {
      await save('finance_performance', id, plan('agency'))
      await act('finance_performance', startEvaluation, id)
      await undertake(id)
    },
  ],
  [
    'consulting',
    async (id) => {
      await score(id)
      await act('agency', consultUnit, id)
    },
  ],
  [
    'replied',
    async (id) => {
      await save('unit', id, { replyKind: 'agree' })
      await act('unit', replyConsultation, id)
    },
  ],
  [
    'finalised',
    async (id) => {
      await save('agency', id, { reportFiles: [FILE] })
      await act('agency', finaliseReport, id)
      await accept(id)
    },
  ],
  ['confirmed', (id) => act('finance_leader', confirmResult, id)],
]

async function evaluationIn(state: string): Promise<string> {
  const { projectId } = await giveApprovedProject(world)
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', beginFinance, {
    projectId,
  })
  for (const [reached, step] of STEPS) {
    if ((await view(recordId)).record.state === state) break
    await step(recordId)
    expect((await view(recordId)).record.state).toBe(reached)
  }
  return recordId
}

describe('财政评价', () => {
  test('begins with the framework of the national form and the budget', async () => {
    const { content } = await view(await evaluationIn('draft'))
    expect(content['scores']).toHaveLength(17)
    expect(content['budget_fen']).toBe('500000000')
  })

  test('the institution sees the project from its pledge on, another one never', async () => {
    const recordId = await evaluationIn('draft')
    await expect(see('agency', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await save('finance_performance', recordId, plan('agency'))
    await act('finance_performance', startEvaluation, recordId)
    await expect(see('agency', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const engagement = await engagementOf(recordId)
    expect((await see('agency', engagement)).project).toBeNull()
    await expect(see('agency2', engagement)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await undertake(recordId)
    expect((await see('agency', recordId)).record.state).toBe('assigned')
    await expect(see('agency2', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each(['unit', 'department', 'finance_leader'] as const)('%s cannot be commissioned', async (body) => {
    const recordId = await evaluationIn('draft')
    await save('finance_performance', recordId, plan(body))
    const refusal = await refusalOf(act('finance_performance', startEvaluation, recordId))
    expect(refusal.code).toBe('RULE_VIOLATED')
    expect(refusal.places).toContainEqual({ section: 'plan', field: 'agency' })
  })

  test('an institution under the department of the project cannot be commissioned', async () => {
    const { organisationId } = world.people.agency2
    const under = (parent_id: string | null) =>
      world.product.db
        .updateTable('organisation')
        .set({ parent_id })
        .where('id', '=', organisationId)
        .execute()
    await under(world.people.department.organisationId)
    const recordId = await evaluationIn('draft')
    await save('finance_performance', recordId, plan('agency2'))
    const refusal = await refusalOf(act('finance_performance', startEvaluation, recordId))
    await under(null)
    expect(refusal.places).toContainEqual({ section: 'plan', field: 'agency' })
  })

  test('whoever judged the project beforehand is shown as such, and named at once for the evaluation', async () => {
    const { projectId } = await giveApprovedProject(world)
    const organisation = world.people.agency.organisationId
    const executors = ['exante', 'evaluation'].map((stage) => ({
      stage,
      executorKind: 'agency',
      organisation,
    }))
    const beginSelection = pilotModule.begins.find(({ recordKind }) => recordKind.kind === 'pilot.selection')
    await world.as('finance_performance', beginSelection!, { projectId, content: { executors } })
    const { recordId } = await world.as<{ recordId: string }>('finance_performance', beginFinance, {
      projectId,
    })
    const { content, findings } = await view(recordId)
    expect(content['agency']).toBe(organisation)
    expect(findings.map(({ ruleId }) => ruleId)).toContain('ORG-202')
    expect((await see('unit', recordId)).findings).toEqual([])
  })

  test('score, grade, both execution rates and the reply deadline are computed and explained', async () => {
    const recordId = await evaluationIn('consulting')
    const { content, figures, explanations } = await view(recordId)
    expect(content).toMatchObject({ totalScore_x100: 9000, grade: 'excellent' })
    expect(figures).toMatchObject({
      totalScore_x100: '90.00',
      grade: '优',
      receivedRate: '92.00%',
      executionRate: '95.00%',
      replyDueOn: '2023-06-15',
    })
    for (const key of Object.keys(figures)) expect(explanations[key]?.sentence, key).toBeTruthy()
  })

  test.each([
    ['a line without a score', { scores: 'unscored' }, 'scores'],
    ['no problem and no word why', { problems: [] }, 'problems'],
  ])('%s does not go to the unit', async (_why, change, field) => {
    const recordId = await evaluationIn('assigned')
    await score(recordId)
    const { content } = await view(recordId)
    const scores = content['scores'].map((row: object, index: number) =>
      index === 0 ? { ...row, score_x100: null } : row,
    )
    await save('agency', recordId, 'scores' in change ? { scores } : change)
    const refusal = await refusalOf(act('agency', consultUnit, recordId))
    expect(refusal.places.map((place) => place.field)).toContain(field)
  })

  test('output and benefit below 60 points are refused', async () => {
    const recordId = await evaluationIn('assigned')
    await score(recordId)
    const { content } = await view(recordId)
    const shift = { 0: 1000, 15: -1000 } as Record<number, number>
    const scores = content['scores'].map((row: { weight_x100: number }, index: number) => {
      const weight_x100 = row.weight_x100 + (shift[index] ?? 0)
      return { ...row, weight_x100, score_x100: weight_x100 * 0.9 }
    })
    await save('agency', recordId, { scores })
    expect((await refusalOf(act('agency', consultUnit, recordId))).code).toBe('RULE_VIOLATED')
  })

  test('an objection is answered before the report is final', async () => {
    const recordId = await evaluationIn('consulting')
    await save('unit', recordId, { replyKind: 'object', unitReply: '产出得分偏低' })
    await act('unit', replyConsultation, recordId)
    await save('agency', recordId, { reportFiles: [FILE] })
    const refusal = await refusalOf(act('agency', finaliseReport, recordId))
    expect(refusal.places).toContainEqual(expect.objectContaining({ field: 'replyHandling' }))
    await save('agency', recordId, { replyHandling: '采纳，产出得分调整' })
    expect((await act('agency', finaliseReport, recordId)).state).toBe('finalised')
  })

  test('an unsigned report is not final', async () => {
    const recordId = await evaluationIn('replied')
    const refusal = await refusalOf(act('agency', finaliseReport, recordId))
    expect(refusal.places).toContainEqual(expect.objectContaining({ field: 'reportFiles' }))
  })

  test('the version kept at the end carries the total after the last change of scores', async () => {
    const recordId = await evaluationIn('replied')
    await score(recordId, 0.8, { reportFiles: [FILE] })
    await act('agency', finaliseReport, recordId)
    const { content, frozen } = await view(recordId)
    expect(content).toMatchObject({ totalScore_x100: 8000, grade: 'good' })
    expect(frozen.at(-1)).toMatchObject({
      action: 'finalise',
      content: { totalScore_x100: 8000, grade: 'good' },
    })
  })

  test('a serious violation caps the grade', async () => {
    const recordId = await evaluationIn('replied')
    await save('agency', recordId, {
      reportFiles: [FILE],
      hasSeriousViolation: true,
      seriousViolation: '挪用专项资金',
    })
    await act('agency', finaliseReport, recordId)
    expect((await view(recordId)).content).toMatchObject({ totalScore_x100: 9000, grade: 'poor' })
  })

  test('the report prints with score, grade, problems and the reply', async () => {
    const recordId = await evaluationIn('finalised')
    const text = await textOf('agency', recordId, 'evaluation-report')
    for (const words of ['90.00分', '“优”', '验收资料不全', '无异议', '示例县财政局', '95.00%'])
      expect(text).toContain(words)
    expect((await print('agency', recordId, 'evaluation-report')).fileName).toContain('财政绩效评价报告')
  })

  test('confirmation gives the project its grade and opens the use of the result', async () => {
    const { project } = await view(await evaluationIn('confirmed'))
    expect(project).toMatchObject({ grade: 'excellent', status: 'results' })
  })

  test('is closed only when disclosed, rectified and linked to the budget; then the institution sees no more', async () => {
    const recordId = await evaluationIn('confirmed')
    const { findings, project } = await view(recordId)
    expect(findings).toHaveLength(3)
    expect((await refusalOf(act('finance_performance', closeEvaluation, recordId))).code).toBe(
      'RULE_VIOLATED',
    )
    await finishResults(world, project.id)
    expect((await act('finance_performance', closeEvaluation, recordId)).state).toBe('closed')
    expect((await view(recordId)).project.status).toBe('closed')
    await expect(see('agency', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

type Case = [act: string, useCase: object, from: string, right: PersonName, opinion?: string]
const ACTS: Case[] = [
  ['assign', startEvaluation, 'draft', 'finance_performance'],
  ['consult', consultUnit, 'assigned', 'agency'],
  ['reply', replyConsultation, 'consulting', 'unit'],
  ['finalise', finaliseReport, 'replied', 'agency'],
  ['return', returnFinanceEvaluation, 'finalised', 'finance_performance', '数据有误'],
  ['confirm', confirmResult, 'finalised', 'finance_leader'],
  ['close', closeEvaluation, 'confirmed', 'finance_performance'],
]

test.each<Case>(ACTS)(
  '%s: only in its turn, by its post, on the present version',
  async (_name, useCase, from, right, opinion) => {
    const recordId = await evaluationIn(from)
    if (from === 'draft') await save('finance_performance', recordId, plan('agency'))
    await expect(act('department', useCase, recordId, opinion)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    const stale = { recordId, version: (await versionFor(recordId)) - 1, ...(opinion ? { opinion } : {}) }
    await expect(world.as(right, useCase, stale)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    const elsewhere = await evaluationIn(from === 'assigned' ? 'consulting' : 'assigned')
    await expect(act(right, useCase, elsewhere, opinion)).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  },
)
