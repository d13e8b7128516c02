import { describe, expect, test } from 'vitest'
import type { Content } from '../../domain/forms/form.ts'
import { inspect } from '../inspect/inspect.ts'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { listOutOfStep, listRounds } from './list-rounds.ts'
import { projectModule } from './index.ts'

const world = useWorld('2022-08-15')
const way = firstStagesIn(world)
const WHERE = { jurisdiction: '640221', year: 2023 }
const ROUND = 'project.budgetRound'
const act = (action: string) => actOf(ROUND, action)
const begin = (by: PersonName, roundType: string, more: object = {}) => {
  const useCase = projectModule.begins.find(({ recordKind }) => recordKind.kind === ROUND)
  return world.as<{ recordId: string }>(by, useCase as object, {
    fiscalYear: 2023,
    content: { roundType },
    ...more,
  })
}
type Rounds = {
  items: { recordId: string; title: string; declared: number; late: number; daysLeft: number | null }[]
  current: string | null
  daysLeft: number | null
  next: string | null
  canBegin: unknown[]
}
const rounds = (by: PersonName) => world.as<Rounds>(by, listRounds, WHERE)
const project = () => way.enter({ isNew: false, isMajor: false })

describe('预算编报轮次', () => {
  test('without any round, units declare as before; from the first on they are held to it', async () => {
    await way.declareTarget(await project())
    const { recordId } = await begin('finance_business', 'firstUp')
    const { content } = await way.see('finance_business', recordId)
    expect(content).toMatchObject({ opensOn: '2022-08-01', closesOn: '2022-09-30' })
    await way.act('finance_business', act('open'), recordId)
    expect(await rounds('unit')).toMatchObject({ current: '一上', daysLeft: 46, canBegin: [] })

    const sheetId = await way.declareTarget(await project())
    expect((await rounds('finance_leader')).items[0]).toMatchObject({ declared: 1, late: 0 })

    world.setToday('2022-10-02')
    await way.declareTarget(await project())
    expect((await rounds('finance_leader')).items[0]).toMatchObject({ declared: 2, late: 1, daysLeft: -2 })

    await way.act('finance_business', act('close'), recordId)
    const late = await project()
    await expect(way.declareTarget(late)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('财政部门还没有安排下一轮'),
    })
    const second = await begin('finance_performance', 'secondUp')
    await way.act('finance_performance', act('open'), second.recordId)
    await expect(way.applyBudget(late)).rejects.toMatchObject({
      message: expect.stringContaining('“二上”2022年11月1日开始'),
    })
    expect(await rounds('unit')).toMatchObject({ current: null, next: '二上' })
    world.setToday('2022-11-01')
    expect(sheetId).toBeTruthy()
    const broken = (await inspect(world.owner, world.product.services.files)).filter(({ count }) => count > 0)
    expect(broken).toEqual([])
  })

  test('other dates than the calendar need a reason and a second person', async () => {
    const { recordId } = await begin('finance_business', 'firstDown')
    await way.save('finance_business', recordId, { closesOn: '2022-12-15' } as Content)
    const open = way.act('finance_business', act('open'), recordId)
    await expect(open).rejects.toMatchObject({ message: expect.stringContaining('报请分管领导核准') })
    const propose = () => way.act('finance_business', act('propose'), recordId)
    await expect(propose()).rejects.toMatchObject({ message: expect.stringContaining('写明原因') })
    await way.save('finance_business', recordId, { changeReason: '上级下达时间推迟' } as Content)
    await propose()
    await expect(way.act('finance_business', act('confirm'), recordId)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect((await way.act('finance_leader', act('confirm'), recordId)).state).toBe('open')
  })

  test.each<[by: PersonName, roundType: string, more: object, code: string]>([
    ['unit', 'midYear', {}, 'NOT_PERMITTED'],
    ['department', 'midYear', {}, 'NOT_PERMITTED'],
    ['finance_business', 'thirdUp', {}, 'INVALID_INPUT'],
    [
      'finance_business',
      'midYear',
      { content: { roundType: 'midYear', closesOn: '2023-01-01' } },
      'INVALID_INPUT',
    ],
    ['finance_business', 'midYear', { fiscalYear: undefined }, 'INVALID_INPUT'],
  ])('%s cannot begin %s with %o', async (by, roundType, more, code) => {
    await expect(begin(by, roundType, more)).rejects.toMatchObject({ code })
  })

  test('the dates are told to everybody of the place, and to nobody of another', async () => {
    expect((await rounds('unit2')).items.length).toBeGreaterThan(0)
    expect((await rounds('outsiderUnit')).items).toEqual([])
    const [first] = (await rounds('unit')).items
    await expect(way.see('unit', first?.recordId ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('同步检查 lists what does not move together, by rule, inside the own scope', async () => {
  world.setToday('2022-11-05')
  const projectId = await project()
  await way.declareTarget(projectId)
  world.setToday('2022-11-09')
  await way.applyBudget(projectId)
  type Step = {
    checked: number
    items: { projectId: string; findings: { ruleId: string; message: string }[] }[]
  }
  const inStep = (by: PersonName) => world.as<Step>(by, listOutOfStep, WHERE)
  const found = (await inStep('finance_performance')).items.find((one) => one.projectId === projectId)
  expect(found?.findings).toEqual([{ ruleId: 'BUD-111', message: expect.stringContaining('相差 4 天') }])
  expect((await inStep('unit2')).items.map((one) => one.projectId)).not.toContain(projectId)
  expect(await inStep('outsider')).toEqual({ checked: 0, items: [] })
})
