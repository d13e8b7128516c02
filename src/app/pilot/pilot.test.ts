import { describe, expect, test } from 'vitest'
import type { Content } from '../../domain/forms/form.ts'
import { PLAN_STAGES } from '../../domain/workflow/record-kind.ts'
import { plantEvaluated, plantProject, plantRecord } from '../testing/plant.ts'
import { defineViewRecord } from '../records/view-record.ts'
import { recordsOf, refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { approveStageReport, proposeStageReport } from './approve-reports.ts'
import { pilotModule } from './index.ts'
import { recheckPilot, returnAcceptance } from './accept-pilot.ts'
import {
  endorseSelection,
  returnCountyReport,
  returnIntegratedReport,
  returnSelection,
  returnStageReport,
} from './plain-acts.ts'
import { confirmSelection, proposeSelection } from './select-project.ts'

const world = useWorld('2022-09-01')
const { see, save, act, versionFor, textOf } = stepsIn(world, pilotModule)
const [beginSelection, beginStageReport] = pilotModule.begins as unknown as [object, object]
const view = (recordId: string) => see('finance_performance', recordId)

async function begin(
  useCase: object,
  projectId?: string,
  content?: Content,
  by: PersonName = 'finance_performance',
) {
  const input = { ...(projectId ? { projectId } : {}), ...(content ? { content } : {}) }
  const { recordId } = await world.as<{ recordId: string }>(by, useCase, input)
  return recordId
}

/** The six criteria of the form; only the first is ticked. */
const criteria = (first: object) =>
  ['majorTask', 'wideCoverage', 'farReaching', 'changedEnvironment', 'poorExecution', 'weakBenefit'].map(
    (criterion, index) => ({ criterion, ...(index === 0 ? first : {}) }),
  )

/** The selection form as a county fills it in. */
const chosen = (agency: string, more: object = {}) => ({
  // The county of these tests has more pilot projects than any real one.
  overQuotaReason: '测试用，项目较多',
  criteria: criteria({ isMet: true, evidence: '县委一号文件' }),
  reason: '群众关注度高',
  executors: PLAN_STAGES.map((stage) =>
    stage === 'evaluation'
      ? { stage, executorKind: 'agency', organisation: agency }
      : { stage, executorKind: 'own' },
  ),
  expectedResults: '形成可推广的经验',
  ...more,
})

describe('试点项目推荐', () => {
  test('confirmed by the province: the project is in the pilot, its first records begin, the agency sees it', async () => {
    const projectId = await plantProject(world, { isPilot: false })
    const recordId = await begin(beginSelection, projectId)
    await save('finance_performance', recordId, chosen(world.people.agency.organisationId))
    await act('finance_performance', proposeSelection, recordId)
    await act('finance_leader', endorseSelection, recordId, '同意推荐')
    expect(await recordsOf(world, 'agency', projectId, 'pilot.selection')).toEqual([])
    expect(await act('province', confirmSelection, recordId)).toMatchObject({ state: 'confirmed' })
    const { project, frozen } = await view(recordId)
    expect(project).toMatchObject({ isPilot: true, status: 'selected' })
    expect(frozen.map(({ action }) => action)).toEqual(['confirm'])
    expect(await recordsOf(world, 'unit', projectId, 'exante.evaluation')).toHaveLength(1)
    expect(await recordsOf(world, 'unit', projectId, 'targets.sheet')).toHaveLength(1)
    expect(await recordsOf(world, 'agency', projectId, 'pilot.selection')).toHaveLength(1)
    expect(await recordsOf(world, 'agency2', projectId, 'pilot.selection')).toEqual([])
    const text = await textOf('province', recordId, 'selection-form')
    expect(text).toContain('县委一号文件')
    expect(text).toContain('示例绩效评价咨询公司')
    expect(text).not.toContain('草稿')
  })

  test('an official form keeps the project as it was confirmed, whatever becomes of it', async () => {
    const projectId = await plantProject(world, { isPilot: false })
    const recordId = await selected(projectId)
    const { name } = (await view(recordId)).project as unknown as { name: string }
    const { db } = world.product
    await db.updateTable('project').set({ name: '后来改的名称' }).where('id', '=', projectId).execute()
    const text = await textOf('province', recordId, 'selection-form')
    expect(text).toContain(name)
    expect(text).not.toContain('后来改的名称')
  })

  test('a continuing project begins without an ex-ante evaluation', async () => {
    const projectId = await plantProject(world, { isPilot: false, isNew: false })
    const recordId = await selected(projectId)
    expect((await view(recordId)).record.state).toBe('confirmed')
    expect(await recordsOf(world, 'unit', projectId, 'exante.evaluation')).toEqual([])
    expect(await recordsOf(world, 'unit', projectId, 'targets.sheet')).toHaveLength(1)
  })

  test('refused without a criterion, without its evidence, with somebody who is no institution', async () => {
    const recordId = await begin(beginSelection, await plantProject(world, { isPilot: false }))
    const { agency, department } = world.people
    const none = { criteria: criteria({ isMet: false }) }
    const bare = { criteria: criteria({ isMet: true }) }
    for (const [content, place] of [
      [chosen(agency.organisationId, none), { section: 'criteria', field: 'criteria' }],
      [
        chosen(agency.organisationId, bare),
        { section: 'criteria', field: 'criteria', row: 0, column: 'evidence' },
      ],
      [
        chosen(department.organisationId),
        { section: 'executors', field: 'executors', row: 3, column: 'organisation' },
      ],
    ] as const) {
      await save('finance_performance', recordId, content)
      const refusal = await refusalOf(act('finance_performance', proposeSelection, recordId))
      expect(refusal.code).toBe('RULE_VIOLATED')
      expect(refusal.places).toContainEqual(place)
    }
  })
})

describe('分阶段报告', () => {
  test('is written from the records of its stage, and waits until they are complete', async () => {
    const { projectId, finance } = await plantEvaluated(world)
    const recordId = await begin(beginStageReport, projectId, { stage: 'evaluation' })
    const { content } = await view(recordId)
    expect(content).toMatchObject({ stage: 'evaluation', isCarriedOut: true })
    expect(content['outcome']).toContain('总分：82.00分')
    expect(content['outcome']).toContain('评价等级：良。')
    expect(content['problems']).toContain('1.支出进度偏慢。')
    expect(content['suggestions']).toContain('补充调查。')
    expect(content['work']).toContain('启动评价')
    await expect(act('finance_performance', proposeStageReport, recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('还缺“项目支出绩效自评表（已确认）”'),
    })
    await plantRecord(world, { kind: 'evaluation.self', projectId, acts: ['submit', 'review', 'confirm'] })
    await act('finance_performance', proposeStageReport, recordId)
    expect(await act('finance_leader', approveStageReport, recordId)).toMatchObject({ state: 'approved' })
    const text = await textOf('province', recordId, 'stage-report')
    for (const words of ['评价发现的问题', '支出进度偏慢', '40.00', '财政绩效评价第']) {
      expect(text).toContain(words)
    }
    expect((await see('finance_performance', finance)).record.state).toBe('confirmed')
  })

  test('can be read as it stood at an earlier moment', async () => {
    const { projectId } = await plantEvaluated(world)
    const recordId = await begin(beginStageReport, projectId, { stage: 'evaluation' })
    const asOf = new Date().toISOString()
    await save('finance_performance', recordId, { problems: '后来改写' })
    const viewRecord = defineViewRecord(new Map())
    const then = await world.as<{ content: Content }>('finance_performance', viewRecord, { recordId, asOf })
    expect(then.content['problems']).toContain('支出进度偏慢')
    expect((await view(recordId)).content['problems']).toBe('后来改写')
  })

  test('takes the next stage without a report, one report a stage, only for pilot projects', async () => {
    const projectId = await plantProject(world)
    const first = await begin(beginStageReport, projectId)
    expect((await view(first)).content['stage']).toBe('exante')
    const again = begin(beginStageReport, projectId, { stage: 'exante' })
    expect(await refusalOf(again)).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
    const wrong = begin(beginStageReport, projectId, { stage: 'pilot' })
    expect(await refusalOf(wrong)).toMatchObject({ code: 'INVALID_INPUT' })
    const outside = begin(beginStageReport, await plantProject(world, { isPilot: false }))
    expect(await refusalOf(outside)).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })

  test('a stage left out needs its reason; a new major project cannot leave out the ex-ante evaluation', async () => {
    const recordId = await begin(beginStageReport, await plantProject(world), { stage: 'exante' })
    expect((await view(recordId)).content['isCarriedOut']).toBe(false)
    expect((await refusalOf(act('finance_performance', proposeStageReport, recordId))).places).toContainEqual(
      {
        section: 'head',
        field: 'missingReason',
      },
    )
    await save('finance_performance', recordId, { missingReason: '没有来得及' })
    expect((await refusalOf(act('finance_performance', proposeStageReport, recordId))).places).toEqual([
      { section: 'head', field: 'isCarriedOut' },
    ])
    const continuing = await begin(beginStageReport, await plantProject(world, { isNew: false }), {
      stage: 'exante',
    })
    expect((await view(continuing)).content['missingReason']).toContain('延续项目')
    await act('finance_performance', proposeStageReport, continuing)
  })

  test('what was done cannot be reported as not done', async () => {
    const { projectId } = await plantEvaluated(world)
    const recordId = await begin(beginStageReport, projectId, {
      stage: 'evaluation',
      isCarriedOut: false,
      missingReason: '未开展',
    })
    expect((await refusalOf(act('finance_performance', proposeStageReport, recordId))).places).toEqual([
      { section: 'head', field: 'isCarriedOut' },
    ])
  })
})

describe('who may do what', () => {
  const cases: readonly [string, object, string, string[], PersonName, PersonName][] = [
    ['selection.propose', proposeSelection, 'pilot.selection', [], 'finance_performance', 'unit'],
    [
      'selection.endorse',
      endorseSelection,
      'pilot.selection',
      ['propose'],
      'finance_leader',
      'finance_performance',
    ],
    [
      'selection.confirm',
      confirmSelection,
      'pilot.selection',
      ['propose', 'endorse'],
      'province',
      'finance_leader',
    ],
    ['selection.return', returnSelection, 'pilot.selection', ['propose'], 'finance_leader', 'department'],
    [
      'stageReport.propose',
      proposeStageReport,
      'pilot.stageReport',
      [],
      'finance_performance',
      'finance_business',
    ],
    [
      'stageReport.approve',
      approveStageReport,
      'pilot.stageReport',
      ['propose'],
      'finance_leader',
      'province',
    ],
    [
      'stageReport.return',
      returnStageReport,
      'pilot.stageReport',
      ['propose'],
      'finance_leader',
      'finance_performance',
    ],
    [
      'integratedReport.return',
      returnIntegratedReport,
      'pilot.integratedReport',
      ['propose'],
      'finance_leader',
      'unit',
    ],
    [
      'countyReport.return',
      returnCountyReport,
      'pilot.countyReport',
      ['propose'],
      'finance_leader',
      'province',
    ],
    ['acceptance.return', returnAcceptance, 'pilot.acceptance', ['request'], 'province', 'finance_leader'],
    [
      'acceptance.recheck',
      recheckPilot,
      'pilot.acceptance',
      ['request', 'inspect'],
      'province',
      'finance_leader',
    ],
  ]
  test.each(cases)('%s', async (_name, useCase, kind, from, right, wrong) => {
    const isOfProject = !['pilot.countyReport', 'pilot.acceptance'].includes(kind)
    const projectId = isOfProject ? await plantProject(world, { isNew: false }) : undefined
    const content = kind === 'pilot.selection' ? chosen(world.people.agency.organisationId) : SKIPPED[kind]
    const recordId = await plantRecord(world, {
      kind,
      ...(projectId ? { projectId } : {}),
      ...(content ? { content: content as Content } : {}),
      acts: from,
    })
    const { recordKind, action } = useCase as (typeof pilotModule.acts)[number]
    const opinion = recordKind.workflow.actions[action]?.opinion ? { opinion: '同意' } : {}
    const call = (by: PersonName, version: number) => world.as(by, useCase, { recordId, version, ...opinion })
    const version = await versionFor(recordId)
    const wrongCode = isOfProject || !['unit', 'department'].includes(wrong) ? 'NOT_PERMITTED' : 'NOT_FOUND'
    expect(await refusalOf(call(wrong, version))).toMatchObject({ code: wrongCode })
    expect(await refusalOf(call('outsider', version))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(call(right, version + 5))).toMatchObject({ code: 'VERSION_CONFLICT' })
    await call(right, version)
    expect(await refusalOf(call(right, await versionFor(recordId)))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  })
})

const SKIPPED: Record<string, Content> = {
  'pilot.acceptance': { defects: [{ problem: '缺附件', requirement: '补齐', dueOn: '2030-01-01' }] },
  'pilot.stageReport': { stage: 'exante', isCarriedOut: false, missingReason: '延续项目' },
}

async function selected(projectId: string) {
  const recordId = await begin(beginSelection, projectId)
  await save('finance_performance', recordId, chosen(world.people.agency.organisationId))
  await act('finance_performance', proposeSelection, recordId)
  await act('finance_leader', endorseSelection, recordId)
  await act('province', confirmSelection, recordId)
  return recordId
}
