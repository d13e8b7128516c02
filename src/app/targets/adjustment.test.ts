import { describe, expect, test } from 'vitest'
import { evaluationModule } from '../evaluation/index.ts'
import { inspect } from '../inspect/inspect.ts'
import { monitoringModule } from '../monitoring/index.ts'
import { adjustmentIn, SMALLER } from '../testing/adjust.ts'
import { APPROVED_TARGET } from '../testing/approved-project.ts'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import type { PersonName } from '../testing/world.ts'
import { useWorld } from '../testing/world.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const { see, save, act } = way
const { draftAdjustment, recheckAdjustment, approveAdjustment } = adjustmentIn(way)
const ADJUSTMENT = 'targets.adjustment'
const adjust = (action: string) => actOf(ADJUSTMENT, action)
const beginSelf = evaluationModule.begins[0]!
const beginRound = monitoringModule.begins[0]!

/** A target of the year 2023, approved in October 2022; the year has begun since. */
async function approved() {
  world.setToday('2022-10-10')
  const projectId = await way.enter({ isNew: false, isMajor: false })
  const sheetId = await way.declareTarget(projectId)
  await way.recheckTarget(sheetId)
  await way.arrangeBudget(await way.applyBudget(projectId))
  await act('finance_leader', actOf('targets.sheet', 'approve'), sheetId)
  world.setToday('2023-08-15')
  return { projectId, sheetId }
}

async function adjusted() {
  const ids = await approved()
  const recordId = await recheckAdjustment(await draftAdjustment(ids.projectId))
  const { documentNumber } = await approveAdjustment(recordId)
  return { ...ids, recordId, documentNumber: documentNumber ?? '' }
}

const leavesOf = async (projectId: string) => {
  const { rows } = await world.database.owner.query<{ type: string; canon: string; sha256: Buffer }>(
    `select type, convert_from(canon, 'UTF8') as canon, sha256 from ledger_leaf where contract_id = $1 order by idx`,
    [projectId],
  )
  return rows.map(({ type, canon, sha256 }) => ({
    type,
    hash: sha256.toString('hex'),
    says: JSON.parse(canon),
  }))
}

describe('目标调整: 申请', () => {
  test('begins with the version in force: its number, every value, nothing to type twice', async () => {
    const { projectId } = await approved()
    const { recordId } = await way.begin('unit', ADJUSTMENT, projectId)
    const { content } = await see('unit', recordId)
    expect(content).toMatchObject({
      baseVersion: 2,
      baseOn: '2022-10-10',
      baseNumber: expect.stringMatching(/号$/),
    })
    expect(content['changes'][0]).toMatchObject({ name: '建成示范基地', oldText: '≥50个' })
    expect(content['amounts'][3]).toMatchObject({ item: 'total_fen', old_fen: '500000000' })
  })

  test.each<
    [
      why: string,
      content: object,
      values: Record<string, string>,
      amounts: Record<string, string>,
      said: string,
    ]
  >([
    ['nothing changed', { newAnnualGoal: null, moneyChange: 'none' }, {}, {}, '没有调整内容'],
    ['fewer for the same money', { moneyChange: 'none' }, { 建成示范基地: '30' }, {}, '变化66.67%'],
    [
      'money moved without a word',
      { moneyChange: 'none' },
      {},
      { total_fen: '400000000' },
      '请选择预算调剂或预算调整',
    ],
    ['parts do not add up', {}, { 建成示范基地: '40' }, { total_fen: '400000000' }, '调整后：年度资金总额'],
    [
      'budget without its basis',
      { budgetChangeNumber: null },
      {},
      {
        periodTotal_fen: '400000000',
        periodFiscal_fen: '400000000',
        total_fen: '400000000',
        fiscal_fen: '400000000',
      },
      '依据文号',
    ],
    ['other without reason', { reasonClass: 'other', reasonText: ' ' }, { 建成示范基地: '40' }, {}, '理由'],
  ])('is refused: %s', async (_why, content, values, amounts, said) => {
    const { projectId } = await approved()
    const recordId = await draftAdjustment(projectId, { ...SMALLER, ...content } as never, values, amounts)
    await expect(act('unit', adjust('declare'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })

  test('the unit cost stands beside the quantity: unchanged, or dearer and explained', async () => {
    const { projectId } = await approved()
    const recordId = await draftAdjustment(projectId)
    expect((await see('unit', recordId)).figures['changes[0].unitCost']).toBe('不变')
    await act('unit', adjust('withdraw'), recordId)
    const dearer = await draftAdjustment(
      projectId,
      { ...SMALLER, moneyChange: 'none', unitCostReason: '材料价格上涨' },
      { 建成示范基地: '30' },
      {},
    )
    expect((await see('unit', dearer)).figures['changes[0].unitCost']).toBe('变化66.67%')
    expect((await act('unit', adjust('declare'), dearer)).state).toBe('declared')
  })

  test('a quantity planned by quarters is planned anew with its value', async () => {
    world.setToday('2022-10-10')
    const projectId = await way.enter({ isNew: false, isMajor: false })
    const [first, ...rest] = APPROVED_TARGET['indicators'] as Record<string, string>[]
    const planned = {
      ...first,
      firstQuarter: '0',
      secondQuarter: '20',
      thirdQuarter: '20',
      fourthQuarter: '10',
    }
    const sheetId = await way.declareTarget(projectId, { indicators: [planned, ...rest] } as never)
    await way.recheckTarget(sheetId)
    await way.arrangeBudget(await way.applyBudget(projectId))
    await act('finance_leader', actOf('targets.sheet', 'approve'), sheetId)
    world.setToday('2023-08-15')
    const recordId = await draftAdjustment(projectId)
    const { content } = await see('unit', recordId)
    expect(content['changes'][0]).toMatchObject({ oldPlan: '一季度0、二季度20、三季度20、四季度10' })
    await expect(act('unit', adjust('declare'), recordId)).rejects.toMatchObject({
      message: expect.stringContaining('分季计划合计'),
    })
    const [row, ...others] = content['changes']
    await save('unit', recordId, { changes: [{ ...row, newFourthQuarter: '0' }, ...others] })
    expect((await act('unit', adjust('declare'), recordId)).state).toBe('declared')
  })

  test('is too late after the last day, at the request and at the approval', async () => {
    const { projectId } = await approved()
    const recordId = await recheckAdjustment(await draftAdjustment(projectId))
    world.setToday('2023-12-01')
    await expect(approveAdjustment(recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('已过截止日'),
    })
    const other = await approved()
    world.setToday('2023-12-01')
    await expect(way.begin('unit', ADJUSTMENT, other.projectId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
  })

  test('before the approval there is nothing to adjust', async () => {
    const projectId = await way.enter({ isNew: false, isMajor: false })
    await way.declareTarget(projectId)
    await expect(way.begin('unit', ADJUSTMENT, projectId)).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  })

  test.each<[by: PersonName, action: string, code: string]>([
    ['department', 'declare', 'NOT_PERMITTED'],
    ['finance_business', 'review', 'ACTION_NOT_AVAILABLE'],
    ['unit2', 'declare', 'NOT_FOUND'],
    ['outsider', 'approve', 'NOT_FOUND'],
    ['finance_performance', 'approve', 'NOT_PERMITTED'],
  ])('%s cannot %s a draft: %s', async (by, action, code) => {
    const { projectId } = await approved()
    const recordId = await draftAdjustment(projectId)
    await expect(act(by, adjust(action), recordId, '意见')).rejects.toMatchObject({ code })
  })
})

describe('目标调整: 指标增减和权重', () => {
  const ADDED = {
    ...{ level1: 'output', level2: 'quality', name: '示范基地验收合格率', kind: 'quant', operator: 'ge' },
    ...{ value: '95', unit: '%', weight_x100: 500 },
  }
  const REASON = { reasonClass: 'policy', reasonText: '上级印发新的建设标准', moneyChange: 'none' } as const

  /** A request by the names of the indicators: `by` says what is written into each row. */
  async function request(by: Readonly<Record<string, object>>, content: object) {
    const ids = await approved()
    const { recordId } = await way.begin('unit', ADJUSTMENT, ids.projectId)
    const { content: given } = await see('unit', recordId)
    const rows = given['changes'] as { name: string }[]
    await save('unit', recordId, {
      ...REASON,
      ...content,
      changes: rows.map((row) => ({ ...row, ...by[row.name] })),
    } as never)
    return { ...ids, recordId }
  }

  test('the weight of each indicator and its level stand beside what may be changed', async () => {
    const { recordId } = await request({}, {})
    const { content, figures } = await see('unit', recordId)
    const [first] = APPROVED_TARGET['indicators'] as Record<string, unknown>[]
    expect(content['changes'][0]).toMatchObject({
      level: '产出指标·数量指标',
      oldWeight_x100: first!['weight_x100'],
    })
    expect(figures['changes']).toBe('相符')
  })

  test.each<[why: string, by: Record<string, object>, content: object, said: string]>([
    ['an indicator more without room for its weight', {}, { additions: [ADDED] }, '调整后：产出指标权重'],
    ['an indicator less', { 建成示范基地: { isRemoved: true } }, {}, '调整后：'],
    [
      'taken out and changed',
      { 建成示范基地: { isRemoved: true, newValue: '40' } },
      {},
      '已选择取消，又填了新值',
    ],
    [
      'the name of one that stays',
      {},
      { additions: [{ ...ADDED, name: '建成示范基地' }] },
      '新增的“建成示范基地”与已有指标同名',
    ],
    ['a quantity taken out, the money kept', { 建成示范基地: { isRemoved: true } }, {}, '单位成本无从比较'],
  ])('is refused: %s', async (_why, by, content, said) => {
    const { recordId } = await request(by, content)
    await expect(act('unit', adjust('declare'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      details: {
        findings: expect.arrayContaining([
          expect.objectContaining({ message: expect.stringContaining(said) }),
        ]),
      },
    })
  })

  test('added, weighted anew and approved: in the sheet, in the letter, in the leaves, and measured', async () => {
    const [first] = APPROVED_TARGET['indicators'] as { weight_x100: number }[]
    const newWeight_x100 = first!.weight_x100 - 500
    const { projectId, sheetId, recordId } = await request(
      { 建成示范基地: { newWeight_x100 } },
      { additions: [ADDED] },
    )
    await recheckAdjustment(recordId)
    await approveAdjustment(recordId)
    const { content } = await see('unit', sheetId)
    expect(content['indicators'][0]).toMatchObject({ name: '建成示范基地', weight_x100: newWeight_x100 })
    expect(content['indicators'].at(-1)).toMatchObject({ ...ADDED, id: expect.any(String) })
    const letter = await way.textOf('unit', recordId, 'target-adjustment')
    for (const words of ['新增指标', '≥95%，权重5分', '建成示范基地（权重）', `${newWeight_x100 / 100}分`])
      expect(letter).toContain(words)
    const decided = (await leavesOf(projectId)).find(({ type }) => type === 'adjustment.decided')
    expect(decided?.says.content.additions).toMatchObject([{ name: ADDED.name }])
    expect(JSON.stringify(decided?.says.content.changes)).toContain('oldWeight')
    const { recordId: round } = await world.as<{ recordId: string }>('finance_performance', beginRound, {
      projectId,
    })
    const names = (await see('unit', round)).content['progress'].map(({ name }: { name: string }) => name)
    expect(names).toContain(ADDED.name)
  })

  test('taken out: kept in the version before, gone from what is measured', async () => {
    const [first, second] = APPROVED_TARGET['indicators'] as Record<string, unknown>[]
    const { sheetId, recordId } = await request(
      { [String(first!['name'])]: { isRemoved: true } },
      {
        additions: [{ ...first, name: '建成标准化示范基地', value: '45' }],
        unitCostReason: '按新标准建设，单体造价提高',
      },
    )
    await recheckAdjustment(recordId)
    await approveAdjustment(recordId)
    const { content, frozen } = await see('unit', sheetId)
    expect(content['indicators'][0]).toMatchObject({ name: second!['name'] })
    expect(content['indicators'].at(-1)).toMatchObject({ name: '建成标准化示范基地' })
    const before = frozen.at(-2) as unknown as { content: { indicators: { name: string }[] } }
    expect(before.content.indicators[0]!.name).toBe(first!['name'])
    const broken = await inspect(world.database.owner, world.product.services.files)
    expect(broken.filter(({ count }) => count > 0)).toEqual([])
    expect(await way.textOf('unit', recordId, 'target-adjustment')).toContain('取消该指标')
  })
})

describe('目标调整: 批复', () => {
  test('one act: next version, budget, project, both versions kept, everything sealed in a chain', async () => {
    const { projectId, sheetId, recordId, documentNumber } = await adjusted()
    const sheet = await see('unit', sheetId)
    expect(sheet.frozen.map(({ action }) => action)).toEqual(['declare', 'approve', 'adjust'])
    const [, before, after] = sheet.frozen as unknown as {
      content: { indicators: { value: string }[]; total_fen: string }
    }[]
    expect([before!.content.indicators[0]!.value, after!.content.indicators[0]!.value]).toEqual(['50', '40'])
    expect([before!.content.total_fen, after!.content.total_fen]).toEqual(['500000000', '400000000'])
    expect(sheet.record.state).toBe('approved')
    expect(sheet.project).toMatchObject({ budget_fen: '400000000' })
    const line = await see('unit', await way.budgetLineOf(projectId))
    expect(line.content).toMatchObject({ arranged_fen: '400000000', budgetDocumentNumber: documentNumber })

    const leaves = await leavesOf(projectId)
    expect(leaves.map(({ type }) => type)).toEqual([
      ...['target.approved', 'budget.linked'],
      ...['adjustment.decided', 'target.adjusted', 'budget.linked'],
    ])
    for (const [index, { says }] of leaves.entries())
      expect(says.prev?.sha256).toBe(index === 0 ? undefined : leaves[index - 1]!.hash)
    expect(leaves[2]!.says).toMatchObject({ record: { id: recordId }, document: documentNumber })
    expect(leaves[3]!.says).toMatchObject({
      record: { id: sheetId, version: 3 },
      document: documentNumber,
      content: { total_yuan: '4000000.00' },
    })
  })

  test('nothing that is inspected is broken by it, before and after the new version is published', async () => {
    const { sheetId } = await adjusted()
    const broken = async () =>
      (await inspect(world.database.owner, world.product.services.files)).filter(({ count }) => count > 0)
    expect(await broken()).toEqual([])
    await save('finance_performance', sheetId, {
      disclosedOn: '2023-08-15',
      disclosurePlace: '县政府门户网站',
      disclosureUrl: 'https://www.example.cn/adjusted',
    })
    await act('finance_performance', actOf('targets.sheet', 'publish'), sheetId)
    expect(await broken()).toEqual([])
  })

  test('an adjusted value that is changed behind its back is named', async () => {
    const { sheetId } = await adjusted()
    const { owner } = world.database
    const spoil = (value: string) =>
      owner.query('update indicator set value = $2 where record_id = $1 and ordinal = 0', [sheetId, value])
    await spoil('39')
    const said = (await inspect(owner, world.product.services.files)).flatMap(({ examples }) => examples)
    expect(said.join('\n')).toMatch(/调整后的绩效目标.*契约账为“40”，业务数据为“39”/)
  })

  test('the letter says old and new, money and unit cost, and carries the mark of the adjusted target', async () => {
    const { recordId, sheetId, documentNumber } = await adjusted()
    const letter = await way.textOf('unit', recordId, 'target-adjustment')
    for (const words of [
      documentNumber,
      '≥50个',
      '≥40个',
      '500.00万元',
      '400.00万元',
      '不变',
      '第2版',
      '第3版',
      '契约账第',
    ])
      expect(letter).toContain(words)
    expect(await way.textOf('unit', sheetId, 'target-sheet')).toContain('≥40个')
    const first = await way.textOf('unit', sheetId, 'target-approval')
    expect(first).toContain('预算500.00万元')
    expect(first).toContain('≥50个')
  })
})

describe('目标调整: 次序', () => {
  test('a second adjustment is refused with both versions while the first is under way', async () => {
    const { projectId } = await approved()
    const first = await draftAdjustment(projectId)
    await expect(way.begin('unit', ADJUSTMENT, projectId)).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
      details: { recordId: first, yours: 2, current: 2 },
    })
    await act('unit', adjust('withdraw'), first)
    expect((await way.begin('unit', ADJUSTMENT, projectId)).recordId).not.toBe(first)
  })

  test('of two begun at the same moment one is refused', async () => {
    const { projectId } = await approved()
    const both = await Promise.allSettled([1, 2].map(() => way.begin('unit', ADJUSTMENT, projectId)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a request about an older version conflicts, and says which is in force', async () => {
    const { projectId } = await approved()
    const recordId = await recheckAdjustment(await draftAdjustment(projectId))
    await world.database.owner.query(
      `update record set content = jsonb_set(content, '{baseVersion}', '1') where id = $1`,
      [recordId],
    )
    await expect(approveAdjustment(recordId)).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { yours: 1, current: 2 },
    })
  })

  test('no self-evaluation begins while the target is being changed', async () => {
    const { projectId } = await approved()
    await draftAdjustment(projectId)
    await expect(world.as('unit', beginSelf, { projectId })).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
      details: { yours: 2, current: 2 },
    })
  })

  test('no adjustment is approved once the self-evaluation has begun', async () => {
    const { projectId } = await approved()
    await world.as('unit', beginSelf, { projectId })
    await expect(way.begin('unit', ADJUSTMENT, projectId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('自评已经开始'),
    })
  })

  test('of an adjustment and a self-evaluation at the same moment only one begins', async () => {
    const { projectId } = await approved()
    const both = await Promise.allSettled([
      way.begin('unit', ADJUSTMENT, projectId),
      world.as('unit', beginSelf, { projectId }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a round begun before keeps its version, the next one and the evaluation read the new one', async () => {
    const { projectId } = await approved()
    const { recordId: early } = await world.as<{ recordId: string }>('finance_performance', beginRound, {
      projectId,
    })
    world.setToday('2023-08-20')
    const change = await recheckAdjustment(await draftAdjustment(projectId))
    await approveAdjustment(change)
    const seen = await see('unit', early)
    expect(seen.content['progress'][0]).toMatchObject({ targetText: '≥50个' })
    expect(seen.content['execution'][0]).toMatchObject({ adjusted_fen: '500000000' })
    world.setToday('2024-01-10')
    const { recordId: self } = await world.as<{ recordId: string }>('unit', beginSelf, { projectId })
    const { content } = await see('unit', self)
    expect(content['scores'][0]).toMatchObject({ targetText: '≥40个' })
    expect(content['expectedGoal']).toBe('建成示范基地40个，带动300户增收')
    expect(content['funds'][0]).toMatchObject({ fund: 'fiscal', adjusted_fen: '400000000' })
  })
})
