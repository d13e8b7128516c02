import { describe, expect, test } from 'vitest'
import { handOverPost } from '../administration/hand-over-post.ts'
import { listColleagues } from '../administration/list-colleagues.ts'
import { listTodos } from '../shell/list-todos.ts'
import { inspect } from '../inspect/inspect.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'
import { changeIndicatorOwner } from './change-owner.ts'
import { listIndicatorOwners } from './list-owners.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const declare = actOf('targets.sheet', 'declare')

type Owners = { items: { indicatorId: string; recordId: string; name: string; personName: string | null }[] }
const orphans = () => world.as<Owners>('unit', listIndicatorOwners, {})
const broken = async () =>
  (await inspect(world.owner, world.product.services.files)).find(({ id }) => id === 'I11')?.count

const sheetOf = async (target = {}) => {
  const projectId = await way.enter({ isNew: false, isMajor: false })
  const { recordId } = await way.begin('unit', 'targets.sheet', projectId)
  await way.fillTarget(recordId, target)
  return recordId
}

describe('指标责任人: 申报', () => {
  test('whoever begins the sheet answers for it until somebody else is named', async () => {
    const recordId = await sheetOf()
    const { content } = await way.see('unit', recordId)
    expect(content).toMatchObject({ indicatorOwner: world.people.unit.personId })
    await way.act('unit', declare, recordId)
  })

  test.each([
    ['nobody', null, '还没有指标责任人'],
    ['somebody of another unit', 'unit2', '不在本单位任职'],
  ] as const)('is refused with %s', async (_why, person, said) => {
    const indicatorOwner = person === null ? null : world.people[person].personId
    const recordId = await sheetOf({ indicatorOwner })
    await expect(way.act('unit', declare, recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })

  test('a name in words can be kept and read, but not declared', async () => {
    const recordId = await sheetOf()
    const { content } = await way.see('unit', recordId)
    const indicators = content['indicators'].map((row: object) => ({ ...row, owner: '张三' }))
    await way.save('unit', recordId, { indicators })
    expect((await way.see('unit', recordId)).content['indicators'][0].owner).toBe('张三')
    await expect(way.act('unit', declare, recordId)).rejects.toMatchObject({
      message: expect.stringContaining('不是本单位在岗人员'),
    })
  })
})

test('who can be chosen: those of the unit of the project, inside the own scope only', async () => {
  const { projectId } = await giveApprovedProject(world)
  const { items } = await world.as<{ items: { id: string }[] }>('finance_performance', listColleagues, {
    projectId,
  })
  expect(items.map(({ id }) => id)).toContain(world.people.unit.personId)
  expect(items.map(({ id }) => id)).not.toContain(world.people.unit2.personId)
  await expect(world.as('unit2', listColleagues, { projectId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('when the owner leaves, the unit has it to do, and the approved version stays as it was', async () => {
  const { sheetId } = await giveApprovedProject(world)
  expect((await orphans()).items.filter(({ recordId }) => recordId === sheetId)).toEqual([])
  const before = await broken()

  // The other unit's clerk takes over the post; the first one leaves.
  const { rows } = await world.owner.query('select id, version from post where id = $1', [
    world.people.unit.postId,
  ])
  const successor = world.people.unit2
  const { postId } = await world.as<{ postId: string }>('security_admin', handOverPost, {
    postId: rows[0].id,
    version: rows[0].version,
    successorId: successor.personId,
  })
  const call = { credentials: { postId } }
  world.setToday('2022-10-11')
  const asSuccessor = <Output>(useCase: object, input: unknown) =>
    world.as<Output>('unit', useCase, input, call)

  const left = (await asSuccessor<Owners>(listIndicatorOwners, {})).items.filter(
    ({ recordId }) => recordId === sheetId,
  )
  expect(left).toHaveLength(6)
  const waiting = (await asSuccessor<{ items: { task: string; recordId: string }[] }>(listTodos, {})).items
  expect(waiting).toContainEqual(
    expect.objectContaining({ recordId: sheetId, task: '更换指标责任人（6 项）', page: 'owners' }),
  )
  expect(await broken()).toBeGreaterThan(before ?? 0)

  const change = (ownerId: string, who = asSuccessor) =>
    who(changeIndicatorOwner, {
      recordId: sheetId,
      indicatorIds: left.map(({ indicatorId }) => indicatorId),
      ownerId,
      reason: '岗位交接',
    })
  await expect(change(world.people.unit.personId)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(world.as('department', changeIndicatorOwner, {})).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
  })
  expect(await change(successor.personId)).toEqual({ changed: 6 })
  expect(await change(successor.personId)).toEqual({ changed: 0 })
  expect(
    (await asSuccessor<Owners>(listIndicatorOwners, {})).items.map(({ recordId }) => recordId),
  ).not.toContain(sheetId)
  const approved = await world.owner.query(
    "select content->>'indicatorOwner' as owner from record where id = $1",
    [sheetId],
  )
  expect(approved.rows[0].owner).toBe(world.people.unit.personId)
})
