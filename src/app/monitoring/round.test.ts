import { beforeAll, describe, expect, test } from 'vitest'
import type { YearEndForecast } from '../../domain/monitoring/compute/index.ts'
import { inspect } from '../inspect/inspect.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { givePastYears } from '../testing/past-years.ts'
import { recordsOf, refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { concludeRound } from './conclude-round.ts'
import { issueRounds, monitoringModule, planRounds } from './index.ts'
import { returnRound, reviewRound } from './plain-acts.ts'
import { submitRound } from './submit-round.ts'
import { viewOutlook } from './view-outlook.ts'

const world = useWorld('2022-08-10')
const { see, save, act, textOf, print, versionFor } = stepsIn(world)
const beginRound = monitoringModule.begins[0]!
const view = (recordId: string) => see('finance_performance', recordId)

async function begin(options: { isPilot?: boolean } = {}): Promise<string> {
  const { projectId } = await giveApprovedProject(world, options)
  return (await world.as<{ recordId: string }>('finance_performance', beginRound, { projectId })).recordId
}

/** On the way: 60 % paid, everything certain. */
const GREEN = ['30', '96', '10', '180', undefined, '92']
const likely = (actual: string | undefined) => ({
  ...(actual ? { actual } : { actualText: '管护办法已印发' }),
  likelihood: 'certain',
})

async function fill(
  recordId: string,
  change: { paid_fen?: string; rows?: Record<number, object>; more?: object } = {},
) {
  const { content } = await view(recordId)
  await save('unit', recordId, {
    execution: content['execution'].map((row: { fund: string }) =>
      row.fund === 'fiscal'
        ? { ...row, paid_fen: change.paid_fen ?? '300000000', expected_fen: '500000000' }
        : row,
    ),
    progress: content['progress'].map((row: object, index: number) => ({
      ...row,
      ...likely(GREEN[index]),
      ...change.rows?.[index],
    })),
    analysis: '工程按计划推进',
    ...change.more,
  })
}

/** The field notes' example: 180 of 500 paid by July is 22.33 points behind. */
const RED = {
  paid_fen: '180000000',
  more: {
    executionCause: '招标流标两次',
    correctionMeasure: '增加班组，倒排工期',
    correctionOwner: '李四',
    correctionDueOn: '2022-09-30',
  },
}

async function submitted(change: Parameters<typeof fill>[1] = {}, options: { isPilot?: boolean } = {}) {
  const recordId = await begin(options)
  await fill(recordId, change)
  await act('unit', submitRound, recordId)
  return recordId
}

async function reviewed(change: Parameters<typeof fill>[1] = {}, options: { isPilot?: boolean } = {}) {
  const recordId = await submitted(change, options)
  await act('department', reviewRound, recordId, '情况属实')
  return recordId
}

/** A verdict with its basis and a measure that fits it. */
const judged = (verdict: 'slow' | 'deviates', measure = 'urge') => ({
  verdicts: [verdict],
  judgements: [{ verdict, level: 'serious', basis: '流标两次', measure }],
  opinion: '督促加快',
})

const CHECK = {
  fieldChecks: [
    {
      checkedOn: '2022-08-12',
      form: 'inspection',
      place: '示范基地',
      persons: '王五、赵六',
      facts: '已建成30个',
      photos: ['01890000-0000-7000-8000-000000000001'],
      signedBy: '马六',
    },
  ],
}

describe('双监控', () => {
  test('begins with the window, a line per fund and a line per approved indicator', async () => {
    const { content, record } = await view(await begin())
    expect(content).toMatchObject({ month: 7, dueOn: '2022-08-31' })
    expect(content['execution']).toMatchObject([
      { fund: 'fiscal', adjusted_fen: '500000000' },
      { fund: 'carryOver', paid_fen: '0' },
      { fund: 'other', paid_fen: '0' },
    ])
    expect(content['progress']).toHaveLength(6)
    expect(record.state).toBe('open')
  })

  test('shows rate, deviation, light, progress and forecast, each with its reason', async () => {
    const recordId = await begin()
    await fill(recordId, { ...RED, rows: { 3: { actual: '120', expected: '300' } } })
    const { figures, explanations, findings } = await view(recordId)
    expect(figures).toMatchObject({
      executionRate: '36.00%',
      executionDeviation: '-22.33个百分点',
      executionLight: '红灯',
      light: '红灯',
      'execution[0].rate': '36.00%',
      'progress[3].progress': '40.00%',
      'progress[3].deviation': '-18.33个百分点',
      'progress[3].light': '黄灯',
      'progress[3].forecast': '205.71',
      idle_fen: '0.00万元',
    })
    for (const key of Object.keys(figures)) expect(explanations[key]?.sentence, key).toBeTruthy()
    expect(findings.some(({ ruleId, severity }) => ruleId === 'MON-003' && severity === 'warning')).toBe(true)
  })

  test('money alone or indicators alone are refused', async () => {
    const recordId = await begin()
    await fill(recordId, { rows: { 0: { actual: null } } })
    await expect(act('unit', submitRound, recordId)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    const other = await begin()
    await fill(other)
    await save('unit', other, {
      execution: (await view(other)).content['execution'].map((row: object) => ({ ...row, paid_fen: null })),
    })
    await expect(act('unit', submitRound, other)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
  })

  test.each([
    ['red without a cause', { ...RED, more: { ...RED.more, executionCause: null } }, 'executionCause'],
    ['red without a plan', { ...RED, more: { executionCause: '流标' } }, 'correctionMeasure'],
    [
      'a plan that lies behind',
      { ...RED, more: { ...RED.more, correctionDueOn: '2022-08-09' } },
      'correctionDueOn',
    ],
    ['an unlikely indicator without a cause', { rows: { 0: { likelihood: 'possible' } } }, 'progress'],
  ])('%s cannot be reported', async (_why, change, field) => {
    const recordId = await begin()
    await fill(recordId, change)
    const refusal = await refusalOf(act('unit', submitRound, recordId))
    expect(refusal.code).toBe('RULE_VIOLATED')
    expect(refusal.places.map((place) => place.field)).toContain(field)
  })

  test('a green round colours the project and opens no finding', async () => {
    const recordId = await reviewed()
    await save('finance_performance', recordId, { verdicts: ['onTrack'], opinion: '继续执行' })
    await act('finance_performance', concludeRound, recordId)
    const { record, project, frozen } = await view(recordId)
    expect(record.state).toBe('concluded')
    expect(project.light).toBe('green')
    expect(frozen).toHaveLength(1)
    expect(await recordsOf(world, 'finance_performance', project.id, 'monitoring.finding')).toEqual([])
  })

  test('a red round colours the project and opens a finding with the reason filled in', async () => {
    const recordId = await reviewed(RED)
    await save('finance_performance', recordId, judged('slow'))
    await act('finance_performance', concludeRound, recordId)
    const { project } = await view(recordId)
    expect(project.light).toBe('red')
    const [findingId] = await recordsOf(world, 'finance_performance', project.id, 'monitoring.finding')
    const finding = await view(findingId!)
    expect(finding.content['problem']).toContain('落后22.33个百分点')
    expect(finding.content['fund']).toBe('fiscal')
  })

  test('a finding names the indicators that made the light what it is, and no others', async () => {
    const why = { causes: ['staff'], causeText: '人手不足' }
    const rows = { 0: { actual: '1', ...why }, 5: { actual: '85', likelihood: 'possible', ...why } }
    const recordId = await reviewed({ rows, more: RED.more })
    await save('finance_performance', recordId, judged('deviates'))
    const { content, figures } = await view(recordId)
    expect([figures['light'], figures['progress[0].light'], figures['progress[5].light']]).toEqual([
      '红灯',
      '红灯',
      '黄灯',
    ])
    await act('finance_performance', concludeRound, recordId)
    const [findingId] = await recordsOf(
      world,
      'finance_performance',
      (await view(recordId)).project.id,
      'monitoring.finding',
    )
    expect((await view(findingId!)).content['indicator']).toBe(content['progress'][0].name)
  })

  test('a verdict against the light, and a pilot project nobody visited, are refused', async () => {
    const red = await reviewed(RED)
    await save('finance_performance', red, { verdicts: ['onTrack'], opinion: '正常' })
    await expect(act('finance_performance', concludeRound, red)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    const pilot = await reviewed({}, { isPilot: true })
    await save('finance_performance', pilot, { verdicts: ['onTrack'], opinion: '继续执行' })
    await expect(act('finance_performance', concludeRound, pilot)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    await save('finance_performance', pilot, CHECK)
    expect((await act('finance_performance', concludeRound, pilot)).state).toBe('concluded')
  })

  test('a second round waits for the first; then it takes over budgets, not payments', async () => {
    const first = await reviewed()
    const { project } = await view(first)
    await expect(
      world.as('finance_performance', beginRound, { projectId: project.id }),
    ).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    await save('finance_performance', first, { verdicts: ['onTrack'], opinion: '继续执行' })
    await act('finance_performance', concludeRound, first)
    world.setToday('2022-11-05')
    const { recordId } = await world.as<{ recordId: string }>('finance_performance', beginRound, {
      projectId: project.id,
    })
    world.setToday('2022-08-10')
    const { content } = await view(recordId)
    expect(content['month']).toBe(10)
    expect(content['execution'][0].paid_fen).toBeUndefined()
    expect(content['execution'][0].adjusted_fen).toBe('500000000')
  })

  test('the sheet prints both halves with their lights', async () => {
    const recordId = await submitted(RED)
    const text = await textOf('unit', recordId, 'monitoring-sheet')
    for (const words of ['36.00%', '红灯', '招标流标两次', '建成示范基地']) expect(text).toContain(words)
    expect((await print('unit', recordId, 'monitoring-sheet', 'pdf')).bytes_base64.length).toBeGreaterThan(
      1000,
    )
  })
})

describe('who may do what', () => {
  let open = ''
  let waiting = ''
  beforeAll(async () => {
    open = await begin()
    await fill(open)
    waiting = await submitted()
  })

  test.each([
    ['department' as const, submitRound, () => open, undefined],
    ['unit' as const, reviewRound, () => waiting, '同意'],
    ['finance_business' as const, concludeRound, () => waiting, undefined],
    ['unit' as const, returnRound, () => waiting, '退回'],
  ])('%s is not the post for it', async (by, useCase, record, opinion) => {
    await expect(act(by, useCase, record(), opinion)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  test.each([
    ['unit' as const, submitRound, () => waiting, undefined],
    ['department' as const, reviewRound, () => open, '同意'],
    ['finance_performance' as const, concludeRound, () => waiting, undefined],
    ['department' as const, returnRound, () => open, '退回'],
  ])('%s is out of turn', async (by, useCase, record, opinion) => {
    await expect(act(by, useCase, record(), opinion)).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })

  test.each([
    ['unit' as const, submitRound, () => open, undefined],
    ['department' as const, reviewRound, () => waiting, '同意'],
    ['department' as const, returnRound, () => waiting, '退回'],
  ])('%s with an old version is refused', async (by, useCase, record, opinion) => {
    const version = (await versionFor(record())) - 1
    const input = { recordId: record(), version, ...(opinion ? { opinion } : {}) }
    await expect(world.as(by, useCase, input)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  test('another county sees nothing of it', async () => {
    await expect(see('outsider', open)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a returned round is open to the unit again', async () => {
    const recordId = await submitted()
    expect((await act('department', returnRound, recordId, '数据有误')).state).toBe('open')
    await fill(recordId)
    expect((await act('unit', submitRound, recordId)).state).toBe('submitted')
  })
})

describe('三类风险和监控模板', () => {
  test('a verdict without a fitting measure is refused; with it the finding begins with both', async () => {
    const recordId = await reviewed(RED)
    const { figures, explanations } = await view(recordId)
    expect(figures['risks']).toContain('预算执行进度较差')
    expect(explanations['risks']?.ruleId).toBe('MON-022')
    for (const conclusion of [{ ...judged('slow'), judgements: [] }, judged('slow', 'terminate')]) {
      await save('finance_performance', recordId, conclusion)
      const { code, places } = await refusalOf(act('finance_performance', concludeRound, recordId))
      expect(code).toBe('RULE_VIOLATED')
      expect(places.map(({ field }) => field)).toContain('judgements')
    }
    await save('finance_performance', recordId, judged('slow', 'recover'))
    await act('finance_performance', concludeRound, recordId)
    const { project } = await view(recordId)
    const [findingId] = await recordsOf(world, 'finance_performance', project.id, 'monitoring.finding')
    const { content } = await view(findingId!)
    expect(content).toMatchObject({ verdict: 'slow', opinionType: 'recover' })
  })

  test('the template of the category gives milestones and extended content, which key monitoring answers', async () => {
    const { projectId } = await giveApprovedProject(world, { isPilot: true })
    await world.owner.query(
      `update project set content = content || '{"category": "infrastructure"}' where id = $1`,
      [projectId],
    )
    const { recordId } = await world.as<{ recordId: string }>('finance_performance', beginRound, {
      projectId,
    })
    const { content } = await view(recordId)
    expect(content).toMatchObject({ isKey: true, projectType: 'works' })
    expect(content['milestones'][1]).toMatchObject({ milestoneId: 'tender', plannedOn: '2022-05-15' })
    await fill(recordId)
    const { code, places } = await refusalOf(act('unit', submitRound, recordId))
    expect([code, places[0]?.field]).toEqual(['RULE_VIOLATED', 'extended'])
    const extended = content['extended'].map((row: object) => ({ ...row, state: 'done' }))
    const milestones = content['milestones'].map((row: { milestoneId: string }) =>
      row.milestoneId === 'tender' ? { ...row, actualOn: '2022-07-15' } : row,
    )
    await save('unit', recordId, { extended, milestones })
    expect((await view(recordId)).explanations['risks']?.sentence).toContain('招标晚于计划：晚61天')
    expect((await act('unit', submitRound, recordId)).state).toBe('submitted')
  })
})

describe('成批下达', () => {
  const issue = (by: PersonName, more: object = {}) =>
    world.as<{ issued: number; key: number; dueOn: string; skipped: { why: string }[]; left: number }>(
      by,
      issueRounds,
      {
        year: 2026,
        cadence: 'quarterly',
        month: 6,
        keyProjectIds: [],
        ...more,
      },
    )
  const plan = () =>
    world.as<{
      canIssue: boolean
      cadences: { id: string; windows: { month: number; issued: number; open: number }[] }[]
      projects: { projectId: string }[]
    }>('finance_performance', planRounds, { jurisdiction: '640221', year: 2026 })

  test('one act gives every project with a live target its round, the key ones marked, none twice', async () => {
    const ids: string[] = []
    for (const isPilot of [false, true, false]) {
      ids.push((await giveApprovedProject(world, { isPilot, fiscalYear: 2026 })).projectId)
    }
    expect((await plan()).canIssue).toBe(true)
    const given = await issue('finance_performance', { keyProjectIds: [ids[2]] })
    expect(given).toMatchObject({ issued: 3, key: 2, dueOn: '2026-07-20', skipped: [], left: 0 })
    for (const [index, id] of ids.entries()) {
      const [recordId] = await recordsOf(world, 'unit', id, 'monitoring.round')
      expect((await view(recordId!)).content).toMatchObject({
        month: 6,
        dueOn: '2026-07-20',
        isKey: index > 0,
      })
    }
    expect(await issue('finance_performance')).toMatchObject({ issued: 0, skipped: [{}, {}, {}] })
    const again = await issue('finance_performance', { month: 9 })
    expect(again.skipped.map(({ why }) => why)).toEqual(Array(3).fill('上一轮监控还没有形成结论'))
    const quarterly = (await plan()).cadences.find(({ id }) => id === 'quarterly')
    expect(quarterly?.windows.find(({ month }) => month === 6)).toMatchObject({ issued: 3, open: 0 })
  })

  test('a window that does not exist, a project elsewhere and another post are refused', async () => {
    await expect(issue('finance_performance', { month: 5 })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const { projectId } = await giveApprovedProject(world, { by: 'outsiderUnit', fiscalYear: 2026 })
    await expect(issue('finance_performance', { keyProjectIds: [projectId] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(issue('unit')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('双线走势', () => {
  type Outlook = {
    month: number
    lines: {
      line: string
      points: { reached_bp: number | null; numerator: string }[]
      forecast: YearEndForecast
    }[]
    lights: { light: string; month: number; reason: string }[]
  }
  const outlook = (by: PersonName, projectId: string) => world.as<Outlook>(by, viewOutlook, { projectId })
  const PAST = [
    { part: 30, end: 70 },
    { part: 34, end: 80 },
    { part: 36, end: 82 },
    { part: 38, end: 84 },
    { part: 40, end: 86 },
    { part: 44, end: 90 },
  ]

  test('the light of a conclusion is kept with all it was computed from, and comes out again', async () => {
    const recordId = await reviewed(RED)
    const { project } = await view(recordId)
    await save('finance_performance', recordId, judged('slow'))
    await act('finance_performance', concludeRound, recordId)
    const { lights, month } = await outlook('unit', project.id)
    expect(month).toBe(7)
    expect(lights).toMatchObject([{ light: 'red', month: 7 }])
    expect(lights[0]?.reason).toContain('落后22.33个百分点')
    const breaches = async () =>
      (await inspect(world.owner, world.product.services.files)).find(({ id }) => id === 'I12')?.count
    expect(await breaches()).toBe(0)
    await world.owner.query('alter table monitoring_light disable trigger only_append')
    const spoil = (from: string, to: string) =>
      world.owner.query(
        'update monitoring_light set input = replace(input::text, $1, $2)::jsonb where record_id = $3',
        [from, to, recordId],
      )
    await spoil('"180000000"', '"480000000"')
    expect(await breaches()).toBe(1)
    await spoil('"480000000"', '"180000000"')
  })

  test('six past years of others give an interval to everybody who sees the project, and no names', async () => {
    const recordId = await submitted(RED)
    const { project } = await view(recordId)
    const theirs = { unitId: world.people.unit2.organisationId }
    await givePastYears(world.owner, project.id, PAST.slice(0, 5), theirs)
    const few = await outlook('unit', project.id)
    expect(few.lines[0]?.forecast).toMatchObject({ basis: 'straight', mid_bp: 6171, low_bp: null })
    await givePastYears(world.owner, project.id, PAST, theirs)
    const [money, output] = (await outlook('unit', project.id)).lines
    expect(money?.points[6]).toMatchObject({ reached_bp: 3600, numerator: '180000000' })
    expect(money?.forecast).toMatchObject({ basis: 'history', mid_bp: 8090, curves: { own: 0, similar: 11 } })
    expect(output?.forecast.basis).toBe('straight')
    expect(await outlook('finance_performance', project.id)).toEqual(await outlook('unit', project.id))
    expect((await view(recordId)).figures['moneyForecast']).toContain('80.9%（79.42%')
    await expect(outlook('outsider', project.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
