import { beforeAll, describe, expect, test } from 'vitest'
import { selfEvaluation } from '../../domain/evaluation/index.ts'
import type { LibraryEntry } from '../../domain/indicators/index.ts'
import { readAudit } from '../administration/index.ts'
import { listIndicators } from '../indicators/list-indicators.ts'
import { listTodos } from '../shell/list-todos.ts'
import { saveDraft } from '../records/save-draft.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { plantRecord } from '../testing/plant.ts'
import { refusalOf, recordsOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { listRevisionCandidates, proposeFromEvaluation, targetsModule } from './index.ts'

const world = useWorld('2023-03-01')
const steps = stepsIn(world, targetsModule)
const { see } = steps
const act = (name: string) => targetsModule.acts.find(({ id }) => id === `targets.libraryChange.${name}`)!
const begin = targetsModule.begins.find(({ id }) => id === 'targets.libraryChange.begin')!

type Listed = LibraryEntry & { readonly usage: number; readonly cited: string }
const library = async (by: PersonName) => (await world.as<{ items: Listed[] }>(by, listIndicators, {})).items
const entry = async (by: PersonName, id: string) => (await library(by)).find((one) => one.id === id)
const save = async (by: PersonName, recordId: string, content: object) =>
  world.as(by, saveDraft, { recordId, version: (await see(by, recordId)).record.version, content })
/** An act on the version that whoever acts has before them. */
const perform = async (by: PersonName, action: string, recordId: string, opinion?: string) => {
  const { version } = (await see(by, recordId)).record
  return world.as<{ state: string }>(by, act(action), { recordId, version, ...(opinion ? { opinion } : {}) })
}
/** With the right version, so that only the person can be wrong. */
const tryToApprove = async (by: PersonName, recordId: string) =>
  world.as(by, act('approve'), { recordId, version: await steps.versionFor(recordId) })
const beginChange = async (by: PersonName, content: object) =>
  (await world.as<{ recordId: string }>(by, begin, { content })).recordId

const REASON = {
  reason: 'localNeed',
  reasonText: '我县土壤条件不同，须分类设置。',
  sourceText: '示农发〔2023〕1号',
}
/** AGR-011 种植作物成活率, in words of the place. */
const REVISED = { name: '移栽作物成活率', example: '≥88%', synonyms: '成活率、种植作物成活率' }

/** A proposal of the finance section up to the state given. */
async function proposal(change: string, indicatorId: string, content: object = {}): Promise<string> {
  const recordId = await beginChange('finance_business', { change, indicatorId })
  await save('finance_business', recordId, { ...REASON, ...content })
  await perform('finance_business', 'propose', recordId)
  return recordId
}

describe('who reads the library', () => {
  test('everybody with business here, with the words of the source', async () => {
    for (const by of ['unit', 'department', 'finance_leader', 'expert', 'province', 'congress'] as const) {
      expect((await library(by)).length).toBeGreaterThan(330)
    }
    expect(await entry('unit', 'HOU-011')).toMatchObject({
      status: 'active',
      setBy: null,
      usage: 0,
      cited: '《城镇供水管网漏损控制及评定标准》（CJJ 92-2016）',
    })
  })

  test('not the administrators', async () => {
    await expect(library('system_admin')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('a revision', () => {
  let recordId = ''
  beforeAll(async () => {
    recordId = await proposal('revise', 'AGR-011', REVISED)
  })

  test('begins with the present version filled in', async () => {
    const draft = await beginChange('finance_performance', { change: 'revise', indicatorId: 'COM-042' })
    const { content, record } = await see('finance_performance', draft)
    expect(content).toMatchObject({ name: '政策知晓率', basedOn: 1, change: 'revise', level2: 'social' })
    expect(record).toMatchObject({ state: 'draft' })
  })

  test('is not in force, and not decided by whoever proposed it', async () => {
    expect(await entry('unit', 'AGR-011')).toMatchObject({ version: 1, name: '种植作物成活率' })
    const own = await beginChange('finance_performance', { change: 'retire', indicatorId: 'COM-003' })
    await save('finance_performance', own, REASON)
    await perform('finance_performance', 'propose', own)
    await expect(perform('finance_performance', 'approve', own)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      message: expect.stringContaining('岗位分离'),
    })
    await perform('province', 'refuse', own, '本县仍在使用。')
    expect(await entry('unit', 'COM-003')).toMatchObject({ status: 'active', version: 1 })
  })

  test.each(['finance_business', 'finance_leader', 'audit'] as const)('%s does not decide', async (by) => {
    await expect(tryToApprove(by, recordId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  test.each(['unit', 'department', 'expert', 'outsider'] as const)('for %s it is not there', async (by) => {
    await expect(tryToApprove(by, recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a draft is its author’s alone, a proposal waits for those who decide', async () => {
    const waiting = async (by: PersonName) =>
      (await world.as<{ items: { recordId: string }[] }>(by, listTodos, {})).items.map((one) => one.recordId)
    const draft = await beginChange('finance_business', { change: 'revise', indicatorId: 'COM-042' })
    expect(await waiting('finance_business')).toContain(draft)
    for (const by of ['finance_performance', 'province'] as const) {
      expect(await waiting(by)).not.toContain(draft)
      await expect(see(by, draft)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await waiting(by)).toContain(recordId)
    }
    expect(await waiting('finance_business')).not.toContain(recordId)
  })

  test('an older version of the page decides nothing', async () => {
    const late = world.as('finance_performance', act('approve'), { recordId, version: 1 })
    await expect(late).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  test('is in force once another person of the section approves, for this place alone', async () => {
    await perform('finance_performance', 'approve', recordId)
    expect(await entry('unit', 'AGR-011')).toMatchObject({
      version: 2,
      name: '移栽作物成活率',
      example: '≥88%',
      setBy: '640221',
      approvedOn: '2023-03-01',
      cited: '示农发〔2023〕1号',
      synonyms: ['成活率', '种植作物成活率'],
    })
    expect(await entry('outsider', 'AGR-011')).toMatchObject({ version: 1, name: '种植作物成活率' })
    expect(await entry('province', 'AGR-011')).toMatchObject({ version: 1 })
  })

  test('a proposal made from the version before is refused', async () => {
    const one = await beginChange('finance_business', { change: 'revise', indicatorId: 'WAT-012' })
    const other = await beginChange('finance_business', { change: 'retire', indicatorId: 'WAT-012' })
    for (const id of [one, other]) {
      await save('finance_business', id, REASON)
      await perform('finance_business', 'propose', id)
    }
    await perform('finance_performance', 'approve', one)
    expect(await refusalOf(perform('finance_performance', 'approve', other))).toEqual({
      code: 'RULE_VIOLATED',
      places: [{ section: 'subject', field: 'indicatorId' }],
    })
    expect(await entry('unit', 'WAT-012')).toMatchObject({ status: 'active', version: 2 })
  })

  test('two people approving at once make one version', async () => {
    const id = await proposal('revise', 'WAT-003')
    const version = await steps.versionFor(id)
    const tries = await Promise.allSettled(
      (['finance_performance', 'province', 'province2'] as const).map((by) =>
        world.as(by, act('approve'), { recordId: id, version }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await entry('unit', 'WAT-003')).toMatchObject({ version: 2 })
  })
})

describe('what is refused', () => {
  test('a locked indicator, already at the beginning, also to the region', async () => {
    for (const by of ['finance_business', 'province'] as const) {
      const refused = beginChange(by, { change: 'revise', indicatorId: 'COM-012' })
      await expect(refused).rejects.toMatchObject({
        code: 'RULE_VIOLATED',
        message: expect.stringContaining('已锁定'),
      })
    }
  })

  test.each([
    [{ name: '合格率≥95%' }, 'TGT-141', 'a target in the name'],
    [{ operator: 'le' }, 'TGT-141', 'an example of the other direction'],
    [{ name: '项目验收合格率' }, 'TGT-142', 'the name of another'],
  ])('%j: %s (%s)', async (content: object, rule: string, _why: string) => {
    const recordId = await beginChange('finance_business', { change: 'revise', indicatorId: 'AGR-012' })
    await save('finance_business', recordId, { ...REASON, ...content })
    expect((await see('finance_business', recordId)).findings.map(({ ruleId }) => ruleId)).toContain(rule)
    await expect(perform('finance_business', 'propose', recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
  })

  test.each([
    [{ change: 'revise' }, 'INVALID_INPUT'],
    [{ change: 'destroy', indicatorId: 'COM-001' }, 'INVALID_INPUT'],
    [{ change: 'add', indicatorId: 'COM-001' }, 'INVALID_INPUT'],
    [{ change: 'revise', indicatorId: 'COM-001', basedOn: 7 }, 'INVALID_INPUT'],
    [{ change: 'revise', indicatorId: 'COM-999' }, 'NOT_FOUND'],
  ])('beginning with %j: %s', async (content, code) => {
    await expect(beginChange('finance_business', content)).rejects.toMatchObject({ code })
  })

  test.each(['unit', 'department', 'finance_leader', 'expert'] as const)('%s begins none', async (by) => {
    const refused = beginChange(by, { change: 'revise', indicatorId: 'COM-001' })
    await expect(refused).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  test('what it is about cannot be rewritten afterwards', async () => {
    const recordId = await beginChange('finance_business', { change: 'revise', indicatorId: 'COM-001' })
    await expect(save('finance_business', recordId, { indicatorId: 'COM-012' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  test('a draft begun by mistake is withdrawn', async () => {
    const recordId = await beginChange('finance_business', { change: 'add' })
    const { state } = await perform('finance_business', 'withdraw', recordId)
    expect(state).toBe('refused')
  })
})

const ADDED = {
  sector: 'agriculture',
  level1: 'output',
  level2: 'quantity',
  name: '滩羊良种补贴只数',
  definition: '年内经鉴定登记并领取良种补贴的滩羊种公羊、基础母羊只数。',
  formula: '补贴发放名册只数相加',
  kind: 'quant',
  operator: 'ge',
  unit: '只',
  accumulation: 'cumulative',
  basis: 'workPlan',
  obtaining: 'directProof',
  example: '≥1200只',
  dataSource: '部门业务记录：良种登记台账',
  evidenceClass: 'voucher',
  evidence: '鉴定登记表、发放名册',
  frequency: 'quarter',
  synonyms: '滩羊补贴数量',
  standing: 'memory',
  mistakes: '把存栏数当补贴数。',
}

test('an addition of the county gets the county’s next number; the region’s reaches every county', async () => {
  for (const [by, approver, name, id] of [
    ['finance_business', 'finance_performance', '滩羊良种补贴只数', '640221-001'],
    ['finance_business', 'finance_performance', '黄花菜种植补贴面积', '640221-002'],
    ['province', 'province2', '枸杞标准化示范基地面积', '640000-001'],
  ] as const) {
    const recordId = await beginChange(by, { change: 'add' })
    await save(by, recordId, { ...REASON, ...ADDED, name, synonyms: `${name}数` })
    await perform(by, 'propose', recordId)
    await perform(approver, 'approve', recordId)
    expect(await entry('unit', id)).toMatchObject({ name, version: 1, status: 'active' })
  }
  expect(await entry('outsider', '640221-001')).toBeUndefined()
  expect(await entry('outsider', '640000-001')).toMatchObject({ setBy: '640000' })
})

test('a retired indicator stays readable and marked; reviving it is a revision', async () => {
  await perform('finance_performance', 'approve', await proposal('retire', 'CUL-006'))
  expect(await entry('unit', 'CUL-006')).toMatchObject({
    status: 'retired',
    version: 2,
    name: '非遗传承培训学员人次',
  })
  expect(await entry('outsider', 'CUL-006')).toMatchObject({ status: 'active', version: 1 })
  await perform('finance_performance', 'approve', await proposal('revise', 'CUL-006'))
  expect(await entry('unit', 'CUL-006')).toMatchObject({ status: 'active', version: 3 })
})

test('every approval leaves one audit row that names the version', async () => {
  const id = await proposal('revise', 'WAT-004')
  await perform('finance_performance', 'approve', id)
  const audited = await world.as<{ items: { useCase: string; changes: { field: string; to: unknown }[] }[] }>(
    'audit_admin',
    readAudit,
    { limit: 1 },
  )
  const [row] = audited.items.filter(({ useCase }) => useCase === 'targets.libraryChange.approve')
  expect(row?.changes).toContainEqual(
    expect.objectContaining({ field: 'indicator', to: '修订 WAT-004 第 2 版：改造农村供水管网长度' }),
  )
})

describe('usage and evaluation', () => {
  let recordId = ''
  let rows: { id: string; name: string; indicatorId: string }[] = []

  beforeAll(async () => {
    const { projectId } = await giveApprovedProject(world)
    const evaluated = await plantSelf(projectId)
    recordId = evaluated
    rows = (await see('finance_performance', recordId)).content['scores']
  })

  /** A confirmed self-evaluation: one target far exceeded, one without any actual value. */
  async function plantSelf(projectId: string): Promise<string> {
    const [sheetId] = await recordsOf(world, 'finance_performance', projectId, 'targets.sheet')
    const sheet = await see('finance_performance', sheetId!)
    const scores = (sheet.content['indicators'] as { id: string; name: string }[]).map(({ id, name }) => ({
      indicatorId: id,
      name,
      targetText: name === '带动农户' ? '≥300户' : '≥95%',
      weight_x100: 1000,
      ...(name === '带动农户' ? { actual: '700', overReason: 'targetTooLow', score_x100: 1000 } : {}),
      ...(name === '验收合格率' ? { actual: '100', score_x100: 1000 } : {}),
    }))
    return plantRecord(world, {
      kind: selfEvaluation.kind,
      projectId,
      content: { scores },
      acts: ['submit', 'review', 'confirm'],
    })
  }

  test('approved targets are counted by name where no id was kept', async () => {
    expect(await entry('finance_performance', 'COM-012')).toMatchObject({ usage: 1 })
    expect(await entry('unit', 'COM-012')).toMatchObject({ usage: 1 })
    expect(await entry('unit2', 'COM-012')).toMatchObject({ usage: 0 })
    expect(await entry('outsider', 'COM-012')).toMatchObject({ usage: 0 })
  })

  test('doubtful rows are listed with a reason, to those who may propose', async () => {
    const { items } = await world.as<{ items: { name: string; reason: string; note: string }[] }>(
      'finance_performance',
      listRevisionCandidates,
      {},
    )
    expect(items.map(({ name, reason }) => `${name} ${reason}`)).toContain('带动农户 targetTooLow')
    expect(items.map(({ name, reason }) => `${name} ${reason}`)).toContain('农户满意度 cannotMeasure')
    expect(items.some(({ name }) => name === '验收合格率')).toBe(false)
    expect(items.find(({ name }) => name === '带动农户')?.note).toContain('实际完成700')
    await expect(world.as('unit', listRevisionCandidates, {})).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect(await world.as('outsider', listRevisionCandidates, {})).toEqual({ items: [] })
  })

  test('one of them becomes a proposal that says what was found, and is listed no more', async () => {
    const row = rows.find(({ name }) => name === '带动农户')!
    const made = await world.as<{ recordId: string }>('finance_performance', proposeFromEvaluation, {
      recordId,
      rowId: row.id,
      reason: 'targetTooLow',
    })
    const { content } = await see('finance_performance', made.recordId)
    expect(content).toMatchObject({
      change: 'add',
      name: '带动农户',
      reason: 'targetTooLow',
      evaluationId: recordId,
      evaluationNote: expect.stringContaining('年度指标值≥300户，实际完成700，得分10/10'),
    })
    const { items } = await world.as<{ items: { name: string }[] }>(
      'finance_performance',
      listRevisionCandidates,
      {},
    )
    expect(items.map(({ name }) => name)).not.toContain('带动农户')
  })

  test('a row whose indicator is in the library revises that one', async () => {
    const row = rows.find(({ name }) => name === '农户满意度')!
    const made = await world.as<{ recordId: string }>('finance_business', proposeFromEvaluation, {
      recordId,
      rowId: row.id,
      reason: 'cannotMeasure',
    })
    const { content } = await see('finance_business', made.recordId)
    expect(content).toMatchObject({ change: 'revise', indicatorId: 'AGR-025', reason: 'cannotMeasure' })
  })

  test.each([
    ['unit', 'NOT_PERMITTED'],
    ['finance_leader', 'NOT_PERMITTED'],
    ['outsider', 'NOT_FOUND'],
  ] as const)('%s cannot: %s', async (by, code) => {
    const input = { recordId, rowId: rows[0]!.id, reason: 'targetTooLow' }
    await expect(world.as(by, proposeFromEvaluation, input)).rejects.toMatchObject({ code })
  })

  test('nor from an evaluation that is not confirmed, nor from another sheet', async () => {
    const { projectId, sheetId } = await giveApprovedProject(world)
    const draft = await plantRecord(world, { kind: selfEvaluation.kind, projectId })
    const propose = (id: string) =>
      world.as('finance_performance', proposeFromEvaluation, {
        recordId: id,
        rowId: rows[0]!.id,
        reason: 'targetTooLow',
      })
    await expect(propose(draft)).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
    await expect(propose(sheetId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('an approved version can be neither changed nor removed', async () => {
  await expect(
    world.product.db.updateTable('library_indicator').set({ version: 9 }).execute(),
  ).rejects.toThrow()
  await expect(world.product.db.deleteFrom('library_indicator').execute()).rejects.toThrow()
})
