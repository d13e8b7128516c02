import { describe, expect, test } from 'vitest'
import { giveApprovedProject } from '../../testing/approved-project.ts'
import { recordsOf, refusalOf, stepsIn } from '../../testing/steps.ts'
import { type PersonName, useWorld } from '../../testing/world.ts'
import { listTodos } from '../../shell/list-todos.ts'
import { evaluationAct, NO_INTEREST } from '../agency/commission.fixture.ts'
import { evaluationModule } from '../index.ts'

const world = useWorld('2023-06-01')
const { see, save, act, textOf } = stepsIn(world)
const FILE = '01890000-0000-7000-8000-000000000001'
const PLEDGE = 'evaluation.groupPledge'

type Way = { readonly kind: string; readonly organiser: PersonName; readonly leader: PersonName }
const FINANCE: Way = {
  kind: 'evaluation.finance',
  organiser: 'finance_performance',
  leader: 'finance_performance',
}
const DEPARTMENT: Way = { kind: 'evaluation.department', organiser: 'department', leader: 'department' }

const PLAN = {
  executorKind: 'own',
  purpose: '检验资金使用效果',
  scope: '2022年度项目资金',
  methods: ['comparison'],
  reportDueOn: '2023-07-31',
}
const idOf = (name: PersonName) => world.people[name].personId
const groupOf = (leader: PersonName, ...members: PersonName[]) => [
  { person: idOf(leader), duty: 'leader', task: '统筹' },
  ...members.map((name) => ({ person: idOf(name), duty: 'member', task: '现场调查' })),
]
const take = (by: PersonName, way: Way, action: string, id: string, opinion?: string) =>
  act(by, evaluationAct(way.kind, action), id, opinion)

async function begin(way: Way, group: readonly object[], plan: object = PLAN): Promise<string> {
  const { projectId } = await giveApprovedProject(world)
  const one = evaluationModule.begins.find(({ recordKind }) => recordKind.kind === way.kind)
  const { recordId } = await world.as<{ recordId: string }>(way.organiser, one!, { projectId })
  await save(way.organiser, recordId, { ...plan, group })
  return recordId
}

async function started(way: Way, ...members: PersonName[]): Promise<string> {
  const recordId = await begin(way, groupOf(way.leader, ...members))
  await take(way.organiser, way, 'assign', recordId)
  return recordId
}

/** The pledge of one member of an evaluation. */
async function pledgeOf(way: Way, evaluation: string, name: PersonName): Promise<string> {
  const { project } = await see(way.organiser, evaluation)
  for (const id of await recordsOf(world, way.organiser, project.id, PLEDGE)) {
    const { content, record } = await see(way.organiser, id)
    if (content['member'] === idOf(name) && record.state !== 'cancelled') return id
  }
  throw new Error(`${name} was not asked`)
}

async function pledge(way: Way, evaluation: string, ...names: PersonName[]): Promise<void> {
  for (const name of names) {
    const id = await pledgeOf(way, evaluation, name)
    await save(name, id, NO_INTEREST)
    await act(name, evaluationAct(PLEDGE, 'pledge'), id)
  }
}

async function score(by: PersonName, way: Way, recordId: string): Promise<void> {
  const { content } = await see(way.organiser, recordId)
  const scores = content['scores'].map((row: { weight_x100: number }) => ({
    ...row,
    score_x100: row.weight_x100 * 0.9,
    basis: '查阅资料、现场核查',
  }))
  const problems = [{ problem: '验收资料不全', evidence: '抽查12份缺3份', suggestion: '补齐并建立台账' }]
  await save(by, recordId, { received_fen: '460000000', spent_fen: '437000000', scores, problems })
}

const CONCLUSION = { experience: '以奖代补', conclusion: '达到预期目标', hasSeriousViolation: false }

async function todosOf(by: PersonName) {
  const { items } = await world.as<{ items: { recordId: string; task: string; nextHands: string[] }[] }>(
    by,
    listTodos,
    {},
  )
  return (recordId: string) => items.filter((item) => item.recordId === recordId)
}

describe.each([
  ['财政局', FINANCE, ['finance_business', 'expert'] as const, 'finance_leader'],
  ['主管部门', DEPARTMENT, ['expert'] as const, undefined],
] as const)('%s自行组织评价', (_who, way, members, confirmer) => {
  test('runs from the group to the confirmed result, and nothing is asked that only an institution has', async () => {
    const recordId = await started(way, ...members)
    const { project, content } = await see(way.organiser, recordId)
    for (const kind of ['evaluation.engagement', 'evaluation.departmentEngagement'])
      expect(await recordsOf(world, way.organiser, project.id, kind)).toEqual([])
    expect(content).not.toHaveProperty('agency')
    await pledge(way, recordId, way.leader, ...members)
    expect((await todosOf(members[0]))(recordId).map(({ task }) => task)).toEqual(['填写分工承担的评价内容'])
    expect((await todosOf(way.leader))(recordId).map(({ task }) => task)).toEqual(['征求被评价单位意见'])
    await score(members[0], way, recordId)
    await save(way.leader, recordId, CONCLUSION)
    await take(way.leader, way, 'consult', recordId)
    expect((await todosOf(members[0]))(recordId)).toEqual([])
    expect((await todosOf('unit'))(recordId)[0]?.nextHands).not.toContain('第三方机构')
    await save('unit', recordId, { replyKind: 'agree' })
    await take('unit', way, 'reply', recordId)
    expect((await todosOf(way.leader))(recordId)).toHaveLength(1)
    await save(way.leader, recordId, { reportFiles: [FILE] })
    await take(way.leader, way, 'finalise', recordId)
    const { findings } = await see(way.organiser, recordId)
    expect(findings.map(({ ruleId }) => ruleId).filter((id) => /^(AGE|ORG)-/.test(id))).toEqual([])
    const text = await textOf(way.organiser, recordId, 'evaluation-report')
    for (const words of ['自行组织', '评价组组长', '90.00分', '组织单位（盖章）'])
      expect(text).toContain(words)
    for (const words of ['委托', '主评人', '评价机构']) expect(text).not.toContain(words)
    if (confirmer) expect((await take(confirmer, way, 'confirm', recordId)).state).toBe('confirmed')
    else {
      const refusal = await refusalOf(take('department', way, 'confirm', recordId))
      expect(refusal.code).toBe('NOT_PERMITTED')
    }
  })

  test('nobody writes before the pledge, and nobody outside the group ever', async () => {
    const recordId = await started(way, ...members)
    const isRefused = (by: PersonName, field: object) =>
      expect(save(by, recordId, field)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await isRefused(way.leader, { spent_fen: '1' })
    await pledge(way, recordId, ...members)
    await save(members[0], recordId, { spent_fen: '1' })
    await isRefused(members[0], CONCLUSION)
    await isRefused(way.leader, { spent_fen: '2' })
    await expect(take(members[0], way, 'consult', recordId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await pledge(way, recordId, way.leader)
    await save(way.leader, recordId, CONCLUSION)
    for (const outside of ['finance_leader', 'unit'] as const) await isRefused(outside, { spent_fen: '3' })
    await expect(save('agency', recordId, { spent_fen: '3' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(save('expert2', recordId, { spent_fen: '3' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a pledge is given by its member alone; the others have nothing of it to do', async () => {
    const recordId = await started(way, ...members)
    const id = await pledgeOf(way, recordId, members[0])
    await expect(save(way.leader, id, NO_INTEREST)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    const wrong = act(way.leader, evaluationAct(PLEDGE, 'pledge'), id)
    await expect(wrong).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    expect((await todosOf(way.leader))(id)).toEqual([])
    expect((await todosOf(members[0]))(id)).toHaveLength(1)
    await expect(see('unit', id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const open = act(members[0], evaluationAct(PLEDGE, 'pledge'), id)
    expect((await refusalOf(open)).code).toBe('RULE_VIOLATED')
  })
})

describe('自行组织的评价组', () => {
  test.each([
    ['no leader', () => groupOf('finance_performance', 'finance_business').slice(1)],
    ['one person twice', () => groupOf('finance_performance', 'finance_performance')],
    ['an expert leads', () => groupOf('expert', 'finance_performance')],
    ['somebody of the evaluated unit', () => groupOf('finance_performance', 'unit')],
    ['the leader who confirms the result', () => groupOf('finance_performance', 'finance_leader')],
    ['a person of an institution', () => groupOf('finance_performance', 'agency')],
    ['the finance bureau of another county', () => groupOf('finance_performance', 'outsider')],
  ])('%s: the evaluation does not start', async (_why, group) => {
    const recordId = await begin(FINANCE, group())
    const refusal = await refusalOf(take('finance_performance', FINANCE, 'assign', recordId))
    expect(refusal.code).toBe('RULE_VIOLATED')
    expect(refusal.places.map(({ field }) => field)).toContain('group')
  })

  test('whoever worked in the evaluated unit until lately stands back', async () => {
    const post = (valid_to: string) => ({
      id: world.product.services.newId(),
      person_id: idOf('finance_business'),
      organisation_id: world.people.unit.organisationId,
      jurisdiction_id: '640221',
      title: '经办',
      role: 'unit' as const,
      valid_from: '2018-01-01',
      valid_to,
      handed_over_from: null,
    })
    const db = world.product.db
    const { id } = await db
      .insertInto('post')
      .values(post('2022-12-31'))
      .returning('id')
      .executeTakeFirstOrThrow()
    const recordId = await begin(FINANCE, groupOf('finance_performance', 'finance_business'))
    const refusal = await refusalOf(take('finance_performance', FINANCE, 'assign', recordId))
    expect(refusal.places).toContainEqual({ section: 'group', field: 'group', row: 1, column: 'person' })
    await db.updateTable('post').set({ valid_to: '2018-12-31' }).where('id', '=', id).execute()
    expect((await take('finance_performance', FINANCE, 'assign', recordId)).state).toBe('assigned')
  })

  test('a member who stands back is named to the organiser, who sets the group up anew', async () => {
    const recordId = await started(FINANCE, 'finance_business', 'expert')
    await pledge(FINANCE, recordId, 'finance_performance', 'expert')
    const id = await pledgeOf(FINANCE, recordId, 'finance_business')
    await act('finance_business', evaluationAct(PLEDGE, 'recuse'), id, '亲属在该单位任职')
    const { findings } = await see('finance_performance', recordId)
    expect(findings.map(({ message }) => message).join()).toContain('撤回、重新组织')
    await take('finance_performance', FINANCE, 'withdraw', recordId, '更换成员')
    await expect(see('expert', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await see('finance_performance', recordId)).content).not.toHaveProperty('members')
    await save('finance_performance', recordId, { group: groupOf('finance_performance', 'expert') })
    await take('finance_performance', FINANCE, 'assign', recordId)
    await expect(save('expert', recordId, { spent_fen: '1' })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await pledge(FINANCE, recordId, 'expert')
    await save('expert', recordId, { spent_fen: '1' })
  })

  test('the draft goes out only when every member has pledged', async () => {
    const recordId = await started(FINANCE, 'finance_business')
    await pledge(FINANCE, recordId, 'finance_performance')
    await score('finance_performance', FINANCE, recordId)
    await save('finance_performance', recordId, CONCLUSION)
    const refusal = await refusalOf(take('finance_performance', FINANCE, 'consult', recordId))
    expect(refusal.places).toContainEqual({ section: 'group', field: 'members' })
  })

  test('an institution that was withdrawn leaves nothing to be accepted', async () => {
    const recordId = await begin(FINANCE, [], {
      ...PLAN,
      executorKind: 'agency',
      agency: world.people.agency.organisationId,
      leadEvaluator: '孙某',
      selection: 'direct',
      selectionNote: '金额小',
    })
    await take('finance_performance', FINANCE, 'assign', recordId)
    await take('finance_performance', FINANCE, 'withdraw', recordId, '改为自行组织')
    await save('finance_performance', recordId, {
      executorKind: 'own',
      group: groupOf('finance_performance', 'finance_business'),
    })
    await take('finance_performance', FINANCE, 'assign', recordId)
    const { content } = await see('finance_performance', recordId)
    for (const field of ['agency', 'leadEvaluator', 'selection']) expect(content).not.toHaveProperty(field)
    await pledge(FINANCE, recordId, 'finance_performance', 'finance_business')
    await score('finance_business', FINANCE, recordId)
    await save('finance_performance', recordId, CONCLUSION)
    await take('finance_performance', FINANCE, 'consult', recordId)
    await save('unit', recordId, { replyKind: 'agree' })
    await take('unit', FINANCE, 'reply', recordId)
    await save('finance_performance', recordId, { reportFiles: [FILE] })
    await take('finance_performance', FINANCE, 'finalise', recordId)
    expect((await take('finance_leader', FINANCE, 'confirm', recordId)).state).toBe('confirmed')
  })
})
