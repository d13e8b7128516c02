import { beforeAll, expect, test } from 'vitest'
import { saveDraft } from '../records/save-draft.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { stepsIn } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { evaluationModule } from './index.ts'
import { recomputeSelfEvaluations } from './recompute.ts'
import { submitSelfEvaluation } from './submit-self.ts'

const world = useWorld('2023-01-10')
const { see } = stepsIn(world)
const beginSelf = evaluationModule.begins[0]!

type Answer = { forms: number; changedForms: number; changedScores: number }
const recompute = (by: 'finance_performance' | 'province' | 'outsider' | 'unit', input: object = {}) =>
  world.as<Answer>(by, recomputeSelfEvaluations, { fiscalYear: 2022, ...input })

/** Handed in: half of the money spent, everything reached but one row, where the unit gave its own score. */
async function submitted(by: 'unit' | 'outsiderUnit'): Promise<string> {
  const { projectId } = await giveApprovedProject(world, { by })
  const { recordId } = await world.as<{ recordId: string }>(by, beginSelf, { projectId })
  const { content, record } = await see(by, recordId)
  const actuals = [
    { actual: '50' },
    { actual: '95' },
    { actual: '12' },
    { actual: '300' },
    BAND,
    { actual: '80', score_x100: 850 },
  ]
  await world.as(by, saveDraft, {
    recordId,
    version: record.version,
    content: {
      funds: content['funds'].map((row: { fund: string }) =>
        row.fund === 'fiscal' ? { ...row, executed_fen: '250000000' } : row,
      ),
      executionReason: '尾款待审计',
      actualGoal: '完成',
      scores: content['scores'].map((row: object, index: number) => ({
        ...row,
        deviationReason: '部分农户未覆盖',
        sourceNote: '验收单',
        ...actuals[index],
      })),
      problems: '支付慢',
      measures: '加快',
      filledBy: '张三',
    },
  })
  await world.as(by, submitSelfEvaluation, { recordId, version: (await see(by, recordId)).record.version })
  return recordId
}
const BAND = { band: 'achieved', bandPercent: '100' }

let recordId = ''
let foreignId = ''
const stored = async (id: string) =>
  (await see(id === foreignId ? 'outsider' : 'finance_performance', id)).content

/** Puts wrong figures into the tables behind everybody's back, as a changed rule or a fault would leave them. */
async function spoil(): Promise<void> {
  const { owner } = world
  await owner.query(`update score set score_x100 = 1, computed_x100 = 1, method = 'late'
    where item_code <> '' and score_x100 is distinct from 850`)
  await owner.query(`update record set content = content || '{"totalScore_x100": 1, "grade": "poor", "executionScore_x100": 1,
    "adjustments": [{"label": "错", "points_x100": -1}]}' where kind = 'evaluation.self'`)
}

beforeAll(async () => {
  recordId = await submitted('unit')
  foreignId = await submitted('outsiderUnit')
})

test('gives back exactly what handing in stored, field for field, and leaves the own score alone', async () => {
  const [before, foreignBefore] = [await stored(recordId), await stored(foreignId)]
  expect(before).toMatchObject({ totalScore_x100: 9350, grade: 'excellent', executionScore_x100: 500 })
  expect(before['scores'][5]).toMatchObject({ score_x100: 850, computedScore_x100: 889 })
  await spoil()
  expect(await recompute('finance_performance')).toEqual({ forms: 1, changedForms: 1, changedScores: 5 })
  expect(await stored(recordId)).toEqual(before)
  expect((await stored(foreignId))['totalScore_x100']).toBe(1)
  expect(await recompute('province')).toEqual({ forms: 2, changedForms: 1, changedScores: 5 })
  expect(await stored(foreignId)).toEqual(foreignBefore)
})

test('nothing changed: nothing is written, no version arises', async () => {
  const versions = async () => {
    const { rows } = await world.owner.query('select count(*)::int as n from score_history')
    return rows[0].n
  }
  const before = await versions()
  const { version } = (await see('finance_performance', recordId)).record
  expect(await recompute('province')).toEqual({ forms: 2, changedForms: 0, changedScores: 0 })
  expect(await versions()).toBe(before)
  expect((await see('finance_performance', recordId)).record.version).toBe(version)
})

test('one audit row in the transaction of the rows it changed, and the old figures in the history', async () => {
  await spoil()
  await recompute('finance_performance')
  const { owner } = world
  const { rows } =
    await owner.query(`select changes, (select count(*)::int from score s where s.recorded_tx = a.tx) as scores,
    (select count(*)::int from score_history h where h.score_x100 = 1) as kept
    from audit a where use_case = 'evaluation.recompute' and outcome = 'done' order by at desc limit 1`)
  expect(rows[0].scores).toBe(5)
  expect(rows[0].kept).toBeGreaterThanOrEqual(5)
  expect(rows[0].changes).toMatchObject([
    { field: 'fiscalYear', to: 2022 },
    { field: 'forms', from: 1, to: 1 },
    { field: 'scores', to: 5 },
  ])
})

test('the wrong person, the wrong county and the wrong year', async () => {
  await expect(recompute('unit')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  await expect(recompute('outsider', { jurisdiction: '640221' })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
  })
  expect(await recompute('province', { fiscalYear: 2019 })).toEqual({
    forms: 0,
    changedForms: 0,
    changedScores: 0,
  })
})
