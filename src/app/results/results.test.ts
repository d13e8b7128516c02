import { beforeAll, describe, expect, test } from 'vitest'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED } from '../testing/plant.ts'
import { recordsOf, refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { decideBudget, proposeDecision } from './decide-budget.ts'
import { checkDisclosure, proposeDisclosure, publishDisclosure } from './disclose-result.ts'
import { resultsModule } from './index.ts'
import { closeNotice, issueNotice, proposeNotice } from './issue-notice.ts'
import { reopenTask, returnDecision, returnDisclosure, returnNotice, reviewTask } from './plain-acts.ts'
import { planTask, reportTask, verifyTask } from './rectify-problem.ts'

const world = useWorld('2024-05-10')
const { see, save, act, versionFor, textOf, print } = stepsIn(world, resultsModule)
const [beginDisclosure, beginNotice, beginDecision] = resultsModule.begins as [object, object, object]
const view = (recordId: string) => see('finance_performance', recordId)

/** A project whose evaluation was confirmed on 2024-05-10 with 82 points, 良, two problems. */
async function evaluated(evaluation: object = {}, project: object = {}) {
  const projectId = await plantProject(world, { grade: 'good', ...project })
  await plantRecord(world, {
    kind: 'evaluation.finance',
    projectId,
    content: { ...EVALUATED, agency: world.people.agency.organisationId, ...evaluation },
    acts: TO_CONFIRMED,
  })
  return projectId
}

async function begun(by: PersonName, begin: object, projectId: string) {
  const { recordId } = await world.as<{ recordId: string }>(by, begin, { projectId })
  return recordId
}

beforeAll(() => world.setToday('2024-05-10'))

describe('整改通知', () => {
  test('nothing can be applied before the evaluation is confirmed', async () => {
    const projectId = await plantProject(world)
    for (const [by, begin] of [
      ['finance_performance', beginNotice],
      ['finance_performance', beginDisclosure],
      ['finance_business', beginDecision],
    ] as const) {
      expect(await refusalOf(begun(by, begin, projectId))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
    }
  })

  test('begins with addressee, grade and every problem of the evaluation, typed by nobody', async () => {
    const recordId = await begun('finance_performance', beginNotice, await evaluated())
    const { content, findings, figures } = await view(recordId)
    expect(content).toMatchObject({
      addressee: world.people.department.organisationId,
      evaluatedScore_x100: 8200,
      grade: 'good',
      planDueOn: '2024-06-09',
      problems: [
        { problem: '支出进度偏慢', requirement: '按月分解用款计划', amount_fen: '40000000' },
        { problem: '满意度样本不足', requirement: '补充调查' },
      ],
    })
    expect(figures['feedbackDueOn']).toBe('2024-05-30')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('issue gives a number and makes one task per problem, visible to the unit', async () => {
    const { projectId, notice } = await issued()
    const { history } = await view(notice)
    expect(history.at(-1)).toMatchObject({ action: 'issue', documentNumber: '示财（绩）发〔2024〕1号' })
    const tasks = await recordsOf(world, 'unit', projectId, 'results.task')
    expect(tasks).toHaveLength(2)
    expect((await see('unit', tasks[0]!)).content).toMatchObject({
      problemNumber: 1,
      problem: '支出进度偏慢',
      requirement: '按月分解用款计划',
      completionDueOn: '2024-07-31',
      noticeNumber: '示财（绩）发〔2024〕1号',
    })
  })

  test('a completion day before the plan day is refused at its place', async () => {
    const recordId = await begun('finance_performance', beginNotice, await evaluated())
    await save('finance_performance', recordId, { ...typed(), completionDueOn: '2024-06-01' })
    const refusal = await refusalOf(act('finance_performance', proposeNotice, recordId))
    expect(refusal.code).toBe('RULE_VIOLATED')
    expect(refusal.places).toContainEqual({ section: 'deadline', field: 'completionDueOn' })
  })

  test('is closed only when every task is verified, and names the open ones', async () => {
    const { projectId, notice } = await issued()
    const [first, second] = await recordsOf(world, 'unit', projectId, 'results.task')
    await rectified(first!)
    await expect(act('finance_performance', closeNotice, notice)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('第 2 个问题的整改“待制定整改措施，在单位经办”'),
    })
    await rectified(second!)
    expect((await view(notice)).figures['rectificationRate']).toBe('100.00%')
    expect(await act('finance_performance', closeNotice, notice)).toMatchObject({ state: 'closed' })
  })

  test('prints as the notice with its number; before that as a draft', async () => {
    const recordId = await begun('finance_performance', beginNotice, await evaluated())
    expect(await textOf('finance_performance', recordId, 'rectification-notice')).toContain('草稿')
    const { notice } = await issued()
    const text = await textOf('province', notice, 'rectification-notice')
    expect(text).toMatch(/示财（绩）发〔2024〕\d+号/)
    for (const words of [
      '示例县财政局',
      '示例县农业农村局',
      '支出进度偏慢',
      '82.00分',
      '示例绩效评价咨询公司',
    ])
      expect(text).toContain(words)
    const file = await print('finance_performance', notice, 'rectification-notice', 'pdf')
    expect(Buffer.from(file.bytes_base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('整改任务', () => {
  test('a plan later than the deadline, a report without proof: refused', async () => {
    const { projectId } = await issued()
    const [task] = await recordsOf(world, 'unit', projectId, 'results.task')
    await save('unit', task!, { measure: '分解计划', responsible: '张三', dueOn: '2024-08-01' })
    expect(await refusalOf(act('unit', planTask, task!))).toMatchObject({ code: 'RULE_VIOLATED' })
    await save('unit', task!, { dueOn: '2024-07-01' })
    await act('unit', planTask, task!)
    await save('unit', task!, { result: '已分解', completedOn: '2024-05-10' })
    expect((await refusalOf(act('unit', reportTask, task!))).places).toContainEqual({
      section: 'report',
      field: 'evidence',
    })
  })

  test('reopen sends it back to work, and the same finance officer may verify the second report', async () => {
    const { projectId } = await issued()
    const [task] = await recordsOf(world, 'unit', projectId, 'results.task')
    await reported(task!)
    expect(await act('department', reopenTask, task!, '佐证不足')).toMatchObject({ state: 'planned' })
    await act('unit', reportTask, task!)
    await act('department', reviewTask, task!, '属实')
    await save('finance_performance', task!, { verification: '现场核实' })
    expect(await act('finance_performance', verifyTask, task!, '属实')).toMatchObject({ state: 'verified' })
  })

  test('a task past its day says so until it moves', async () => {
    const { projectId } = await issued()
    const [task] = await recordsOf(world, 'unit', projectId, 'results.task')
    world.setToday('2024-06-12')
    const { findings } = await view(task!)
    world.setToday('2024-05-10')
    expect(findings.map(({ message }) => message)).toEqual([
      '应在2024-06-09前报送整改措施，已逾期3天，请尽快办理。',
    ])
  })
})

describe('预算安排挂钩', () => {
  test('proposes what the table says for 良: protected first, amount left to a person', async () => {
    const recordId = await begun('finance_business', beginDecision, await evaluated())
    const { content, figures, explanations } = await view(recordId)
    expect(content).toMatchObject({ grade: 'good', measure: 'priority', base_fen: '500000000' })
    expect(content['next_fen']).toBeUndefined()
    expect(figures['measure']).toBe('优先保障')
    expect(explanations['measure']?.sentence).toContain('等级为良')
  })

  test('差 cannot be protected; a cancelled item keeps no money', async () => {
    const projectId = await evaluated({ grade: 'poor', totalScore_x100: 5500 }, { grade: 'poor' })
    const recordId = await begun('finance_business', beginDecision, projectId)
    await save('finance_business', recordId, { ...DECIDED, measure: 'priority', next_fen: '500000000' })
    const refusal = await refusalOf(act('finance_business', proposeDecision, recordId))
    expect(refusal).toMatchObject({
      code: 'RULE_VIOLATED',
      places: [{ section: 'decision', field: 'measure' }],
    })
    await save('finance_business', recordId, { measure: 'cancel', next_fen: '1' })
    expect((await refusalOf(act('finance_business', proposeDecision, recordId))).places).toContainEqual({
      section: 'decision',
      field: 'next_fen',
    })
    await save('finance_business', recordId, { next_fen: '0', performanceChange_fen: '-500000000' })
    await act('finance_business', proposeDecision, recordId)
    expect(await act('finance_leader', decideBudget, recordId, '同意取消')).toMatchObject({
      state: 'decided',
    })
    expect((await view(recordId)).figures['change']).toBe('-500.00')
    const text = await textOf('audit', recordId, 'budget-decision')
    expect(text).toContain('取消')
    expect(text).not.toContain('草稿')
  })

  test('whoever decides is told of overdue rectification', async () => {
    const { projectId } = await issued()
    world.setToday('2024-08-01')
    const recordId = await begun('finance_business', beginDecision, projectId)
    const { findings } = await view(recordId)
    world.setToday('2024-05-10')
    expect(findings.some(({ message }) => message.includes('有2项整改逾期未到位'))).toBe(true)
  })
})

describe('评价结果公开', () => {
  test('begins with result, problems and the legal day; needs both checks and an address', async () => {
    const recordId = await begun('finance_performance', beginDisclosure, await evaluated())
    const { content } = await view(recordId)
    expect(content['summary']).toContain('评价得分82.00分，评价等级为“良”。')
    // twenty working days from 10 May; Saturday 11 May 2024 is worked
    expect(content['dueOn']).toBe('2024-06-06')
    await save('finance_performance', recordId, { ...PUBLIC, isPersonalDataChecked: false, url: '' })
    const { places } = await refusalOf(act('finance_performance', proposeDisclosure, recordId))
    expect(places.map(({ field }) => field)).toEqual(['isPersonalDataChecked', 'url'])
  })

  test('three people; a planned day may be proposed but not published before it comes', async () => {
    const recordId = await begun('finance_performance', beginDisclosure, await evaluated())
    await save('finance_performance', recordId, { ...PUBLIC, disclosedOn: '2024-05-20' })
    await act('finance_performance', proposeDisclosure, recordId)
    await act('finance_business', checkDisclosure, recordId, '已核')
    expect(await refusalOf(act('finance_leader', publishDisclosure, recordId))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    world.setToday('2024-05-20')
    expect(await act('finance_leader', publishDisclosure, recordId)).toMatchObject({ state: 'published' })
    const text = await textOf('finance_leader', recordId, 'disclosure-notice')
    world.setToday('2024-05-10')
    expect(text).toContain('82.00')
    expect(text).not.toContain('内部理由')
  })

  test('nothing of a classified project is published', async () => {
    const projectId = await evaluated({}, { isClassified: true })
    const recordId = await begun('finance_performance', beginDisclosure, projectId)
    await save('finance_performance', recordId, PUBLIC)
    expect(await refusalOf(act('finance_performance', proposeDisclosure, recordId))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
  })
})

describe('who may do what', () => {
  const cases: readonly [
    name: string,
    act: object,
    kind: string,
    from: string[],
    right: PersonName,
    wrong: PersonName,
  ][] = [
    ['notice.propose', proposeNotice, 'results.notice', [], 'finance_performance', 'unit'],
    ['notice.issue', issueNotice, 'results.notice', ['propose'], 'finance_leader', 'finance_performance'],
    ['notice.return', returnNotice, 'results.notice', ['propose'], 'finance_leader', 'finance_business'],
    [
      'notice.close',
      closeNotice,
      'results.notice',
      ['propose', 'issue'],
      'finance_performance',
      'finance_leader',
    ],
    ['task.plan', planTask, 'results.task', [], 'unit', 'department'],
    ['task.report', reportTask, 'results.task', ['plan'], 'unit', 'finance_performance'],
    ['task.review', reviewTask, 'results.task', ['plan', 'report'], 'department', 'unit'],
    [
      'task.verify',
      verifyTask,
      'results.task',
      ['plan', 'report', 'review'],
      'finance_performance',
      'department',
    ],
    ['task.reopen', reopenTask, 'results.task', ['plan', 'report'], 'department', 'unit'],
    ['decision.propose', proposeDecision, 'results.budgetDecision', [], 'finance_business', 'finance_leader'],
    [
      'decision.decide',
      decideBudget,
      'results.budgetDecision',
      ['propose'],
      'finance_leader',
      'finance_business',
    ],
    ['decision.return', returnDecision, 'results.budgetDecision', ['propose'], 'finance_leader', 'unit'],
    [
      'disclosure.propose',
      proposeDisclosure,
      'results.disclosure',
      [],
      'finance_performance',
      'finance_business',
    ],
    [
      'disclosure.check',
      checkDisclosure,
      'results.disclosure',
      ['propose'],
      'finance_business',
      'finance_leader',
    ],
    [
      'disclosure.publish',
      publishDisclosure,
      'results.disclosure',
      ['propose'],
      'finance_leader',
      'finance_business',
    ],
    [
      'disclosure.return',
      returnDisclosure,
      'results.disclosure',
      ['propose'],
      'finance_business',
      'congress',
    ],
  ]
  test.each(cases)('%s', async (name, useCase, kind, from, right, wrong) => {
    const projectId = await evaluated()
    const content = name === 'notice.close' ? { ...WHOLE[kind]!, problems: [] } : WHOLE[kind]!
    const recordId = await plantRecord(world, { kind, projectId, content, acts: from })
    // What is approved is what was checked, so that somebody has to have checked it.
    if (name === 'disclosure.publish') await act('finance_business', checkDisclosure, recordId, '已核查')
    const call = (by: PersonName, version: number) =>
      world.as(by, useCase, { recordId, version, ...OPINION_OF(useCase) })
    const version = await versionFor(recordId)
    expect(await refusalOf(call(wrong, version))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(call('outsider', version))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(call(right, version - 1 || 99))).toMatchObject({ code: 'VERSION_CONFLICT' })
    await call(right, version)
    expect(await refusalOf(call(right, await versionFor(recordId)))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  })
})

function typed() {
  return {
    completionDueOn: '2024-07-31',
    problems: [
      {
        problem: '支出进度偏慢',
        requirementType: 'management',
        requirement: '按月分解用款计划',
        amount_fen: '40000000',
      },
      { problem: '满意度样本不足', requirementType: 'target', requirement: '补充调查' },
    ],
  }
}

const DECIDED = {
  current_fen: '500000000',
  next_fen: '500000000',
  performanceChange_fen: '0',
  reason: '绩效良好',
  level: 'bureau',
  memo: '局务会同意',
}

const PUBLIC = {
  redactions: '内部理由：联系电话不公开',
  isSecrecyChecked: true,
  isPersonalDataChecked: true,
  carrier: 'governmentPortal',
  url: 'https://example.gov.cn/1',
  disclosedOn: '2024-05-10',
}

/** Complete contents, so that only post, state and version can be what is refused. */
const WHOLE: Record<string, Record<string, never>> = JSON.parse(
  JSON.stringify({
    'results.notice': {
      noticeTitle: '整改通知',
      addressee: '01890000-0000-7000-8000-000000000001',
      planDueOn: '2024-06-09',
      ...typed(),
    },
    'results.task': {
      measure: '分解计划',
      responsible: '张三',
      dueOn: '2024-07-01',
      result: '已完成',
      completedOn: '2024-05-10',
      evidenceNote: '纸质件存档',
      verification: '属实',
    },
    'results.budgetDecision': {
      grade: 'good',
      itemType: 'continuing',
      measure: 'priority',
      base_fen: '500000000',
      ...DECIDED,
    },
    'results.disclosure': { disclosureTitle: '评价结果', summary: '摘要', ...PUBLIC },
  }),
)

/** Only acts that take an opinion are given one. */
const OPINION_OF = (useCase: object) => {
  const { recordKind, action } = useCase as (typeof resultsModule.acts)[number]
  return recordKind.workflow.actions[action]?.opinion ? { opinion: '同意' } : {}
}

async function issued() {
  const projectId = await evaluated()
  const notice = await begun('finance_performance', beginNotice, projectId)
  await save('finance_performance', notice, typed())
  await act('finance_performance', proposeNotice, notice)
  await act('finance_leader', issueNotice, notice)
  return { projectId, notice }
}

async function reported(task: string) {
  await save('unit', task, { measure: '分解计划', responsible: '张三', dueOn: '2024-07-01' })
  await act('unit', planTask, task)
  await save('unit', task, { result: '已完成', completedOn: '2024-05-10', evidenceNote: '纸质件存档' })
  await act('unit', reportTask, task)
}

async function rectified(task: string) {
  await reported(task)
  await act('department', reviewTask, task, '属实')
  await save('finance_performance', task, { verification: '现场核实' })
  await act('finance_performance', verifyTask, task, '属实')
}
