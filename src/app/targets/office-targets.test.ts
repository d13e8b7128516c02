import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Content } from '../../domain/forms/form.ts'
import { receiveFile, registerAttachment, viewAttachment } from '../attachments/index.ts'
import { stableId } from '../disclosure/stable-id.ts'
import { inspect } from '../inspect/inspect.ts'
import { listTodos } from '../shell/list-todos.ts'
import { firstStagesIn } from '../testing/first-stages.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { targetsModule } from './index.ts'
import { listOfficeTargets } from './list-office-targets.ts'
import { listReviewQueue } from './list-review-queue.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const COUNTY = '640221'
const act = (kind: string, action: string) => {
  const found = targetsModule.acts.find((one) => one.recordKind.kind === kind && one.action === action)
  if (!found) throw new Error(`${kind}.${action}`)
  return found
}
const begin = (by: PersonName, kind: string, input: object = { fiscalYear: 2023 }) => {
  const useCase = targetsModule.begins.find(({ recordKind }) => recordKind.kind === kind)
  return world.as<{ recordId: string }>(by, useCase as object, input)
}
const WHOLE = 'targets.departmentWhole'
const POLICY = 'targets.policy'
const listed = (by: PersonName, year = 2023) =>
  world.as<{ items: { recordId: string }[]; canBeginWhole: boolean }>(by, listOfficeTargets, {
    jurisdiction: COUNTY,
    year,
  })
const INDICATORS = [
  {
    level1: 'output',
    level2: 'quantity',
    name: '建成基地',
    kind: 'quant',
    operator: 'ge',
    value: '50',
    unit: '个',
  },
  {
    level1: 'output',
    level2: 'quality',
    name: '验收合格率',
    kind: 'quant',
    operator: 'ge',
    value: '95',
    unit: '%',
  },
  {
    level1: 'benefit',
    level2: 'social',
    name: '带动农户',
    kind: 'quant',
    operator: 'ge',
    value: '300',
    unit: '户',
  },
]
const fill = async (recordId: string, more: Content = {}) => {
  const { content } = await way.see('department', recordId)
  const tasks = (content['tasks'] as object[]).map((task) => ({ content: '按计划实施', ...task }))
  await way.save('department', recordId, {
    tasks,
    annualGoal: '完成年度主要任务',
    indicators: INDICATORS,
    noSatisfactionReason: '见各项目',
    ...more,
  } as Content)
}

describe('部门整体支出绩效目标', () => {
  test('begins with the projects of the department and their money, once a year', async () => {
    const projectId = await way.enter({ isNew: false, isMajor: false })
    await way.declareTarget(projectId)
    const { recordId } = await begin('department', WHOLE)
    const { content, record } = await way.see('department', recordId)
    expect(content).toMatchObject({
      office: world.people.department.organisationId,
      tasks: [{ total_fen: '500000000', fiscal_fen: '500000000', other_fen: '0' }],
      total_fen: '500000000',
    })
    expect((record as unknown as { title: string }).title).toContain('部门（单位）整体支出绩效目标申报表：')
    await expect(begin('department', WHOLE)).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
    await begin('department', WHOLE, { fiscalYear: 2024 })
    await begin('department2', WHOLE)

    await fill(recordId, { total_fen: '500000001' })
    const declare = () => way.act('department', act(WHOLE, 'declare'), recordId)
    await expect(declare()).rejects.toMatchObject({ message: expect.stringContaining('两者应相等') })
    await way.save('department', recordId, { total_fen: '500000000' })
    await declare()

    const queue = await world.as<{ items: { recordId: string; amount_fen: string }[] }>(
      'finance_business',
      listReviewQueue,
      { year: 2023 },
    )
    expect(queue.items).toContainEqual(expect.objectContaining({ recordId, amount_fen: '500000000' }))
    await way.act('finance_business', act(WHOLE, 'review'), recordId, '任务与职责相符')
    await way.act('finance_performance', act(WHOLE, 'recheck'), recordId, '同意')
    await way.act('finance_leader', act(WHOLE, 'approve'), recordId)
    const { rows } = await world.owner.query(
      "select 1 from ledger_leaf where record_id = $1 and type = 'target.approved'",
      [recordId],
    )
    expect(rows).toHaveLength(1)
    await publish(recordId)
    const broken = (await inspect(world.owner, world.product.services.files)).filter(({ count }) => count > 0)
    expect(broken).toEqual([])
  })

  /** Registers the publication with the very file that was printed, which is then sealed by its digest. */
  async function publish(recordId: string) {
    const seen = await way.see('finance_performance', recordId)
    expect(seen.figures['disclosedOn']).toBe('2022-10-30')
    const { items } = await world.as<{ items: { recordId: string; dueOn: string; task: string }[] }>(
      'finance_performance',
      listTodos,
      {},
    )
    expect(items).toContainEqual(expect.objectContaining({ recordId, task: '待公开', dueOn: '2022-10-30' }))
    const { bytes_base64 } = await way.print(
      'finance_performance',
      recordId,
      'department-whole-target',
      'pdf',
    )
    const bytes = Buffer.from(bytes_base64, 'base64')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = await receiveFile(world.product.services.files, Readable.from([bytes]), '公开.pdf')
    const register = (by: PersonName, more: object = {}) =>
      world.as<{ attachmentId: string }>(by, registerAttachment, {
        recordId,
        place: 'disclosedFile',
        ...more,
        file,
      })
    await expect(register('department2')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(register('finance_performance', { place: undefined })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    const { attachmentId } = await register('finance_performance')
    const place = { disclosurePlace: '县政府门户网站', disclosureUrl: 'https://www.example.cn/whole' }
    await way.save('finance_performance', recordId, {
      ...place,
      disclosedOn: '2022-10-10',
      withheld: [{ what: '填报人', basis: 'privacy', reason: '个人信息' }],
      disclosedFile: [attachmentId],
    })
    const publishNow = () => way.act('finance_performance', act(WHOLE, 'publish'), recordId)
    await expect(publishNow()).rejects.toMatchObject({ message: expect.stringContaining('第二人核定') })
    await way.act('finance_business', act(WHOLE, 'checkDisclosure'), recordId, '同意不公开')
    expect((await publishNow()).state).toBe('published')
    const { rows } = await world.owner.query(
      `select convert_from(canon, 'UTF8')::json as says from ledger_leaf
       where record_id = $1 and type = 'disclosure.published'`,
      [recordId],
    )
    expect(rows[0]?.says.attachments).toMatchObject([{ sha256, places: ['disclosedFile'] }])
    expect(await publicOf(recordId)).toMatchObject({
      ...{ kind: 'departmentWhole', version: 1, place: { code: COUNTY }, year: 2023 },
      // What was withheld named nothing of the target, so that all of it stays inside, with the reason.
      ...{ target: null, office: { tasks: [] }, withheld: [{ what: '填报人', reason: '个人信息' }] },
    })
    const fileOf = (by: PersonName) => world.as<{ sha256: string }>(by, viewAttachment, { attachmentId })
    expect((await fileOf('department')).sha256).toBe(sha256)
    for (const by of ['department2', 'unit', 'outsider'] as const)
      await expect(fileOf(by)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }

  test('is seen by its own office and those who see the place, and by nobody else', async () => {
    const { items } = await listed('department')
    expect(items.length).toBeGreaterThan(0)
    const ids = items.map(({ recordId }) => recordId)
    expect((await listed('finance_leader')).items.map(({ recordId }) => recordId)).toEqual(
      expect.arrayContaining(ids),
    )
    for (const by of ['department2', 'unit', 'outsiderDepartment', 'expert', 'agency'] as const) {
      const seen = (await listed(by)).items.map(({ recordId }) => recordId)
      expect(seen.filter((id) => ids.includes(id))).toEqual([])
      await expect(way.see(by, ids[0] as string)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  test.each<[by: PersonName, input: object, code: string]>([
    ['unit', { fiscalYear: 2023 }, 'NOT_PERMITTED'],
    ['finance_performance', { fiscalYear: 2023 }, 'NOT_PERMITTED'],
    ['department2', {}, 'INVALID_INPUT'],
    ['department2', { fiscalYear: 2025, content: { annualGoal: 'x' } }, 'INVALID_INPUT'],
    ['department2', { fiscalYear: 2025, projectId: '01890000-0000-7000-8000-000000000001' }, 'INVALID_INPUT'],
    ['department2', { fiscalYear: 2025, subjectId: '01890000-0000-7000-8000-000000000001' }, 'NOT_FOUND'],
  ])('is not begun by %s with %o: %s', async (by, input, code) => {
    await expect(begin(by, WHOLE, input)).rejects.toMatchObject({ code })
  })
})

test('政策绩效目标: an office may have several; weights are held to the same 90 points', async () => {
  const { recordId } = await begin('department', POLICY)
  await begin('department', POLICY)
  await way.save('department', recordId, {
    policyName: '农机购置补贴',
    basis: '实施方案',
    ...{ periodStart: '2023-01-01', periodEnd: '2025-12-31' },
    beneficiaries: '购机户',
    ...{ periodTotal_fen: '300', total_fen: '100', fiscal_fen: '100', other_fen: '0' },
    ...{ periodGoal: '三年目标', annualGoal: '年度目标' },
    indicators: INDICATORS.map((row, index) => ({
      ...row,
      weight_x100: [3000, 2000, 3000][index] as number,
    })),
    noSatisfactionReason: '另行调查',
  })
  const declare = () => way.act('department', act(POLICY, 'declare'), recordId)
  await expect(declare()).rejects.toMatchObject({ message: expect.stringContaining('还差 10 分') })
  const { content } = await way.see('department', recordId)
  const indicators = (content['indicators'] as object[]).map((row, index) =>
    index === 2 ? { ...row, weight_x100: 4000 } : row,
  )
  await way.save('department', recordId, { indicators } as Content)
  expect((await declare()).state).toBe('declared')
  await expect(
    way.act('finance_performance', act(POLICY, 'recheck'), recordId, '同意'),
  ).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  await way.act('finance_business', act(POLICY, 'review'), recordId, '同意')
  await way.act('finance_performance', act(POLICY, 'recheck'), recordId, '同意')
  await way.act('finance_leader', act(POLICY, 'approve'), recordId)
  const save = (more: object) =>
    way.save('finance_performance', recordId, {
      ...{ disclosedOn: '2022-10-10', disclosurePlace: '县政府门户网站' },
      disclosureUrl: 'https://www.example.cn/policy',
      ...more,
    })
  const publish = () => way.act('finance_performance', act(POLICY, 'publish'), recordId)
  await save({ disclosurePlace: '县政府门户网站，电话13800138000' })
  await expect(publish()).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
  expect(await publicOf(recordId)).toBeUndefined()
  await save({ withheld: [{ what: '购机户', basis: 'other', reason: '名单另行公布' }] })
  await way.act('finance_business', act(POLICY, 'checkDisclosure'), recordId, '同意不公开')
  expect((await publish()).state).toBe('published')
  expect(await publicOf(recordId)).toMatchObject({
    ...{ kind: 'policy', project: { name: '农机购置补贴', budget_fen: '100' } },
    office: { periodTotal_fen: '300', beneficiaries: '未公开（其他法定情形）' },
    ...{ target: { annualGoal: '年度目标', indicators: [{ name: '建成基地', weight_x100: 3000 }, {}, {}] } },
    withheld: [{ what: '正文中的部分文字', reason: '名单另行公布' }],
  })
})

/** What is public of a target, with the kind under which it is listed. */
async function publicOf(recordId: string) {
  const { rows } = await world.owner.query(
    'select kind, package::json as says from disclosure.version where publication_id = $1',
    [stableId(recordId)],
  )
  return rows[0] && { ...rows[0].says, kind: rows[0].kind }
}
