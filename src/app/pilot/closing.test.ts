import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import type { Content } from '../../domain/forms/form.ts'
import { PLAN_STAGES } from '../../domain/workflow/record-kind.ts'
import { plantEvaluated, plantRecord, walkOn } from '../testing/plant.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import {
  acceptPilot,
  inspectPilot,
  recheckPilot,
  refusePilot,
  requestAcceptance,
  resubmitAcceptance,
  returnAcceptance,
} from './accept-pilot.ts'
import {
  approveCountyReport,
  approveIntegratedReport,
  approveStageReport,
  proposeCountyReport,
  proposeIntegratedReport,
  proposeStageReport,
} from './approve-reports.ts'
import { pilotModule } from './index.ts'

/** How often a project is examined while something is done: its frozen versions are read all at once for nothing else. */
const EXAMINING = /from "frozen" where "jurisdiction_id" = \$1 and "record_id" in /
async function examinedIn<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const value = await work()
    const texts = query.mock.calls.map(
      ([asked]) => (asked as unknown as { readonly text?: string }).text ?? '',
    )
    return [texts.filter((text) => EXAMINING.test(text)).length, value]
  } finally {
    query.mockRestore()
  }
}

const world = useWorld('2022-09-01')
const { see, save, act, textOf } = stepsIn(world, pilotModule)
const [, beginStageReport, beginIntegrated, beginCounty, beginAcceptance] = pilotModule.begins as unknown as [
  object,
  object,
  object,
  object,
  object,
]
const view = (recordId: string) => see('finance_performance', recordId)

async function begin(useCase: object, projectId?: string, content?: Content) {
  const input = { ...(projectId ? { projectId } : {}), ...(content ? { content } : {}) }
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', useCase, input)
  return recordId
}

describe('一体化评价报告、试点报告、验收', () => {
  test('a county comes from five stage reports to acceptance, each step refused while something is missing', async () => {
    const projectId = await finishedProject()
    const integrated = await begin(beginIntegrated, projectId)
    await expect(act('finance_performance', proposeIntegratedReport, integrated)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    for (const stage of PLAN_STAGES) await reportStage(projectId, stage)
    const second = await begin(beginAcceptance, undefined)
    const { content, findings } = await view(second)
    expect(
      content['completeness'].find((row: { itemCode: string }) => row.itemCode === 'REP-3'),
    ).toMatchObject({
      isPresent: true,
    })
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('缺少一体化评价报告（当前为“待送审”，请财政绩效股办理）'),
    )
    expect(await refusalOf(act('finance_performance', requestAcceptance, second))).toMatchObject({
      code: 'RULE_VIOLATED',
    })

    await save('finance_performance', integrated, REPORT)
    await act('finance_performance', proposeIntegratedReport, integrated)
    await act('finance_leader', approveIntegratedReport, integrated, '同意')
    const report = await textOf('province', integrated, 'integrated-report')
    for (const words of ['绩效跟踪监控', '支出进度偏慢', '因绩效结果核减']) expect(report).toContain(words)

    const [toCounty, county] = await examinedIn(() => begin(beginCounty))
    expect((await view(county)).content['overview']).toContain('平罗县选择1个重点项目')
    expect((await view(county)).content['stages']).toContain('绩效评价已完成')
    await save('finance_performance', county, {
      ...REPORT,
      selection: '按条件选择',
      stages: '五个阶段均已完成',
    })
    const [toPropose] = await examinedIn(() => act('finance_performance', proposeCountyReport, county))
    await act('finance_leader', approveCountyReport, county)
    // A report of the place asks for the states of records, not whether their figures agree.
    expect([toCounty, toPropose]).toEqual([0, 0])
    expect(await textOf('province', county, 'county-report')).toContain('分阶段绩效管理分报告')

    const [toRequest] = await examinedIn(() => act('finance_performance', requestAcceptance, second))
    const [toView] = await examinedIn(() => view(second))
    // `act` looks at the record first: once for that, once for the act itself.
    expect([toView, toRequest]).toEqual([1, 2])
    const rows = (await view(second)).content['completeness'] as { isPresent: boolean; note: string }[]
    expect(rows.filter(({ isPresent }) => !isPresent)).toEqual([])
    await sendBack(second)
    await inspect(second)
    const accepted = await act('province2', acceptPilot, second)
    expect(accepted).toMatchObject({ state: 'accepted', documentNumber: '宁财（绩）发〔2022〕3号' })
    const opinion = await textOf('finance_performance', second, 'acceptance-opinion')
    for (const words of [
      '平罗县',
      '示例县财政局',
      '92.00',
      '合格线为80分',
      '本系统拟定',
      '宁财（绩）发〔2022〕3号',
      '已补传截图',
    ])
      expect(opinion).toContain(words)
  })

  test('criteria must make 100; what goes back is a list; a refusal says so, is sealed, and leaves room', async () => {
    const recordId = await plantRecord(world, {
      kind: 'pilot.acceptance',
      content: { requestText: '申请', contact: '张三', pass_x100: 8000, criteria: STANDARDS.slice(1) },
      acts: ['request'],
    })
    const criteria = INSPECTED.criteria.slice(1)
    await save('province', recordId, { ...INSPECTED, verdict: 'correct', criteria })
    const { places } = await refusalOf(act('province', inspectPilot, recordId, '已核查'))
    expect(places).toContainEqual({ section: 'criteria', field: 'criteria' })
    expect(places).toContainEqual({ section: 'verdict', field: 'verdict' })
    expect(await refusalOf(act('province', returnAcceptance, recordId, '请补正'))).toMatchObject({
      code: 'RULE_VIOLATED',
      places: [{ section: 'verdict', field: 'defects' }],
    })

    const failed = await plantRecord(world, {
      kind: 'pilot.acceptance',
      content: { ...INSPECTED, criteria: STANDARDS, requestText: '申请', contact: '张三', verdict: 'failed' },
      acts: ['request', 'inspect'],
    })
    await expect(act('province2', acceptPilot, failed)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    await expect(act('finance_performance', refusePilot, failed, '不合格')).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect(await act('province2', recheckPilot, failed, '再核一次现场')).toMatchObject({ state: 'requested' })
    await save('province', failed, INSPECTED)
    await save('province', failed, { verdict: 'failed' })
    await act('province', inspectPilot, failed, '建议不合格')
    const refused = await act('province2', refusePilot, failed, '主要环节没有开展')
    expect(refused).toMatchObject({ state: 'refused', documentNumber: expect.stringContaining('2022') })
    expect(await textOf('finance_performance', failed, 'acceptance-refusal')).toContain('重新申请验收')
    const { rows } = await world.owner.query<{ type: string }>(
      `select distinct t.type from ledger_leaf t where t.record_id = $1`,
      [failed],
    )
    expect(rows).toEqual([{ type: 'acceptance.decided' }])
  })
})

describe('who may do what', () => {
  const cases: readonly [string, object, string, string[], PersonName, PersonName, string[]][] = [
    [
      'integratedReport.propose',
      proposeIntegratedReport,
      'pilot.integratedReport',
      [],
      'finance_performance',
      'unit',
      ['propose'],
    ],
    [
      'integratedReport.approve',
      approveIntegratedReport,
      'pilot.integratedReport',
      ['propose'],
      'finance_leader',
      'finance_performance',
      [],
    ],
    [
      'countyReport.propose',
      proposeCountyReport,
      'pilot.countyReport',
      [],
      'finance_performance',
      'finance_leader',
      ['propose'],
    ],
    [
      'countyReport.approve',
      approveCountyReport,
      'pilot.countyReport',
      ['propose'],
      'finance_leader',
      'province',
      [],
    ],
    [
      'acceptance.request',
      requestAcceptance,
      'pilot.acceptance',
      [],
      'finance_performance',
      'province',
      ['request'],
    ],
    ['acceptance.inspect', inspectPilot, 'pilot.acceptance', ['request'], 'province', 'finance_leader', []],
    [
      'acceptance.accept',
      acceptPilot,
      'pilot.acceptance',
      ['request', 'inspect'],
      'province',
      'finance_leader',
      ['request'],
    ],
  ]
  test.each(cases)('%s', async (_name, useCase, kind, from, right, wrong, elsewhere) => {
    const { projectId } = await plantEvaluated(world)
    const place = kind === 'pilot.integratedReport' ? { projectId } : {}
    const recordId = await plantRecord(world, { kind, ...place, acts: from })
    const { version } = (await view(recordId)).record
    const { recordKind, action } = useCase as (typeof pilotModule.acts)[number]
    const opinion = recordKind.workflow.actions[action]?.opinion ? { opinion: '同意' } : {}
    const call = (by: PersonName, id: string, at: number) =>
      refusalOf(world.as(by, useCase, { recordId: id, version: at, ...opinion }))
    expect(await call(wrong, recordId, version)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await call('outsider', recordId, version)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await call(right, recordId, version + 5)).toMatchObject({ code: 'VERSION_CONFLICT' })
    expect(await call(right, recordId, version)).toMatchObject({ code: 'RULE_VIOLATED' })
    const other = await plantRecord(world, { kind, ...place, acts: elsewhere })
    const state = (await view(other)).record.version
    expect(await call(right, other, state)).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })
})

const REPORT = {
  overview: '项目概况',
  organisation: '财政牵头',
  effects: '因绩效结果核减0.00万元',
  experience: '以奖代补',
  problems: '支出进度偏慢',
  suggestions: '加强调度',
}

const CRITERIA = [
  ['ACC-1', 1000],
  ['ACC-2', 2500],
  ['ACC-3', 1500],
  ['ACC-4', 1500],
  ['ACC-5', 1500],
  ['ACC-6', 2000],
] as const

const STANDARDS = CRITERIA.map(([itemCode, weight_x100]) => ({
  itemCode,
  item: `标准${itemCode}`,
  weight_x100,
}))

const INSPECTED = {
  criteria: CRITERIA.map(([itemCode, weight_x100]) => ({
    itemCode,
    score_x100: weight_x100 * 0.92,
    basis: '查阅资料',
  })),
  fieldChecks: [{ checkedOn: '2022-08-30', place: '示例县', persons: '检查组', facts: '属实' }],
  verdict: 'passed',
  opinion: '同意验收',
}

const DEFECT = { problem: '没有公开截图', requirement: '补传网页截图', dueOn: '2022-09-20' }

/** Sent back with one problem, answered, looked at: no problem is passed over, none answered without evidence. */
async function sendBack(recordId: string) {
  await save('province', recordId, { defects: [DEFECT], verdict: 'correct' })
  await expect(act('province', returnAcceptance, recordId)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const returned = await act('province', returnAcceptance, recordId, '请补正后再报')
  expect(returned).toMatchObject({ state: 'correcting', documentNumber: '宁财（绩）发〔2022〕1号' })
  const { record, content } = await view(recordId)
  expect(record.dueOn).toBe('2022-09-20')
  expect(content['answers']).toEqual([{ number: 1, ...DEFECT }])
  expect(await textOf('finance_performance', recordId, 'acceptance-defects')).toContain('补传网页截图')
  const answer = { number: 1, answer: '已补传截图' }
  await save('finance_performance', recordId, { answers: [answer] })
  expect((await refusalOf(act('finance_performance', resubmitAcceptance, recordId))).places).toContainEqual({
    section: 'answers',
    field: 'answers',
    row: 0,
    column: 'evidence',
  })
  await save('finance_performance', recordId, { answers: [{ ...answer, evidence: '网页截图1张' }] })
  await act('finance_performance', resubmitAcceptance, recordId)
  const { places } = await refusalOf(act('province', returnAcceptance, recordId, '仍缺'))
  expect(places).toEqual([{ section: 'verdict', field: 'defects', row: 0, column: 'checkNote' }])
  await save('province', recordId, { defects: [{ ...DEFECT, checkNote: '截图看不清日期' }] })
  await act('province', returnAcceptance, recordId, '请重新截图')
  await save('finance_performance', recordId, { answers: [{ ...answer, evidence: '网页截图2张' }] })
  await act('finance_performance', resubmitAcceptance, recordId)
  await save('province', recordId, { defects: [{ ...DEFECT, isCorrected: true, checkNote: '属实' }] })
}

async function inspect(recordId: string) {
  await save('province', recordId, INSPECTED)
  await act('province', inspectPilot, recordId, '资料齐全')
  expect((await view(recordId)).figures['criteriaScore']).toBe('92.00')
  expect(await refusalOf(act('province', acceptPilot, recordId))).toMatchObject({ code: 'NOT_PERMITTED' })
}

/** A continuing pilot project at the end of its cycle; only the reports are still to be written. */
async function finishedProject() {
  const { projectId, finance } = await plantEvaluated(world)
  const plant = (kind: string, acts: string[], content: Content = {}) =>
    plantRecord(world, { kind, projectId, acts, content })
  await plant('pilot.selection', ['propose', 'endorse', 'confirm'])
  await plant('project.budgetLine', ['apply', 'arrange', 'approve'])
  await plant('targets.sheet', ['declare', 'review', 'recheck', 'approve', 'publish'])
  await plant('monitoring.round', ['submit', 'review', 'conclude'], { month: 7, analysis: '进度正常' })
  await plant('evaluation.self', ['submit', 'review', 'confirm'])
  await plant('results.notice', ['propose', 'issue', 'close'], { problems: [{ problem: '支出进度偏慢' }] })
  await plant('results.task', ['plan', 'report', 'review', 'verify'], {
    problemNumber: 1,
    problem: '支出进度偏慢',
  })
  for (const months of [3, 6, 12]) await plant('results.followUp', [], { months })
  await plant('results.budgetDecision', ['propose', 'decide'])
  await plant('results.disclosure', ['propose', 'check', 'publish'])
  await walkOn(world, finance, 'close')
  return projectId
}

async function reportStage(projectId: string, stage: (typeof PLAN_STAGES)[number]) {
  const recordId = await begin(beginStageReport, projectId, { stage })
  await act('finance_performance', proposeStageReport, recordId)
  await act('finance_leader', approveStageReport, recordId)
}
