import { describe, expect, test } from 'vitest'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { listReviewQueue } from './list-review-queue.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const review = actOf('targets.sheet', 'review')

type Queue = {
  items: {
    recordId: string
    version: number
    amount_fen: string | null
    errors: number | null
    doctor: number | null
    risks: string[]
    forward: { action: string; url: string }
    back: { action: string } | null
  }[]
  total: number
  amount_fen: string
}
const queueOf = (by: PersonName, input: object = {}) =>
  world.as<Queue>(by, listReviewQueue, { year: 2023, ...input })
const ids = ({ items }: Queue) => items.map(({ recordId }) => recordId)

const declared = async (amount: string, entry = {}) => {
  const money = { total_fen: amount, annual_fen: amount }
  const fundSources = [{ fund: 'fiscal', ...money }]
  const projectId = await way.enter({ isNew: false, isMajor: false, ...money, fundSources, ...entry })
  const quarter = String(BigInt(amount) / 4n)
  return way.declareTarget(projectId, {
    periodTotal_fen: amount,
    total_fen: amount,
    fiscal_fen: amount,
    quarterPlan: ['q1', 'q2', 'q3', 'q4'].map((name) => ({ quarter: name, planned_fen: quarter })),
  })
}

describe('批量审核: what waits for an officer', () => {
  test('is sorted, paged and summed in one answer; each line can be acted on as it stands', async () => {
    const small = await declared('40000000')
    const large = await declared('90000000')
    const major = await declared('60000000', { isMajor: true })
    const byAmount = await queueOf('department', { sort: 'amount' })
    expect(ids(byAmount)).toEqual([large, major, small])
    expect(byAmount).toMatchObject({ total: 3, amount_fen: '190000000' })
    expect(ids(await queueOf('department', { sort: 'risk' }))[0]).toBe(major)
    const second = await queueOf('department', { sort: 'amount', limit: 1, page: 2 })
    expect(ids(second)).toEqual([major])
    expect(second.total).toBe(3)
    const [first] = byAmount.items
    expect(first).toMatchObject({ errors: 0, forward: { action: 'review' }, back: { action: 'return' } })
    expect(first?.doctor).toBeGreaterThanOrEqual(0)
  })

  test('what was sent back before says so, and leaves the queue once it is reviewed', async () => {
    const recordId = await declared('40000000')
    await way.act('department', actOf('targets.sheet', 'return'), recordId, '请补充')
    expect(ids(await queueOf('department'))).not.toContain(recordId)
    await way.act('unit', actOf('targets.sheet', 'declare'), recordId)
    const line = (await queueOf('department')).items.find((one) => one.recordId === recordId)
    expect(line?.risks).toContain('曾退回 1 次')
    await way.act('department', review, recordId, '同意')
    expect(ids(await queueOf('department'))).not.toContain(recordId)
    expect((await queueOf('finance_performance')).items.map(({ forward }) => forward.action)).toContain(
      'recheck',
    )
  })

  test('belongs to the office the place has chosen for the first review, and to nobody of elsewhere', async () => {
    const recordId = await declared('40000000')
    expect(ids(await queueOf('finance_business'))).not.toContain(recordId)
    expect(ids(await queueOf('department2'))).not.toContain(recordId)
    expect((await queueOf('outsiderDepartment')).total).toBe(0)
    for (const by of ['unit', 'expert', 'province', 'audit'] as const) {
      await expect(queueOf(by)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    }
  })
})

test('several at once, some out of reach: each stands for itself, and says why it was refused', async () => {
  const mine = await declared('40000000')
  const done = await declared('50000000')
  await way.act('department', review, done, '同意')
  const attempts = [
    {
      by: 'department' as const,
      recordId: mine,
      version: (await way.see('department', mine)).record.version,
    },
    { by: 'department' as const, recordId: done, version: 1 },
    { by: 'outsiderDepartment' as const, recordId: mine, version: 1 },
  ]
  const results = await Promise.all(
    attempts.map(({ by, ...input }, index) =>
      world
        .as(by, review, { ...input, opinion: '批量初审' }, { idempotencyKey: `batch-${index}-key` })
        .then(() => 'passed')
        .catch((error: { code: string }) => error.code),
    ),
  )
  expect(results[0]).toBe('passed')
  expect(results[1]).toMatch(/VERSION_CONFLICT|NOT_PERMITTED|ACTION_NOT_AVAILABLE/)
  expect(results[2]).toBe('NOT_FOUND')
  // The same key again gives the first answer and does nothing twice.
  const [first] = attempts
  const again = { recordId: mine, version: first?.version, opinion: '批量初审' }
  await world.as('department', review, again, { idempotencyKey: 'batch-0-key' })
  const { history } = (await way.see('department', mine)) as unknown as { history: { action: string }[] }
  expect(history.filter(({ action }) => action === 'review')).toHaveLength(1)
})
