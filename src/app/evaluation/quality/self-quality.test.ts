import { beforeAll, expect, test } from 'vitest'
import { giveApprovedProject } from '../../testing/approved-project.ts'
import { stepsIn } from '../../testing/steps.ts'
import { useWorld } from '../../testing/world.ts'
import { commissionIn } from '../agency/commission.fixture.ts'
import { startEvaluation } from '../start-evaluation.ts'
import { consultUnit } from '../consult-unit.ts'
import { finaliseReport } from '../finalise-report.ts'
import { evaluationModule } from '../index.ts'
import { replyConsultation } from '../reply-consultation.ts'
import { reviewSelfEvaluation } from '../review-self.ts'
import { submitSelfEvaluation } from '../submit-self.ts'
import { viewSelfQuality } from './view-self-quality.ts'

const world = useWorld('2023-01-10')
const { see, save, act } = stepsIn(world)
const PLACE = { jurisdiction: '640221', year: 2022 }

type Quality = {
  coverage: {
    whole: { projects: number; evaluated: number; exempted: number; open: number; rate: string }
    departments: { name: string; rate: string }[]
  }
  sample: {
    forms: number
    items: {
      recordId: string
      reason: string
      points: number
      signals: string[]
      self: string
      difference: string | null
      isDone: boolean
    }[]
  }
  duties: { projectName: string; duties: string[]; evaluated: string | null }[]
  gaps: { self: string; external: string; gap: string; isListed: boolean }[]
}
const view = (by: 'finance_performance' | 'department' | 'province' = 'finance_performance') =>
  world.as<Quality>(by, viewSelfQuality, PLACE)

const CAREFUL = ['50', '90.25', '12', '360', undefined, '87']
const CARELESS = ['50', '95', '12', '300', undefined, '90']

async function evaluate(
  actuals: readonly (string | undefined)[],
  more: (row: number) => object,
): Promise<string> {
  const { projectId } = await giveApprovedProject(world)
  const begin = evaluationModule.begins[0] as object
  const { recordId } = await world.as<{ recordId: string }>('unit', begin, { projectId })
  const { content } = await see('unit', recordId)
  await save('unit', recordId, {
    funds: content['funds'].map((row: { fund: string }) =>
      row.fund === 'fiscal' ? { ...row, executed_fen: '438500000' } : row,
    ),
    executionReason: '尾款待付',
    actualGoal: '建成50个',
    scores: content['scores'].map((row: object, at: number) => ({
      ...row,
      ...(actuals[at] ? { actual: actuals[at] } : { band: 'achieved', bandPercent: '100' }),
      sourceNote: '验收单',
      deviationReason: '返工一处',
      ...more(at),
    })),
    problems: '有差距',
    measures: '加强监督',
    filledBy: '张三',
  })
  await act('unit', submitSelfEvaluation, recordId)
  return recordId
}

let careless = ''
let careful = ''
beforeAll(async () => {
  await giveApprovedProject(world)
  careful = await evaluate(CAREFUL, (at) => ({ actualText: `实际${at}` }))
  careless = await evaluate(CARELESS, (at) => ({
    actualText: ['≥50个', '≥95%', '≤12个月', '≥300户', '已完成', '≥90%'][at],
  }))
}, 60_000)

test('coverage counts what was handed in, by department', async () => {
  const { coverage } = await view()
  expect(coverage.whole).toMatchObject({ projects: 3, evaluated: 2, exempted: 0, open: 1, rate: '66.67%' })
  expect(coverage.departments).toHaveLength(1)
})

test('the careless form is on the list with its reasons, the careful one is not', async () => {
  const { sample } = await view()
  expect(sample.forms).toBe(2)
  const [first, ...others] = sample.items
  expect(first).toMatchObject({
    recordId: careless,
    reason: 'must',
    points: 5,
    isDone: false,
    difference: null,
  })
  expect(first!.signals.join()).toMatch(/全部满分.*照抄/)
  expect(others.map(({ recordId }) => recordId)).not.toContain(careful)
})

test('what the department rechecked shows with its difference', async () => {
  await save('department', careless, {
    departmentScores: [{ row: 4, score_x100: 1300, reason: '只核实260户' }],
  })
  await act('department', reviewSelfEvaluation, careless, '已复核')
  const [first] = (await view()).sample.items
  expect(first).toMatchObject({ recordId: careless, isDone: true, difference: '-2.00' })
})

/** An evaluation by an agency that gives the share of every line, up to its report. */
async function evaluateByAgency(projectId: string, share: number): Promise<void> {
  const begin = evaluationModule.begins[1] as object
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, { projectId })
  await save('finance_performance', recordId, {
    agency: world.people.agency.organisationId,
    leadEvaluator: '孙某',
    purpose: '检验效果',
    scope: '全部资金',
    methods: ['comparison'],
    reportDueOn: '2023-03-31',
  })
  await act('finance_performance', startEvaluation, recordId)
  await commissionIn(world).undertake(recordId)
  const { content } = await see('agency', recordId)
  await save('agency', recordId, {
    scores: content['scores'].map((row: { weight_x100: number }) => ({
      ...row,
      score_x100: row.weight_x100 * share,
      basis: '现场核查',
    })),
    received_fen: '460000000',
    spent_fen: '437000000',
    experience: '以奖代补',
    conclusion: '基本达到',
    hasSeriousViolation: false,
    problems: [{ problem: '验收资料不全', evidence: '12份缺3份', suggestion: '补齐' }],
  })
  await act('agency', consultUnit, recordId)
  await save('unit', recordId, { replyKind: 'agree' })
  await act('unit', replyConsultation, recordId)
  await save('agency', recordId, { reportFiles: ['01890000-0000-7000-8000-000000000001'] })
  await act('agency', finaliseReport, recordId)
}

test('self-scores stand beside those of others, flagged from ten points on', async () => {
  await evaluateByAgency((await see('unit', careful)).project.id, 0.8)
  const { gaps } = await view()
  expect(gaps).toHaveLength(1)
  expect(gaps[0]).toMatchObject({ self: '97.44', external: '80.00', gap: '17.44', isListed: true })
})

test('a key project of six years is due for its evaluation halfway, until somebody has evaluated it', async () => {
  const { project } = await see('unit', careless)
  const period = { periodStart: '2019-01-01', periodEnd: '2024-12-31' }
  await world.owner.query('update project set content = content || $1 where id = $2', [period, project.id])
  expect((await view()).duties).toMatchObject([{ duties: ['应开展中期评价'], evaluated: null }])
  await evaluateByAgency(project.id, 0.9)
  expect((await view()).duties).toEqual([])
})

test('another county’s department sees nothing of it, a unit may not look', async () => {
  const theirs = await world.as<Quality>('outsiderDepartment', viewSelfQuality, PLACE)
  expect(theirs.coverage.whole.projects).toBe(0)
  expect(theirs.sample.items).toEqual([])
  await expect(world.as('unit', viewSelfQuality, PLACE)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
})
