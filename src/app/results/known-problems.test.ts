import { beforeAll, describe, expect, test, vi } from 'vitest'
import { projectModule } from '../project/index.ts'
import { plantProject, plantRecord } from '../testing/plant.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { resultsModule } from './index.ts'
import { listRectification } from './list-rectification.ts'
import { rectificationIn } from './rectification.fixture.ts'
import { viewKnownProblems } from './view-known-problems.ts'

const world = useWorld('2024-05-10')
const steps = stepsIn(world, resultsModule)
const { see, act, versionFor } = steps
const { issued } = rectificationIn(world, steps)
const actNamed = (action: string) =>
  projectModule.acts.find(({ id }) => id === `project.budgetLine.${action}`) as object
const beginDecision = resultsModule.begins.find(
  ({ recordKind }) => recordKind.kind === 'results.budgetDecision',
) as object

type Known = {
  items: { problem: string; year: number; repeats: { relation: string; year: number } | null }[]
}
const known = (by: PersonName, projectId: string) => world.as<Known>(by, viewKnownProblems, { projectId })

const OLD = '预算执行率偏低，12月突击花钱'
type Issued = Awaited<ReturnType<typeof issued>>

/** What 2022 knew of the unit: a task verified, and a self-evaluation with two problems in one text. */
beforeAll(async () => {
  const projectId = await plantProject(world, { name: '上年项目', fiscalYear: 2022 })
  await plantRecord(world, {
    kind: 'results.task',
    projectId,
    content: { problem: OLD, measure: '按月分解用款计划' },
    acts: ['plan', 'report', 'review', 'verify'],
  })
  await plantRecord(world, {
    kind: 'evaluation.self',
    projectId,
    content: { problems: '1.合同签订不规范；2.宣传不到位', measures: '规范合同' },
    acts: ['submit', 'review', 'confirm'],
  })
})

describe('屡查屡犯', () => {
  test('the notice says at its row which earlier problem it resembles, and why', async () => {
    const { notice } = await issued()
    const { figures, explanations } = await see('finance_performance', notice)
    expect(figures['repeats']).toBe('1个相近')
    expect(explanations['repeats']?.sentence).toContain(
      '“支出进度偏慢”与2022年的问题相近（都说到“预算执行率”',
    )
  })

  test('the next target review sees problems and promises, what came back first', async () => {
    const { projectId } = await issued()
    const { items } = await known('finance_performance', projectId)
    expect(items[0]).toMatchObject({
      problem: '支出进度偏慢',
      year: 2023,
      repeats: { relation: '同一单位', year: 2022 },
    })
    const problems = items.map(({ problem }) => problem)
    expect(problems).toEqual(expect.arrayContaining(['合同签订不规范', '宣传不到位', '满意度样本不足']))
  })

  test('nobody sees those of another place or unit', async () => {
    const { projectId } = await issued()
    for (const by of ['outsider', 'outsiderUnit', 'unit2'] as const)
      expect(await refusalOf(known(by, projectId)), by).toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each([
    ['a notice', async ({ notice }: Issued) => see('finance_performance', notice)],
    ['known problems', async ({ projectId }: Issued) => known('finance_performance', projectId)],
    [
      'the list of a place',
      async () => world.as('finance_performance', listRectification, { jurisdiction: '640221', year: 2023 }),
    ],
  ])('%s reads each text once, however many it is laid beside', async (_what, ask) => {
    const made = await issued()
    await issued(undefined, undefined, { unitId: world.people.unit2.organisationId })
    const spy = vi.spyOn(String.prototype, 'normalize')
    await ask(made)
    const texts = spy.mock.contexts.map(String).filter((text) => text === OLD)
    spy.mockRestore()
    expect(texts).toEqual([OLD])
  })

  test('whoever proposes next year’s money is warned', async () => {
    const { projectId } = await issued()
    const { recordId } = await world.as<{ recordId: string }>('finance_business', beginDecision, {
      projectId,
    })
    const { findings } = await see('finance_business', recordId)
    expect(findings.find(({ ruleId }) => ruleId === 'RES-910')?.message).toContain(
      '2023年“支出进度偏慢”与2022年“预算执行率偏低，12月突击花钱”相近',
    )
  })
})

/** 2023 is evaluated in 2024 and acts on the budget of 2025: another row of the same code. */
describe('以前年度的结果落到新一年的预算', () => {
  async function lineOf(code: string, fiscalYear = 2025) {
    const projectId = await plantProject(world, { code, fiscalYear, isNew: false })
    return plantRecord(world, {
      kind: 'project.budgetLine',
      projectId,
      content: { requested_fen: '10000', arranged_fen: '10000', accountSubject: '2130305' },
      acts: ['apply'],
    })
  }
  const said = async (line: string, rule: string) => {
    const { findings } = await stepsIn(world, projectModule).see('finance_business', line)
    return findings
      .filter(({ ruleId }) => ruleId === rule)
      .map(({ severity, message }) => [severity, message])
  }
  const rule201 = (line: string) => said(line, 'RES-201')

  test('整改逾期 closes the budget line until the leader permits it by name and with a reason', async () => {
    await issued(undefined, undefined, { code: 'G-1' })
    const line = await lineOf('G-1')
    const [other, earlier] = [await lineOf('G-2'), await lineOf('G-1', 2022)]
    expect(await rule201(line)).toEqual([])
    expect(await refusalOf(act('finance_leader', actNamed('permit'), line, '民生急需'))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    world.setToday('2024-08-01')
    expect(await rule201(line)).toEqual([['error', expect.stringContaining('有 2 项整改逾期未到位')]])
    expect(await rule201(other)).toEqual([])
    expect(await rule201(earlier)).toEqual([])
    expect((await refusalOf(act('finance_business', actNamed('arrange'), line))).places).toContainEqual({
      section: 'arrangement',
    })
    const version = await versionFor(line)
    const permit = (by: PersonName) =>
      world.as(by, actNamed('permit'), { recordId: line, version, opinion: '民生急需，边整改边安排' })
    expect(await refusalOf(permit('finance_business'))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(permit('outsider'))).toMatchObject({ code: 'NOT_FOUND' })
    await permit('finance_leader')
    expect(await rule201(line)).toEqual([
      ['warning', expect.stringContaining('特批安排：民生急需，边整改边安排')],
    ])
    world.setToday('2024-05-10')
  })

  test('more money than the newest decision about an earlier year is seen where it is arranged', async () => {
    const decided = async (fiscalYear: number, next_fen: string, acts: string[]) =>
      plantRecord(world, {
        kind: 'results.budgetDecision',
        projectId: await plantProject(world, { code: 'D-1', fiscalYear }),
        content: { measure: 'reduce', next_fen },
        acts,
      })
    await decided(2021, '50000', ['propose', 'decide'])
    const line = await lineOf('D-1')
    expect(await said(line, 'RES-140')).toEqual([])
    await decided(2023, '9999', ['propose', 'decide'])
    await decided(2024, '1', ['propose'])
    expect(await said(line, 'RES-140')).toEqual([
      ['warning', expect.stringContaining('对2023年度评价结果作出的挂钩决定')],
    ])
    expect(await said(await lineOf('D-2'), 'RES-140')).toEqual([])
  })
})
