import { describe, expect, test } from 'vitest'
import type { ContentRow } from '../../../domain/forms/form.ts'
import { findPilotProgress } from '../../../storage/cockpit-repository.ts'
import { kyselyOn } from '../../../storage/connection.ts'
import { listTodos } from '../../shell/list-todos.ts'
import { plantProject, plantRecord } from '../../testing/plant.ts'
import { refusalOf, stepsIn } from '../../testing/steps.ts'
import { type PersonName, useWorld } from '../../testing/world.ts'
import { pilotModule } from '../index.ts'
import {
  publishRanking,
  uploadBoundary,
  viewBoundary,
  viewCalendar,
  viewOwnRank,
  viewRanking,
  viewRegisters,
  viewSelectionBoard,
} from './index.ts'

const world = useWorld('2022-10-20')
const { see, save, act, textOf } = stepsIn(world, pilotModule)
const HERE = '640221'

const useCase = (id: string) => {
  const found = [...pilotModule.begins, ...pilotModule.acts].find((one) => one.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
async function begin(by: PersonName, kind: string, content: object = {}) {
  const { recordId } = await world.as<{ recordId: string }>(by, useCase(`${kind}.begin`), {
    fiscalYear: 2023,
    ...(Object.keys(content).length > 0 ? { content } : {}),
  })
  return recordId
}
/** Of the region's records, whose versions only the region sees. */
async function actOf(by: PersonName, id: string, recordId: string, opinion?: string) {
  const { record } = await see(by, recordId)
  return world.as(by, useCase(id), {
    recordId,
    version: record.version,
    ...(opinion ? { opinion } : {}),
  })
}

type Line = { code: string; state: string; days: number; to: string; sentence: string }
type Calendar = {
  programme: { recordId: string | null; source: string; name: string }
  province: { next: Line | null }
  places: { id: string; lines: Line[]; next: Line | null; waiting: string | null }[]
  hidden: number
}
const calendar = (by: PersonName) => world.as<Calendar>(by, viewCalendar, {})

describe('试点日程', () => {
  test('the region sees every place with what is due next; a county itself only', async () => {
    const { places, hidden, province, programme } = await calendar('province')
    expect(programme).toMatchObject({ recordId: null, source: '本系统拟定的默认标准' })
    expect([places.length, hidden]).toEqual([27, 0])
    expect(places[0]?.next).toMatchObject({ code: 'selection', state: 'late', days: -20 })
    expect(places[0]?.waiting).toBe('请财政绩效股推荐试点项目')
    expect(province).toMatchObject({
      next: { code: 'confirm', state: 'late', days: -5 },
      waiting: '还有27个地区没有办完',
    })
    const own = await calendar('finance_performance')
    expect(own.places.map(({ id }) => id)).toEqual([HERE])
    expect([own.hidden, own.province.next]).toEqual([26, null])
  })

  test('what is done leaves the line; the place with the least time left comes first', async () => {
    const projectId = await plantProject(world, { isNew: false })
    await plantRecord(world, {
      kind: 'pilot.selection',
      projectId,
      acts: ['propose', 'endorse', 'confirm'],
    })
    const { places } = await calendar('province')
    const own = places.find(({ id }) => id === HERE)
    expect(own?.lines.find(({ code }) => code === 'selection')).toMatchObject({ state: 'done', days: 20 })
    // 延续项目: no ex-ante evaluation is asked for, so it is not late.
    expect(own?.lines.find(({ code }) => code === 'exante')).toMatchObject({ state: 'done', days: 0 })
    expect(own?.next).toMatchObject({ code: 'targets', state: 'open' })
    expect(own?.waiting).toContain('项目支出绩效目标（已批复）：还没有办理')
    expect(places.at(-1)?.id).toBe(HERE)
    await plantRecord(world, { kind: 'project.budgetLine', projectId, acts: ['apply', 'arrange', 'approve'] })
    const toPublic = ['declare', 'review', 'recheck', 'approve', 'publish']
    await plantRecord(world, { kind: 'targets.sheet', projectId, acts: toPublic })
    world.setToday('2023-09-01')
    await plantRecord(world, { kind: 'targets.adjustment', projectId, acts: ['declare'] })
    const later = (await calendar('province')).places.find(({ id }) => id === HERE)
    world.setToday('2022-10-20')
    // What is adjusted a year later does not make the target late.
    expect(later?.lines.find(({ code }) => code === 'targets')).toMatchObject({ state: 'done', days: 0 })
  })
})

describe('试点方案设置', () => {
  test('one of the region proposes, another approves; from its day everybody works by it', async () => {
    const recordId = await begin('province', 'pilot.programme')
    const { content, findings } = await see('province', recordId)
    expect(findings).toEqual([])
    expect(content['places']).toHaveLength(27)
    const criteria = [
      { item: '资料齐全', itemCode: 'N-1', weight_x100: 6000 },
      { item: '成效明显', itemCode: 'N-2', weight_x100: 3000 },
    ]
    const places = content['places'].map((row: ContentRow) => ({
      ...row,
      isTaking: row['place'] !== '640324',
    }))
    const milestones = content['milestones'].map((row: ContentRow) =>
      row['code'] === 'monitoring' ? { ...row, to: '2023-10-25' } : row,
    )
    const store = async (given: object) =>
      world.as('province', await saver(), { recordId, version: await versionOf(recordId), content: given })
    await store({ criteria, places, milestones })
    expect((await refusalOf(actOf('province', 'pilot.programme.propose', recordId))).places).toEqual([
      { section: 'acceptance', field: 'criteria' },
    ])
    await store({ criteria: [criteria[0], { ...criteria[1], weight_x100: 4000 }], pass_x100: 7000 })
    await actOf('province', 'pilot.programme.propose', recordId)
    expect((await calendar('province')).programme.recordId).toBeNull()
    expect(await refusalOf(actOf('province', 'pilot.programme.approve', recordId))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await actOf('province2', 'pilot.programme.approve', recordId)

    const now = await calendar('province')
    expect(now.programme).toMatchObject({ recordId, source: '自治区2022年10月20日审定的试点方案设置' })
    expect(now.places.map(({ id }) => id)).not.toContain('640324')
    expect(now.places.find(({ id }) => id === HERE)?.next).toMatchObject({ to: '2023-10-25', days: 370 })
    // The county works by it and does not see the record.
    const own = await calendar('finance_performance')
    expect(own.places[0]?.next).toMatchObject({ to: '2023-10-25' })
    expect(own.programme.recordId).toBeNull()
    expect(await refusalOf(see('finance_performance', recordId))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(begin('finance_performance', 'pilot.programme'))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
  })

  async function saver() {
    return (await import('../../records/save-draft.ts')).saveDraft
  }
  async function versionOf(recordId: string) {
    return (await see('province', recordId)).record.version
  }
})

describe('选点', () => {
  type Board = {
    quota: { sentence: string } | null
    rankedCount: number
    candidates: {
      projectId: string
      rank: number
      total_x100: number
      isPilot: boolean
      lines: { id: string; why: string }[]
    }[]
    places: { id: string; state: string; confirmed: number; sentence: string }[]
  }
  const board = (by: PersonName, jurisdiction = HERE) =>
    world.as<Board>(by, viewSelectionBoard, { jurisdiction, year: 2023 })

  test('a county compares its own candidates; the region sees the proposals of all', async () => {
    const major = await plantProject(world, { isPilot: false, isNew: true, grade: 'poor' })
    const { candidates, places } = await board('finance_performance')
    expect(candidates.length).toBeGreaterThanOrEqual(2)
    expect(candidates[0]).toMatchObject({ projectId: major, rank: 1, isPilot: false })
    expect(candidates[0]?.lines.find(({ id }) => id === 'attention')?.why).toContain('还没有填写推荐表')
    expect(places).toEqual([])
    expect(await refusalOf(board('outsider'))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(board('unit'))).toMatchObject({ code: 'NOT_PERMITTED' })
    const all = await board('province')
    expect(all.places).toHaveLength(26)
    expect(all.places.find(({ id }) => id === HERE)).toMatchObject({ state: 'within', confirmed: 1 })
    expect(all.places[0]).toMatchObject({ state: 'below', sentence: expect.stringContaining('少于1个') })
  })

  test('the region, which chooses none, is not told that it has too few', async () => {
    const own = await world.as<Board>('province', viewSelectionBoard, { jurisdiction: '640000', year: 2023 })
    expect(own.quota).toBeNull()
    expect((await board('finance_performance')).quota).toMatchObject({ sentence: expect.any(String) })
  })

  test('however many projects a county has, all are ranked and the recommended are listed', async () => {
    const before = await board('finance_performance')
    const [first] = before.candidates.toSorted((a, b) => a.total_x100 - b.total_x100)
    await plantMany(first?.projectId ?? '', 600)
    const best = await plantProject(world, { isPilot: false, isNew: true, grade: 'poor' })
    const after = await board('finance_performance')
    expect(after.rankedCount).toBe(before.rankedCount + 601)
    expect(after.candidates.find(({ projectId }) => projectId === best)).toMatchObject({ rank: 1 })
    const chosen = before.candidates.filter(({ isPilot }) => isPilot).map(({ projectId }) => projectId)
    expect(after.candidates.map(({ projectId }) => projectId)).toEqual(expect.arrayContaining(chosen))
    expect(after.candidates.length).toBeLessThan(after.rankedCount)
  })

  /** Copies of a project, entered after it. */
  async function plantMany(projectId: string, count: number) {
    await world.database.owner.query(
      `insert into project select (jsonb_populate_record(p, jsonb_build_object(
         'id', gen_random_uuid(), 'code', p.code || '-' || n, 'is_pilot', false))).*
       from project p, generate_series(1, $2) n where p.id = $1`,
      [projectId, count],
    )
  }

  test('a third project is proposed only with a reason', async () => {
    for (const _ of [1, 2]) {
      const projectId = await plantProject(world, { isPilot: false })
      await plantRecord(world, { kind: 'pilot.selection', projectId, acts: ['propose'] })
    }
    const projectId = await plantProject(world, { isPilot: false })
    const recordId = await plantRecord(world, { kind: 'pilot.selection', projectId })
    const { findings } = await see('finance_performance', recordId)
    expect(findings.map(({ ruleId }) => ruleId)).toContain('PIL-124')
    await save('finance_performance', recordId, { overQuotaReason: '自治区要求增加一个' })
    const after = (await see('finance_performance', recordId)).findings.map(({ ruleId }) => ruleId)
    expect(after).not.toContain('PIL-124')
    expect(after).toContain('PIL-102')
  })
})

describe('推进情况排名', () => {
  type Own = { published: { rank: number; places: number } | null; notes: { answer: string | null }[] }
  const own = (by: PersonName, jurisdiction = HERE) => world.as<Own>(by, viewOwnRank, { jurisdiction })

  test('published by the region, seen by each place alone, explained and answered', async () => {
    expect(await refusalOf(begin('finance_performance', 'pilot.rankNote'))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    expect(await refusalOf(world.as('finance_performance', publishRanking, {}))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await world.as('province', publishRanking, {})
    expect((await own('finance_performance')).published).toMatchObject({ rank: 1, places: 1 })
    expect((await own('outsider', '640324')).published).toBeNull()
    expect(await refusalOf(own('outsider'))).toMatchObject({ code: 'NOT_PERMITTED' })
    const recordId = await begin('finance_performance', 'pilot.rankNote')
    const { content } = await see('finance_performance', recordId)
    expect(content).toMatchObject({ rank: 1, rankedOn: '2022-10-20' })
    await save('finance_performance', recordId, { note: '目标正在审核，请按审核日期计算' })
    await act('finance_performance', useCase('pilot.rankNote.send'), recordId)
    await save('province', recordId, { answer: '已按审核日期核对' })
    await act('province', useCase('pilot.rankNote.answer'), recordId)
    const ranking = await world.as<{ places: { id: string; notes: { answer: string }[] }[] }>(
      'province',
      viewRanking,
      {},
    )
    expect(ranking.places.find(({ id }) => id === HERE)?.notes).toMatchObject([
      { answer: '已按审核日期核对' },
    ])
    expect((await own('finance_leader')).notes).toHaveLength(1)
    expect(await refusalOf(world.as('finance_leader', viewRanking, {}))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await expect(world.owner.query('update pilot_ranking set rank = 2')).rejects.toThrow()
  })
})

describe('联合推进', () => {
  type Register = {
    items: { kind: string; state: string; isOverdue: boolean; who: string | null; recordId: string }[]
    publicity: { activities: number; people: number; sentence: string }
  }
  const registers = (by: PersonName) => world.as<Register>(by, viewRegisters, { jurisdiction: HERE })
  const todos = async (by: PersonName) =>
    (
      await world.as<{ items: { recordId: string; isOverdue: boolean; recordTitle: string }[] }>(
        by,
        listTodos,
        {},
      )
    ).items.filter(({ recordTitle }) => recordTitle.startsWith('试点督办事项'))

  test('a decision of a meeting becomes a task of the department, overdue in its to-do list, closed by finance', async () => {
    const department = world.people.department.organisationId
    const recordId = await begin('finance_performance', 'pilot.meeting')
    await save('finance_performance', recordId, {
      name: '第一次联席会议',
      attendees: '财政局、农业农村局',
      agenda: [{ item: '试点安排' }],
      minutes: '会议要求按日程推进。',
      decisions: [{ decision: '报送评估资料', department, dueOn: '2022-10-25' }, { decision: '财政局牵头' }],
    })
    await act('finance_performance', useCase('pilot.meeting.file'), recordId)
    expect(await textOf('finance_performance', recordId, 'meeting-minutes')).toContain('报送评估资料')
    const [task] = await todos('department')
    expect(task).toMatchObject({ isOverdue: false, recordTitle: '试点督办事项：报送评估资料' })
    expect(await todos('department2')).toEqual([])
    world.setToday('2022-10-26')
    const id = task?.recordId ?? ''
    expect((await todos('department'))[0]).toMatchObject({ isOverdue: true })
    expect((await registers('finance_leader')).items.find((one) => one.recordId === id)).toMatchObject({
      isOverdue: true,
      state: 'issued',
    })
    expect(await refusalOf(see('department2', id))).toMatchObject({ code: 'NOT_FOUND' })
    await save('department', id, { result: '已报送', completedOn: '2022-10-26' })
    await act('department', useCase('pilot.supervision.report'), id)
    await save('finance_performance', id, { verification: '资料齐全' })
    await act('finance_performance', useCase('pilot.supervision.close'), id, '同意销号')
    expect(await todos('department')).toEqual([])
    world.setToday('2022-10-20')
  })

  test('a meeting gives no task to an office of another place, or to a unit', async () => {
    for (const person of ['outsiderDepartment', 'unit'] as const) {
      const recordId = await begin('finance_performance', 'pilot.meeting')
      await save('finance_performance', recordId, {
        name: '联席会议',
        attendees: '财政局',
        agenda: [{ item: '试点安排' }],
        minutes: '会议要求按日程推进。',
        decisions: [
          {
            decision: '报送评估资料',
            department: world.people[person].organisationId,
            dueOn: '2022-10-25',
          },
        ],
      })
      const filing = act('finance_performance', useCase('pilot.meeting.file'), recordId)
      expect((await refusalOf(filing)).places).toEqual([
        { section: 'minutes', field: 'decisions', row: 0, column: 'department' },
      ])
    }
  })

  test('a task for a department of another place, or for a unit, is refused', async () => {
    for (const person of ['outsiderDepartment', 'unit'] as const) {
      const department = world.people[person].organisationId
      expect(
        await refusalOf(begin('finance_performance', 'pilot.supervision', { department })),
      ).toMatchObject({ code: 'INVALID_INPUT' })
    }
    const own = await begin('finance_performance', 'pilot.supervision', {
      department: world.people.department.organisationId,
    })
    await save('finance_performance', own, { task: '核对执行数', dueOn: '2022-11-01' })
    await act('finance_performance', useCase('pilot.supervision.issue'), own)
    expect((await see('department', own)).record.dueOn).toBe('2022-11-01')
  })

  test('lead group, publicity and roll-out are registered; publicity is counted', async () => {
    const group = await begin('finance_performance', 'pilot.leadGroup')
    await save('finance_performance', group, {
      establishedOn: '2022-08-20',
      members: [{ name: '张三', body: '县政府副县长', role: 'head' }],
      duties: [{ body: '县财政局', duty: '总体协调' }],
    })
    await act('finance_performance', useCase('pilot.leadGroup.propose'), group)
    await act('finance_leader', useCase('pilot.leadGroup.confirm'), group)
    for (const people of [120, 30]) {
      const id = await begin('finance_performance', 'pilot.publicity')
      const audience = { form: 'training', audience: '预算单位', people, material: '操作手册' }
      await save('finance_performance', id, { name: '绩效培训', heldOn: '2022-10-12', ...audience })
      await act('finance_performance', useCase('pilot.publicity.register'), id)
    }
    await begin('finance_performance', 'pilot.publicity')
    const adopted = await begin('finance_performance', 'pilot.adoption')
    const blueprint = { blueprint: '规范管理蓝本', blueprintVersion: '1.0', digest: 'ab12' }
    await save('finance_performance', adopted, {
      ...blueprint,
      adaptedParts: [{ part: '监控表', change: '增加节点', reason: '工程类' }],
    })
    await act('finance_performance', useCase('pilot.adoption.register'), adopted)
    const { items, publicity } = await registers('province')
    expect(publicity).toEqual({
      activities: 2,
      people: 150,
      sentence: '共开展宣传活动2次，参加和受众150人次。',
    })
    const report = await see('finance_performance', await begin('finance_performance', 'pilot.countyReport'))
    expect(report.content['publicity']).toBe(publicity.sentence)
    expect(items.find(({ kind }) => kind === 'pilot.leadGroup')?.who).toBe('组长：张三')
    expect(items.find(({ kind }) => kind === 'pilot.adoption')).toMatchObject({ state: 'registered' })
    expect(await refusalOf(registers('outsider'))).toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('行政区划边界', () => {
  test('handed in by the region, seen by all, refused when it is not of these places', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      "select id from jurisdiction where level = 'county'",
    )
    const ring = [
      [106, 38],
      [107, 38],
      [107, 39],
      [106, 38],
    ]
    const features = rows.map(({ id }) => ({
      type: 'Feature',
      properties: { adcode: id, secret: '不保留' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }))
    const name = '边界.json'
    const send = (by: PersonName, list: object[]) =>
      world.as(by, uploadBoundary, { name, collection: { type: 'FeatureCollection', features: list } })
    expect(await refusalOf(send('finance_leader', features))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(send('province', features.slice(1)))).toMatchObject({ code: 'RULE_VIOLATED' })
    expect(await world.as('unit', viewBoundary, {})).toMatchObject({ name: null, collection: null })
    await send('province', features)
    const seen = await world.as<{ name: string; collection: { features: object[] } }>(
      'unit',
      viewBoundary,
      {},
    )
    expect(seen.collection.features).toHaveLength(22)
    expect(JSON.stringify(seen)).not.toContain('不保留')
  })
})

test('what the region confirms later was handed in on the day the place endorsed it', async () => {
  const projectId = await plantProject(world, { isPilot: false, isNew: false })
  const recordId = await plantRecord(world, {
    kind: 'pilot.selection',
    projectId,
    content: {
      criteria: [{ criterion: 'majorTask', isMet: true, evidence: '县委文件' }],
      overQuotaReason: '县委确定的重点任务。',
    },
    acts: ['propose', 'endorse'],
  })
  world.setToday('2022-12-01')
  await act('province', useCase('pilot.selection.confirm'), recordId)
  world.setToday('2022-10-20')
  const [place] = await findPilotProgress(kyselyOn(world.database.owner), { jurisdictionId: HERE })
  const record = place?.projects.flatMap(({ records }) => records).find(({ id }) => id === recordId)
  expect(record?.stateSince).toMatch(/^2022-12-01/)
  expect(record?.handedInAt).toMatch(/^2022-10-20/)
})
