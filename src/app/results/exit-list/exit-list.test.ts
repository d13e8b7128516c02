import { describe, expect, test } from 'vitest'
import { exportExits } from '../../lists/index.ts'
import { plantProject, plantRecord } from '../../testing/plant.ts'
import { refusalOf, stepsIn } from '../../testing/steps.ts'
import { useWorld } from '../../testing/world.ts'
import { resultsModule } from '../index.ts'
import { exitModule, listExits } from './index.ts'

const world = useWorld('2024-05-10')
const { see, save, act } = stepsIn(world, resultsModule)
const [begin] = exitModule.begins as unknown as [object]
const [propose, decide] = exitModule.acts as unknown as [object, object]
type Listed = Awaited<ReturnType<typeof listExits.run>>

/** The project of a code and year has an approved ex-ante evaluation; one that is not there yet is entered. */
async function evaluatedBeforehand(code: string, fiscalYear: number) {
  const found = await world.owner.query('select id from project where code = $1 and fiscal_year = $2', [
    code,
    fiscalYear,
  ])
  const projectId = found.rows[0]?.id ?? (await plantProject(world, { name: '续期项目', code, fiscalYear }))
  await plantRecord(world, {
    kind: 'exante.evaluation',
    projectId,
    content: { decision: 'SUPPORT' },
    acts: ['submit', 'open', 'closeScoring', 'conclude', 'approve'],
  })
}

describe('到期退出清单', () => {
  test('is made by the rules and decided by two people; going on needs a new evaluation', async () => {
    const term = (periodEnd: string) => ({ content: { periodStart: '2021-01-01', periodEnd } })
    await plantProject(world, { name: '到期项目', code: 'E-1', ...term('2023-12-31'), fiscalYear: 2024 })
    await plantProject(world, { name: '早已停止', fiscalYear: 2020, ...term('2020-12-31'), grade: 'poor' })
    await evaluatedBeforehand('E-1', 2024)
    const poor = { name: '将到期又为差', code: 'X-1', ...term('2024-12-31') }
    await plantProject(world, { ...poor, fiscalYear: 2021, grade: 'good' })
    await plantProject(world, { ...poor, fiscalYear: 2022, grade: 'poor' })
    await plantProject(world, poor)
    await plantProject(world, { name: '还早', ...term('2027-12-31') })
    const listed = await world.as<Listed>('finance_leader', listExits, {})
    expect(listed.items.map(({ name, reasons, recommendation }) => [name, reasons, recommendation])).toEqual([
      ['到期项目', '已到期', '继续须重新评估'],
      ['将到期又为差', '将到期、评价为差', '建议退出'],
    ])
    const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, {
      fiscalYear: 2024,
    })
    const { content, explanations } = await see('finance_performance', recordId)
    expect(content['items']).toHaveLength(2)
    expect(explanations['items[0].recommendation']?.ruleId).toBe('RES-042')
    const rows = (decision: string) =>
      content['items'].map((row: object, index: number) => ({
        ...row,
        decision: index === 0 ? decision : 'exit',
        reason: '按期清理',
      }))
    for (const [decision, words] of [
      ['renew', '还没有新的事前绩效评估结论'],
      ['toTerm', '已经到期'],
    ] as const) {
      await save('finance_performance', recordId, { items: rows(decision) })
      const refused = act('finance_performance', propose, recordId)
      await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(words) })
    }
    await evaluatedBeforehand('E-1', 2025)
    await save('finance_performance', recordId, { items: rows('renew') })
    expect((await see('finance_performance', recordId)).findings).toEqual([])
    await save('finance_performance', recordId, { items: rows('exit') })
    await act('finance_performance', propose, recordId)
    expect(await refusalOf(world.as('finance_performance', begin, { fiscalYear: 2024 }))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    expect(await refusalOf(act('finance_performance', decide, recordId, '同意'))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await act('finance_leader', decide, recordId, '同意退出')
    const [first] = (await world.as<Listed>('finance_business', listExits, {})).items
    expect(first).toMatchObject({ decision: '到期退出', decisionReason: '按期清理', stateTitle: '已决定' })
    const file = await world.as<{ fileName: string }>('finance_business', exportExits, {})
    expect(file.fileName).toContain('到期退出清单')
  })

  test('what is decided is not listed again; more than one list has room for goes on the next', async () => {
    const one = await plantProject(world, { name: '又到期', content: { periodEnd: '2023-12-31' } })
    await world.owner.query(
      `insert into project select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
        'code', 'M-' || n, 'name', '批量' || n))).* from project p, generate_series(1, 501) n where p.id = $1`,
      [one],
    )
    const begun = async () => {
      const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, {
        fiscalYear: 2024,
      })
      const { content } = await see('finance_performance', recordId)
      return (content['items'] as { name: string }[]).map(({ name }) => name)
    }
    const [first, second] = [await begun(), await begun()]
    expect([first.length, second.length]).toEqual([500, 2])
    expect(new Set([...first, ...second]).size).toBe(502)
    expect(first).not.toContain('到期项目')
  })
})
