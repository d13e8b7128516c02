import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContentRow } from '../../../domain/forms/form.ts'
import { readWorkbookFile } from '../../offline/index.ts'
import { saveDraft } from '../../records/save-draft.ts'
import { actOf, firstStagesIn } from '../../testing/first-stages.ts'
import { type PersonName, useWorld } from '../../testing/world.ts'
import { beginRubric } from './begin-rubric.ts'
import { listRubrics } from './list-rubrics.ts'
import { exportRubricTable, loadRubricTable } from './rubric-table.ts'

const KIND = 'exante.rubric'
const world = useWorld('2022-08-20')
const way = firstStagesIn(world)
const { see } = way

const begin = async (by: PersonName, content: object = {}) =>
  (await world.as<{ recordId: string }>(by, beginRubric, { content })).recordId
const change = async (recordId: string, content: object) => {
  const { version } = (await see('finance_performance', recordId)).record
  return world.as('finance_performance', saveDraft, { recordId, version, content })
}
const perform = (by: PersonName, action: string, recordId: string, opinion?: string) =>
  way.act(by, actOf(KIND, action), recordId, opinion)
const rules = async (recordId: string) => {
  const { findings } = await see('finance_performance', recordId)
  return findings.map(({ ruleId }) => ruleId)
}
type Listed = {
  items: { recordId: string; isInForce: boolean; approvedBy: string | null; approvedOn: string | null }[]
  defaults: string[]
}
const list = (by: PersonName, jurisdiction?: string) =>
  world.as<Listed>(by, listRubrics, jurisdiction ? { jurisdiction } : {})

const VERSION = {
  effectiveFrom: '2022-09-10',
  basisText: '示财绩〔2022〕8号',
  reasonText: '装入自治区指南附件6',
}
/** Five lines, 40 points on the necessity; names as in the guide of the region. */
const ITEMS = [
  { dimension: 'NEC', itemCode: 'NEC-1', item: '政策依据充分', weight_x100: 4000 },
  { dimension: 'ECO', itemCode: 'ECO-1', item: '测算有据', weight_x100: 1500 },
  { dimension: 'TGT', itemCode: 'TGT-1', item: '目标明确', weight_x100: 1500 },
  { dimension: 'IMP', itemCode: 'IMP-1', item: '条件具备', weight_x100: 1500 },
  { dimension: 'FND', itemCode: 'FND-1', item: '来源合规', weight_x100: 1500 },
]
const NAMES = [
  ['NEC', '申报必要性'],
  ['ECO', '投入经济性'],
  ['TGT', '目标合理性'],
  ['IMP', '实施可行性'],
  ['FND', '筹资合规性'],
  ['AFF', '财力匹配性'],
].map(([code, name]) => ({ code, name }))

describe('a version of the rubric', () => {
  test('begins with what is in force here, in the words of its kind of object', async () => {
    const { content } = await see('finance_performance', await begin('finance_performance'))
    expect(content['subject']).toBe('project')
    expect(content['items']).toHaveLength(20)
    expect(content['dimensions'].map(({ name }: { name: string }) => name)).toEqual([
      '立项必要性',
      '投入经济性',
      '绩效目标合理性',
      '实施方案有效性',
      '筹资合规性',
      '财力可承受能力',
    ])
    const policy = await see('finance_performance', await begin('finance_performance', { subject: 'policy' }))
    expect(policy.content['dimensions'][0]).toEqual({ code: 'NEC', name: '政策设立必要性' })
  })

  test.each(['finance_leader', 'finance_business', 'unit', 'expert'] as const)('%s begins none', (by) =>
    expect(begin(by)).rejects.toMatchObject({ code: 'NOT_PERMITTED' }),
  )

  test.each([
    [{ subject: 'county' }, 'INVALID_INPUT'],
    [{ subject: 'policy', items: [] }, 'INVALID_INPUT'],
  ])('beginning with %j is refused', (content, code) =>
    expect(begin('finance_performance', content)).rejects.toMatchObject({ code }),
  )

  const changed = (row: number, part: object) =>
    ITEMS.map((item, index) => (index === row ? { ...item, ...part } : item))
  test.each([
    ['points that do not sum to 100', changed(0, { weight_x100: 3900 }), 'EXA-057'],
    ['a dimension without items', changed(4, { dimension: 'IMP', itemCode: 'IMP-2' }), 'EXA-057'],
    ['a code twice', [...changed(0, { weight_x100: 3000 }), { ...ITEMS[0], weight_x100: 1000 }], 'EXA-058'],
    ['a code of another dimension', changed(1, { itemCode: 'NEC-2' }), 'EXA-058'],
  ])('%s is said and not proposed', async (_why, items, rule) => {
    const recordId = await begin('finance_performance')
    await change(recordId, { ...VERSION, items })
    expect(await rules(recordId)).toEqual([rule])
    await expect(perform('finance_performance', 'propose', recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    await change(recordId, { items: ITEMS })
    expect(await rules(recordId)).toEqual([])
  })
})

describe('which rubric scoring takes', () => {
  let recordId = ''
  let earlier = ''
  beforeAll(async () => {
    recordId = await begin('finance_performance')
    await change(recordId, { ...VERSION, dimensions: NAMES, items: ITEMS })
    await perform('finance_performance', 'propose', recordId)
  }, 60_000)

  const sheetRows = async (evaluationId: string): Promise<ContentRow[]> =>
    (await see('expert', await way.sheetOf('expert', evaluationId))).content['scores']

  test.each(['finance_performance', 'finance_business', 'province'] as const)('%s does not approve', (by) =>
    expect(perform(by, 'approve', recordId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' }),
  )
  test.each(['unit', 'department', 'expert', 'outsider'] as const)('for %s it is not there', (by) =>
    expect(perform(by, 'approve', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
  )

  test('what the leader returns is changed and proposed again', async () => {
    await perform('finance_leader', 'return', recordId, '请补充依据')
    await perform('finance_performance', 'propose', recordId)
    expect((await perform('finance_leader', 'approve', recordId)).state).toBe('approved')
  })

  test('before its day the rules’ own is in force, also where a version is approved', async () => {
    expect((await list('finance_leader')).defaults).toEqual(['项目', '政策'])
    earlier = await way.openEvaluation(await way.enter())
    expect(await sheetRows(earlier)).toHaveLength(20)
  })

  test('from its day scoring takes its lines and names; scoring opened before keeps its own', async () => {
    world.setToday('2022-09-10')
    const later = await way.openEvaluation(await way.enter())
    expect(await sheetRows(later)).toMatchObject(
      ITEMS.map((item, index) => ({ ...item, dimensionLabel: NAMES[index]?.name })),
    )
    expect(await sheetRows(earlier)).toHaveLength(20)

    await way.score(earlier)
    await way.act('finance_performance', actOf('exante.evaluation', 'closeScoring'), earlier)
    const before = (await see('finance_performance', earlier)).content
    expect(before['rubricTitle']).toBe('项目评分指标体系（系统默认）')
    expect(before['panelDimensions'][0]).toMatchObject({ dimensionLabel: '立项必要性', weight_x100: 2000 })
  })

  test('panel, veto and documents go by the lines and names of the version', async () => {
    const evaluation = await way.openEvaluation(await way.enter())
    for (const expert of ['expert', 'expert2'] as const) {
      const sheet = await way.sheetOf(expert, evaluation)
      await way.markSheet(expert, sheet, 'excellent')
      const { record, content } = await see(expert, sheet)
      const scores = content['scores'].map((row: ContentRow) =>
        row['dimension'] === 'FND' ? { ...row, option: 'poor' } : row,
      )
      await world.as(expert, saveDraft, { recordId: sheet, version: record.version, content: { scores } })
      await way.handIn(expert, sheet)
    }
    await way.act('finance_performance', actOf('exante.evaluation', 'closeScoring'), evaluation)
    const { content, explanations } = await see('finance_performance', evaluation)
    expect(content).toMatchObject({
      rubricTitle: '项目评分指标体系（2022-09-10起施行）',
      affordabilityLabel: '财力匹配性',
      panelScore_x100: 8500,
    })
    expect(content['panelDimensions']).toMatchObject([
      { dimension: 'NEC', dimensionLabel: '申报必要性', weight_x100: 4000, score_x100: 4000 },
      {},
      {},
      {},
      { dimension: 'FND', weight_x100: 1500, score_x100: 0 },
    ])
    expect(explanations['decision']?.sentence).toContain('“筹资合规性”得0.00/15分')
    const report = await way.textOf('finance_performance', evaluation, 'exante-report')
    for (const name of ['申报必要性', '实施可行性', '（二）财力匹配性']) expect(report).toContain(name)
    expect(report).not.toContain('立项必要性')
    const opinions = await way.textOf('finance_performance', evaluation, 'expert-opinions')
    expect(opinions).toContain('申报必要性')
    expect(opinions).not.toContain('立项必要性')
  })

  test('a policy is scored in the words of policies', async () => {
    const rows = await sheetRows(await way.openEvaluation(await way.enter({ isPolicy: true })))
    expect(rows[0]).toMatchObject({ itemCode: 'NEC-1', dimensionLabel: '政策设立必要性' })
  })

  test('the list says who approved which, and which is in force', async () => {
    const { items, defaults } = await list('province', '640221')
    expect(items.find((one) => one.recordId === recordId)).toMatchObject({
      isInForce: true,
      approvedOn: '2022-08-20',
      approvedBy: expect.any(String),
    })
    expect(items.filter(({ isInForce }) => isInForce)).toHaveLength(1)
    expect(defaults).toEqual(['政策'])
    await expect(list('unit')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(list('finance_leader', '640222')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('the table as a workbook', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-rubric-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  /** The sheets of the workbook that is offered, as they come back through the gate. */
  const sheetsOf = async (recordId: string) => {
    const printed = await world.as<{ bytes_base64: string }>('finance_performance', exportRubricTable, {
      recordId,
    })
    const file = path.join(folder, `${recordId}.xlsx`)
    writeFileSync(file, Buffer.from(printed.bytes_base64, 'base64'))
    return readWorkbookFile(file, '评分指标体系.xlsx')
  }
  type Sheets = Awaited<ReturnType<typeof sheetsOf>>
  const load = async (by: PersonName, recordId: string, sheets: Sheets) =>
    world.as<{ lines: number }>(by, loadRubricTable, {
      ...{ recordId, sheets, version: await way.versionFor(recordId) },
    })
  const changed = (sheets: Sheets, row: number, column: number, text: string): Sheets =>
    sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells, at) => (at === row ? cells.with(column, text) : cells)),
    }))

  test('goes out, is changed and loaded into the draft', async () => {
    const recordId = await begin('finance_performance', { subject: 'policy' })
    const sheets = changed(await sheetsOf(recordId), 1, 3, '=有上级政策依据')
    expect(await load('finance_performance', recordId, sheets)).toMatchObject({ lines: 20 })
    const { content } = await see('finance_performance', recordId)
    expect(content['items'][0]).toMatchObject({ itemCode: 'NEC-1', item: '=有上级政策依据' })
    expect(content['items']).toHaveLength(20)
    expect(content['dimensions']).toHaveLength(6)
    expect(content['subject']).toBe('policy')
  })

  test('one wrong cell and nothing is stored', async () => {
    const recordId = await begin('finance_performance')
    const before = await see('finance_performance', recordId)
    const sheets = changed(changed(await sheetsOf(recordId), 1, 3, '改过的要点'), 2, 4, '五分')
    const refused = await load('finance_performance', recordId, sheets).catch((error) => error)
    expect(refused).toMatchObject({
      code: 'RULE_VIOLATED',
      details: { faults: [{ place: '项目评分指标体系!E3' }] },
    })
    expect((await see('finance_performance', recordId)).content).toEqual(before.content)
  })

  test.each([
    ['finance_leader', 'NOT_PERMITTED'],
    ['finance_business', 'NOT_PERMITTED'],
    ['unit', 'NOT_FOUND'],
    ['outsider', 'NOT_FOUND'],
  ] as const)('%s loads nothing: %s', async (by, code) => {
    const recordId = await begin('finance_performance')
    await expect(load(by, recordId, await sheetsOf(recordId))).rejects.toMatchObject({ code })
  })

  test('nor into another kind of record, nor into a version that is approved', async () => {
    const { items } = await list('finance_performance')
    const approved = items.find(({ isInForce }) => isInForce)?.recordId as string
    const sheets = changed(await sheetsOf(approved), 1, 3, '改过的要点')
    await expect(load('finance_performance', approved, sheets)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    const evaluation = await way.openEvaluation(await way.enter())
    await expect(load('finance_performance', evaluation, sheets)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
