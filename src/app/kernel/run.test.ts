import { sql } from 'kysely'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { DomainError } from '../../domain/shared/errors.ts'
import { useWorld } from '../testing/world.ts'
import type { Context, SealRequest } from './context.ts'
import { defineUseCase } from './use-case.ts'

const world = useWorld()

let runs = 0
const renameSelf = defineUseCase({
  id: 'test.renameSelf',
  title: '测试改名',
  stage: 'shell',
  kind: 'command',
  by: ['unit', 'department'],
  input: Type.Object({ name: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
  run: async (context, input) => {
    runs += 1
    await context.db
      .updateTable('person')
      .set({ name: input.name })
      .where('id', '=', context.actor.personId)
      .execute()
    context.changed({ kind: 'person', id: context.actor.personId }, [
      { field: 'name', from: null, to: input.name },
    ])
    if (input.name === '不行') throw new DomainError('RULE_VIOLATED', '这个名字不能用，请换一个。')
    return { name: input.name, run: runs }
  },
})

test('a command leaves exactly one audit row, in its own transaction', async () => {
  await world.as('unit', renameSelf, { name: '张三' })
  expect(await ownerRows()).toEqual([{ outcome: 'done', field: 'name' }])
})

test('the same key and input give the same bytes without running again; another input is refused', async () => {
  const call = { idempotencyKey: 'key-00000001' }
  const first = await world.as<{ run: number }>('unit', renameSelf, { name: '李四' }, call)
  const again = await world.as<{ run: number }>('unit', renameSelf, { name: '李四' }, call)
  expect(again).toEqual(first)
  await expect(world.as('unit', renameSelf, { name: '王五' }, call)).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  })
})

test('fifty copies at once have one effect', async () => {
  const before = runs
  const call = { idempotencyKey: 'key-00000050' }
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => world.as<{ run: number }>('unit', renameSelf, { name: '赵六' }, call)),
  )
  expect(runs).toBe(before + 1)
  expect(new Set(answers.map((answer) => answer.run)).size).toBe(1)
})

test('a refused command changes nothing and is audited as refused', async () => {
  await expect(world.as('department', renameSelf, { name: '不行' })).rejects.toMatchObject({
    code: 'RULE_VIOLATED',
  })
  const person = await world.product.db
    .selectFrom('person')
    .where('id', '=', world.people.department.personId)
    .select('name')
    .executeTakeFirst()
  expect(person?.name).not.toBe('不行')
  expect((await ownerRows()).some((row) => row.outcome === 'refused')).toBe(true)
})

test('another role is refused, another field is refused', async () => {
  await expect(world.as('finance_leader', renameSelf, { name: '钱七' })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
  })
  await expect(world.as('unit', renameSelf, { name: '孙八', role: 'province' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('one write may be left to the end, and none beside a leaf, which would be read before it', async () => {
  const leaving = (id: string, more: (context: Context) => void) =>
    defineUseCase({
      ...{ id, title: '测试留到最后', stage: 'shell', kind: 'command', by: ['unit'] },
      input: Type.Object({}, { additionalProperties: false }),
      run: async (context) => {
        const { personId } = context.actor
        context.leave([sql`renamed as (update person set name = ${'最后'} where id = ${personId})`])
        more(context)
        return {}
      },
    })
  await world.as(
    'unit',
    leaving('test.leave', () => undefined),
    {},
  )
  const named = world.product.db
    .selectFrom('person')
    .where('id', '=', world.people.unit.personId)
    .select('name')
  expect(await named.executeTakeFirst()).toEqual({ name: '最后' })
  const twice = leaving('test.leaveTwice', (context) => context.leave([sql`other as (select 1)`]))
  await expect(world.as('unit', twice, {})).rejects.toThrow('one write')
  const sealing = leaving('test.leaveAndSeal', (context) => context.seal({} as SealRequest))
  await expect(world.as('unit', sealing, {})).rejects.toThrow('seals')
})

test('an audit row can be neither changed nor removed, even by the owner of the table', async () => {
  await expect(world.product.db.updateTable('audit').set({ title: '改' }).execute()).rejects.toThrow()
})

async function ownerRows() {
  const list = defineUseCase({
    id: 'test.readAudit',
    title: '测试读审计',
    stage: 'shell',
    kind: 'query',
    by: ['audit_admin'],
    input: Type.Object({}, { additionalProperties: false }),
    run: async (context) =>
      context.db
        .selectFrom('audit')
        .where('use_case', '=', 'test.renameSelf')
        .select(['outcome', 'changes'])
        .orderBy('at')
        .execute(),
  })
  const rows = await world.as<{ outcome: string; changes: { field: string }[] }[]>('audit_admin', list, {})
  return rows.map((row) => ({ outcome: row.outcome, field: row.changes[0]?.field }))
}
