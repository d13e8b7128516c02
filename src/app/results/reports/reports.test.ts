import { beforeAll, describe, expect, test } from 'vitest'
import type { FigureLine } from '../../../domain/results/index.ts'
import { traceNumerals } from '../../../domain/documents/trace-numerals.ts'
import { saveDraft } from '../../records/save-draft.ts'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED } from '../../testing/plant.ts'
import { refusalOf, stepsIn } from '../../testing/steps.ts'
import { type PersonName, useWorld } from '../../testing/world.ts'
import { resultsModule } from '../index.ts'
import { reportsPart } from './index.ts'
import { confirmReceipt, listReports } from './list-reports.ts'

const world = useWorld('2024-06-24')
const { see, save, act, textOf } = stepsIn(world, resultsModule)
const [beginSpecial, beginCircular] = reportsPart.begins as unknown as [object, object]
const acts = (kind: string, action: string) => {
  const found = reportsPart.acts.find(({ id }) => id === `results.${kind}.${action}`)
  if (!found) throw new Error(`${kind}.${action}`)
  return found
}
const step = (by: PersonName, kind: string, action: string, recordId: string, opinion?: string) =>
  act(by, acts(kind, action), recordId, opinion)
const begun = async (by: PersonName, begin: object) =>
  (await world.as<{ recordId: string }>(by, begin, { fiscalYear: 2023 })).recordId

let projectId = ''
let evaluation = ''

beforeAll(async () => {
  projectId = await plantProject(world, { name: '渠道改造3期', grade: 'good' })
  evaluation = await plantRecord(world, {
    kind: 'evaluation.finance',
    projectId,
    content: EVALUATED,
    acts: TO_CONFIRMED,
  })
  const drafted = await plantProject(world, { name: '还没有确认的项目' })
  await plantRecord(world, { kind: 'evaluation.finance', projectId: drafted, content: EVALUATED })
  await plantRecord(world, {
    kind: 'results.budgetDecision',
    projectId,
    content: {
      ...{ grade: 'good', itemType: 'continuing', measure: 'priority', base_fen: '500000000' },
      ...{ current_fen: '500000000', next_fen: '520000000', performanceChange_fen: '20000000' },
      ...{ reason: '绩效良好', level: 'bureau' },
    },
    acts: ['propose', 'decide'],
  })
}, 60_000)

const OWN = { opening: '我局组织开展了重点项目财政绩效评价。', suggestions: '继续做好结果应用。' }

describe('专报', () => {
  let recordId = ''
  test('is begun once a year and tells confirmed results only', async () => {
    recordId = await begun('finance_performance', beginSpecial)
    const { content } = await see('finance_performance', recordId)
    expect(content['resultsText'].split('\n')).toEqual([
      '2023年度，平罗县共有1个项目的财政绩效评价结果得到确认，涉及资金500.00万元。按等级分：优0个；良1个、资金500.00万元；中0个；差0个。',
      '渠道改造3期（示例县农业技术推广中心）：得分82.00分，等级为良，涉及资金500.00万元。',
    ])
    expect(content['applicationText']).toContain('净变动20.00万元')
    expect(content).toMatchObject({ reportType: 'local', addressee: '平罗县人民政府、平罗县人大常委会' })
    expect(await refusalOf(begun('finance_performance', beginSpecial))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  })

  test('every numeral of its text is a figure, and the figure is what the frozen record says', async () => {
    const { content } = await see('finance_performance', recordId)
    const figures = content['figures'] as FigureLine[]
    const { frozen } = await see('finance_performance', evaluation)
    const confirmed = frozen.find(({ action }) => action === 'confirm')?.content as Record<string, unknown>
    let walked = 0
    for (const field of ['resultsText', 'problemsText', 'applicationText']) {
      for (const { numeral, figure } of traceNumerals(content[field], figures)) {
        expect(figure, `${field}: ${numeral.text}`).toBeDefined()
        walked += 1
      }
    }
    expect(walked).toBeGreaterThan(20)
    for (const line of figures.filter((one) => one.recordId === evaluation && one.basis === 'record')) {
      const stored = line.field?.startsWith('problems')
        ? (confirmed['problems'] as { problem: string }[])[Number(/\d+/.exec(line.field)?.[0])]?.problem
        : String(confirmed[line.field ?? ''])
      expect(stored, line.label).toBe(line.value)
    }
  })

  test('a numeral of one’s own without origin stops it, with origin it goes on', async () => {
    await save('finance_performance', recordId, { ...OWN, opening: '现场核查45个点位。' })
    const refusal = await refusalOf(step('finance_performance', 'specialReport', 'propose', recordId))
    expect(refusal.places).toContainEqual({ section: 'own', field: 'opening' })
    await save('finance_performance', recordId, {
      ownFigures: [{ text: '45个', meaning: '核查点位', basis: '评价报告附件' }],
    })
    await step('finance_performance', 'specialReport', 'propose', recordId)
    await step('finance_performance', 'specialReport', 'return', recordId, '补充说明').catch(() => undefined)
    await step('finance_business', 'specialReport', 'return', recordId, '补充说明').catch(() => undefined)
    expect((await see('finance_performance', recordId)).record.state).toBe('draft')
  })

  test('a result confirmed meanwhile stops it until it is assembled again', async () => {
    const another = await plantProject(world, { name: '后来确认的项目' })
    await plantRecord(world, {
      kind: 'evaluation.finance',
      projectId: another,
      content: { ...EVALUATED, grade: 'poor', totalScore_x100: 5500 },
      acts: TO_CONFIRMED,
    })
    expect(await refusalOf(step('finance_performance', 'specialReport', 'propose', recordId))).toMatchObject({
      code: 'RULE_VIOLATED',
      places: [{ section: 'assembled', field: 'resultsText' }],
    })
    await step('finance_performance', 'specialReport', 'assemble', recordId)
    expect((await see('finance_performance', recordId)).content['resultsText']).toContain('共有2个项目')
    await step('finance_performance', 'specialReport', 'propose', recordId)
  })

  test('three people; signed it has a number, a frozen version and a leaf, and cannot be written in', async () => {
    expect(
      await refusalOf(step('finance_performance', 'specialReport', 'check', recordId, '核对')),
    ).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await step('finance_business', 'specialReport', 'check', recordId, '数字逐一核对无误')
    const signed = await step('finance_leader', 'specialReport', 'sign', recordId)
    expect(signed.documentNumber).toMatch(/〔2024〕\d+号$/)
    const { frozen, content } = await see('finance_leader', recordId)
    expect(frozen).toHaveLength(1)
    expect(content['dispatches'].map(({ recipient }: { recipient: string }) => recipient)).toEqual([
      '平罗县人民政府',
      '平罗县人大常委会',
      '平罗县人大财经工作机构',
      '平罗县审计局',
    ])
    const { rows } = await world.owner.query('select type from ledger_leaf where record_id = $1', [recordId])
    expect(rows).toEqual([{ type: 'report.submitted' }])
    expect(await refusalOf(save('finance_performance', recordId, { opening: '改一改' }))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    const text = await textOf('congress', recordId, 'special-report')
    for (const words of ['签发人：', '附件', '数字出处', '证据索引', '特此报告', '契约账第'])
      expect(text).toContain(words)
    expect(text).not.toContain('草稿')
  })

  test('to whom it went and that it arrived', async () => {
    expect(await refusalOf(step('finance_performance', 'specialReport', 'send', recordId))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    const { content } = await see('finance_performance', recordId)
    const sent = content['dispatches'].map((row: object) => ({ ...row, sentOn: '2024-06-24' }))
    await save('finance_performance', recordId, { dispatches: sent })
    await step('finance_performance', 'specialReport', 'send', recordId)
    expect(await refusalOf(step('finance_performance', 'specialReport', 'close', recordId))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    const received = sent.map((row: object) => ({ ...row, receivedOn: '2024-06-24', receivedBy: '收文员' }))
    await save('finance_performance', recordId, { dispatches: received })
    expect(await step('finance_performance', 'specialReport', 'close', recordId)).toMatchObject({
      state: 'closed',
    })
  })
})

describe('通报', () => {
  let recordId = ''
  const list = (by: PersonName) =>
    world.as<{ canBegin: object[]; items: { recordId: string; received: number; canReceive: boolean }[] }>(
      by,
      listReports,
      { year: 2023 },
    )

  test('a department sees it once it was sent and not before, and confirms receipt once', async () => {
    recordId = await begun('finance_performance', beginCircular)
    await save('finance_performance', recordId, OWN)
    await step('finance_performance', 'circular', 'propose', recordId)
    await step('finance_business', 'circular', 'check', recordId, '无误')
    await step('finance_leader', 'circular', 'sign', recordId)
    expect((await list('department')).items).toEqual([])
    expect(await refusalOf(see('department', recordId))).toMatchObject({ code: 'NOT_FOUND' })
    const { content } = await see('finance_performance', recordId)
    expect(content['dispatches'].every(({ way }: { way: string }) => way === 'system')).toBe(true)
    await save('finance_performance', recordId, {
      dispatches: content['dispatches'].map((row: object) => ({ ...row, sentOn: '2024-06-24' })),
    })
    await step('finance_performance', 'circular', 'send', recordId)
    expect((await list('department')).items).toMatchObject([{ recordId, canReceive: true }])
    expect(await textOf('unit', recordId, 'circular')).toContain('点名通报1个项目')
    await world.as('department', confirmReceipt, { recordId })
    expect(await refusalOf(world.as('department', confirmReceipt, { recordId }))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    expect((await list('finance_performance')).items.find((one) => one.recordId === recordId)).toMatchObject({
      received: 1,
    })
  })

  test('is closed when every department has received it', async () => {
    const refused = await refusalOf(step('finance_performance', 'circular', 'close', recordId))
    expect(refused.code).toBe('RULE_VIOLATED')
    await world.as('department2', confirmReceipt, { recordId })
    expect(await step('finance_performance', 'circular', 'close', recordId)).toMatchObject({
      state: 'closed',
    })
  })

  test('the summary table prints for itself', async () => {
    expect(await textOf('audit', recordId, 'annual-summary')).toContain('财政绩效评价结果汇总表')
  })

  test('wrong persons: another place sees and receives nothing, a unit cannot receive, congress sees no draft', async () => {
    expect(await refusalOf(see('outsiderDepartment', recordId))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(world.as('outsiderDepartment', confirmReceipt, { recordId }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await refusalOf(world.as('unit', confirmReceipt, { recordId }))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect((await list('outsider')).items).toEqual([])
    const [special] = (await list('congress')).items
    expect(special).toBeDefined()
    expect(await refusalOf(see('department', special?.recordId ?? ''))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('自治区专报', () => {
  test('is about every place, goes to the regional government and asks to be forwarded', async () => {
    const recordId = await begun('province', beginSpecial)
    const { content } = await see('province', recordId)
    expect(content).toMatchObject({
      reportType: 'provincial',
      forwarding: expect.stringContaining('提请自治区人民政府'),
    })
    expect(content['resultsText']).toContain('平罗县：2个项目')
    const go = async (by: PersonName, action: string, opinion?: string) => {
      const { version } = (await see('province', recordId)).record
      return world.as(by, acts('specialReport', action), {
        recordId,
        version,
        ...(opinion ? { opinion } : {}),
      })
    }
    await world.as('province', saveDraft, { recordId, version: 1, content: OWN })
    await go('province', 'propose')
    expect(await refusalOf(go('province', 'check', '核'))).toMatchObject({ code: 'NOT_PERMITTED' })
    await go('province2', 'check', '核对无误')
    expect(await refusalOf(go('province2', 'sign'))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(see('finance_performance', recordId))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
