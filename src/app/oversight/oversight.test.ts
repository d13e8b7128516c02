import JsZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { MASKED } from '../../domain/forms/mask-personal.ts'
import { saveDraft } from '../records/save-draft.ts'
import { beginSpecialReport } from '../results/reports/begin-report.ts'
import { reportActs } from '../results/reports/report-acts.ts'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED, walkOn } from '../testing/plant.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { downloadPackage, followFigure, viewRecord } from '../use-cases.ts'
import { openRecord } from './open-record.ts'
import { type Seen, viewPlace } from './view-place.ts'
import { viewReport } from './view-report.ts'

const world = useWorld('2024-06-24')
const { see, save } = stepsIn(world)

type Place = { items: { id: string; past: Seen | null; present: Seen; changed: string[] }[] }
type Opened = {
  // biome-ignore lint/suspicious/noExplicitAny: content differs from form to form
  past: { stateTitle: string; version: number; content: Record<string, any> }
  present: Opened['past']
  changes: { title: string; by: string; fields: string[] }[]
  history: { title: string }[]
  frozen: { number: number }[]
}

const moment = async () =>
  (
    await world.owner.query<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at`,
    )
  ).rows[0]?.at ?? ''
const place = (asOf: string, by: PersonName = 'congress', more: object = {}) =>
  world.as<Place>(by, viewPlace, { year: 2023, asOf, ...more })
const open = (recordId: string, asOf: string, by: PersonName = 'congress') =>
  world.as<Opened>(by, openRecord, { recordId, asOf })

let projectId = ''
let evaluation = ''
let before = ''
let confirmedAt = ''

beforeAll(async () => {
  projectId = await plantProject(world, { name: '渠道改造', grade: 'good' })
  evaluation = await plantRecord(world, {
    kind: 'evaluation.finance',
    projectId,
    content: { ...EVALUATED, leadEvaluator: '主评人甲' },
  })
  before = await moment()
  await walkOn(world, evaluation, ...TO_CONFIRMED)
  confirmedAt = await moment()
  await plantRecord(world, {
    kind: 'results.budgetDecision',
    projectId,
    content: {
      grade: 'good',
      itemType: 'continuing',
      measure: 'priority',
      base_fen: '1',
      current_fen: '500000000',
      next_fen: '520000000',
      performanceChange_fen: '20000000',
      reason: '好',
      level: 'bureau',
    },
    acts: ['propose', 'decide'],
  })
}, 60_000)

describe('the place as of a day', () => {
  test('shows the former value beside today’s, and says what changed', async () => {
    const [then] = (await place(before)).items
    expect(then).toMatchObject({
      past: { name: '渠道改造', score_x100: null, decision: null, documents: [] },
      present: { score_x100: 8200, decision: '优先保障' },
      changed: ['评价得分', '预算安排决定'],
    })
    expect(then?.past?.stages).toHaveLength(5)
    const [later] = (await place(confirmedAt)).items
    expect(later).toMatchObject({ past: { score_x100: 8200, decision: null }, changed: ['预算安排决定'] })
    expect((await place('2024-06-24')).items[0]?.changed).toEqual([])
  })

  test('nothing stands before it was entered; a day ahead is refused', async () => {
    expect((await place('2020-01-01T00:00:00Z')).items).toEqual([])
    expect(await refusalOf(place('2024-06-25'))).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await refusalOf(place('2024-02-30'))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('what was asked and opened stands in the audit trail', async () => {
    await open(evaluation, before)
    const { rows } = await world.owner.query(
      `select use_case, role, subject_id, changes from audit where use_case like 'oversight.%' order by at desc limit 1`,
    )
    expect(rows[0]).toMatchObject({
      ...{ use_case: 'oversight.openRecord', role: 'congress', subject_id: evaluation },
      changes: [{ field: 'asOf', from: null, to: before }],
    })
  })

  test('in a demonstration a day is what stood after its last act', async () => {
    await world.owner.query('update installation set is_demo = true')
    try {
      world.setToday('2023-03-01')
      const played = await plantProject(world, { name: '演示项目' })
      const task = await plantRecord(world, { kind: 'results.task', projectId: played, acts: ['plan'] })
      world.setToday('2023-05-01')
      await walkOn(world, task, 'report')
      world.setToday('2024-06-24')
      expect((await open(task, '2023-03-01')).past.stateTitle).toBe('整改中')
      expect((await open(task, '2023-04-30')).history.map(({ title }) => title)).toEqual(['提交整改措施'])
      expect((await open(task, '2023-05-01')).past.stateTitle).toBe('待主管部门审核')
      expect(await refusalOf(open(task, '2022-12-31'))).toMatchObject({ code: 'NOT_FOUND' })
    } finally {
      await world.owner.query('update installation set is_demo = false')
      world.setToday('2024-06-24')
    }
  })
})

describe('a record as of a moment', () => {
  test('equals what was shown then, whatever was typed since', async () => {
    const target = await plantProject(world, { name: '目标项目' })
    const sheet = await plantRecord(world, { kind: 'targets.sheet', projectId: target })
    const shown: { at: string; content: object }[] = []
    for (const index of [1, 2, 3, 4, 5, 6]) {
      await save('unit', sheet, {
        annualGoal: `第${index}稿`,
        indicators: Array.from({ length: (index * 3) % 4 }, (_, row) => ({
          ...{ level1: 'output', level2: 'quantity', name: `指标${index}-${row}` },
          ...{ value: String(index * 10 + row), unit: '户', weight_x100: 1000 },
        })),
      })
      shown.push({ at: await moment(), content: (await open(sheet, '2024-06-24')).present.content })
    }
    for (const { at, content } of shown) expect((await open(sheet, at)).past.content).toEqual(content)
    const { changes } = await open(sheet, shown[4]?.at ?? '')
    expect(changes).toMatchObject([{ title: '保存草稿', by: expect.stringContaining('单位经办') }])
    expect(changes[0]?.fields).toContain('年度目标')
  })

  test('frozen versions and steps are those of then; who changed it since is said by office', async () => {
    const then = await open(evaluation, before)
    expect(then).toMatchObject({
      past: { stateTitle: '待启动' },
      present: { stateTitle: '已确认，待公开和应用' },
    })
    expect([then.history, then.frozen]).toEqual([[], []])
    expect(then.changes).toHaveLength(TO_CONFIRMED.length)
    expect((await open(evaluation, confirmedAt)).frozen.length).toBeGreaterThan(0)
  })

  test('people and their words are masked', async () => {
    const { past, present } = await open(evaluation, before)
    expect([past.content['leadEvaluator'], present.content['leadEvaluator']]).toEqual([MASKED, MASKED])
    expect(past.content['conclusion']).toBe('项目基本达到预期目标')
  })
})

describe('who reads', () => {
  test('only those it is for, and their own place', async () => {
    for (const by of [
      'unit',
      'department',
      'expert',
      'agency',
      'finance_business',
      'system_admin',
    ] as const) {
      expect(await refusalOf(place(before, by)), by).toMatchObject({ code: 'NOT_PERMITTED' })
      expect(await refusalOf(open(evaluation, before, by)), by).toMatchObject({ code: 'NOT_PERMITTED' })
    }
    expect(await refusalOf(place(before, 'congress', { jurisdiction: '640522' }))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect((await place(before, 'audit')).items).toHaveLength(1)
  })

  test('a unit reaches nobody else’s record by naming a moment', async () => {
    for (const asOf of [before, confirmedAt, '2099-01-01T00:00:00Z'])
      expect(await refusalOf(world.as('unit2', viewRecord, { recordId: evaluation, asOf }))).toMatchObject({
        code: 'NOT_FOUND',
      })
  })

  test('what a role may not see now it may not see in the past: hidden kinds, sheets that were somebody’s alone', async () => {
    const entry = await hiddenEntry()
    for (const asOf of [await moment(), '2024-06-24'])
      expect(await refusalOf(open(entry, asOf))).toMatchObject({ code: 'NOT_FOUND' })
    const sheet = await plantRecord(world, { kind: 'exante.scoreSheet', projectId })
    await world.owner.query('update record set private_to = $1 where id = $2', [
      world.people.expert.personId,
      sheet,
    ])
    const blind = await moment()
    expect(await refusalOf(open(sheet, blind))).toMatchObject({ code: 'NOT_FOUND' })
    await world.owner.query('update record set private_to = null where id = $1', [sheet])
    const opened = await moment()
    expect((await open(sheet, opened)).past.stateTitle).toBeTruthy()
    expect(await refusalOf(open(sheet, blind))).toMatchObject({ code: 'NOT_FOUND' })
    const listed = (await place(opened)).items.flatMap(({ past }) => past?.records ?? [])
    expect(listed.map(({ id }) => id)).not.toContain(sheet)
  })
})

/** An entry of the expert register, which People's Congress does not see. */
async function hiddenEntry(): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into record (jurisdiction_id, id, kind, fiscal_year, title, state, state_since, created_at, created_by)
      select jurisdiction_id, gen_random_uuid(), 'exante.expertEntry', 2023, '专家入库', 'draft', now(), now(), $1
      from project where id = $2 returning id`,
    [world.people.expert.personId, projectId],
  )
  return rows[0]?.id ?? ''
}

describe('from a figure to its evidence', () => {
  let report = ''
  beforeAll(async () => {
    report = (
      await world.as<{ recordId: string }>('finance_performance', beginSpecialReport, { fiscalYear: 2023 })
    ).recordId
    const { version } = (await see('finance_performance', report)).record
    const content = { opening: '开展了评价。', suggestions: '落实整改。' }
    await world.as('finance_performance', saveDraft, { recordId: report, version, content })
    expect(await refusalOf(world.as('congress', viewReport, { recordId: report }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    for (const [by, action, opinion] of [
      ['finance_performance', 'propose', undefined],
      ['finance_business', 'check', '无误'],
      ['finance_leader', 'sign', undefined],
    ] as const) {
      const useCase = reportActs.find(({ id }) => id === `results.specialReport.${action}`) as object
      const now = (await see('finance_performance', report)).record.version
      await world.as(by, useCase, { recordId: report, version: now, ...(opinion ? { opinion } : {}) })
    }
  }, 60_000)

  type Read = {
    parts: { title: string; text: string; figures: { number: number; at: number; text: string }[] }[]
  }
  const read = () => world.as<Read>('congress', viewReport, { recordId: report })
  // biome-ignore lint/suspicious/noExplicitAny: looked at place by place
  const follow = (number: number) => world.as<any>('congress', followFigure, { recordId: report, number })

  test('every figure stands where it is said to stand', async () => {
    const { parts } = await read()
    const figures = parts.flatMap(({ text, figures: own }) => own.map((one) => ({ ...one, context: text })))
    expect(figures.length).toBeGreaterThan(15)
    for (const { at, text, context } of figures) expect(context.slice(at, at + text.length)).toBe(text)
  })

  test('a score leads to the frozen version, the reason, the act and the ledger', async () => {
    const { parts } = await read()
    const score = parts.flatMap(({ figures }) => figures).find(({ text }) => text === '82.00分')
    const { source } = await follow(score?.number ?? 0)
    expect(source).toMatchObject({
      ...{ recordId: evaluation, projectId, fieldTitle: '评价总分', value: '82分', isSame: true },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      act: expect.stringContaining('确认评价结果'),
    })
    expect(source.leaves).toContainEqual(expect.objectContaining({ type: 'evaluation.concluded' }))
  })

  test('a sum leads to its lines and the rule, each line on to its record', async () => {
    const { parts } = await read()
    const [count] = parts.flatMap(({ figures }) => figures).filter(({ text }) => text === '1个')
    const { rule, inputs, source } = await follow(count?.number ?? 0)
    expect(source).toBeNull()
    expect(rule).toMatchObject({ id: 'RES-060', name: '年度评价结果汇总' })
    for (const input of inputs) expect((await follow(input.number)).source.recordId).toBe(evaluation)
  })

  test('what changed after the signature is said beside what was fixed', async () => {
    const { parts } = await read()
    const figures = parts.flatMap(({ figures: own }) => own)
    const score = figures.find(({ text }) => text === '82.00分')?.number ?? 0
    const change = (content: string) =>
      world.owner.query('update record set content = content || $1::jsonb where id = $2', [
        content,
        evaluation,
      ])
    await change('{"totalScore_x100": 7000, "budget_fen": "600000000"}')
    try {
      expect((await follow(score)).source).toMatchObject({ value: '82分', valueNow: '70分', isSame: false })
    } finally {
      await change('{"totalScore_x100": 8200, "budget_fen": "500000000"}')
    }
  })

  test('the package holds report, evaluation report, lists and a table of contents with digests', async () => {
    const file = await world.as<{ bytes_base64: string }>('audit', downloadPackage, { year: 2023 })
    const zip = await JsZip.loadAsync(Buffer.from(file.bytes_base64, 'base64'))
    expect(Object.keys(zip.files).sort()).toEqual(
      [
        '2023年度绩效评价结果专报.pdf',
        '目录.txt',
        '证据清单.xlsx',
        '评价结果整改和应用情况.xlsx',
        '项目/渠道改造/财政绩效评价报告.pdf',
      ].sort(),
    )
    const contents = (await zip.file('目录.txt')?.async('string')) ?? ''
    expect(contents.match(/SHA-256 [0-9a-f]{64}/g)).toHaveLength(4)
    await plantRecord(world, {
      kind: 'evaluation.finance',
      projectId: await plantProject(world, { name: '渠道改造', grade: 'good' }),
      content: EVALUATED,
      acts: TO_CONFIRMED,
    })
    const again = await world.as<{ bytes_base64: string }>('audit', downloadPackage, { year: 2023 })
    const { files } = await JsZip.loadAsync(Buffer.from(again.bytes_base64, 'base64'))
    const reports = Object.keys(files).filter((name) => name.endsWith('财政绩效评价报告.pdf'))
    expect(reports).toHaveLength(2)
    expect(reports.every((name) => name.startsWith('项目/渠道改造（'))).toBe(true)
    expect(await refusalOf(world.as('department', downloadPackage, { year: 2023 }))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
  })
})
