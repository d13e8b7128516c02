import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { rosterText } from '../../../domain/exante/compute/index.ts'
import { actOf } from '../../testing/first-stages.ts'
import { useWorld } from '../../testing/world.ts'
import { type drawFile, exportDraw } from './export-draw.ts'
import { listExpertEntries } from './list-expert-entries.ts'
import { type Invented, panelIn } from './panel.fixture.ts'

const world = useWorld('2022-08-20')
const panel = panelIn(world)
const { act, see, change, as } = panel

const experts: Record<string, Invented> = {}
const QUOTAS = {
  quotas: [
    { field: 'industry', count: 2 },
    { field: 'finance', count: 1 },
  ],
}

beforeAll(async () => {
  const both = { fields: ['industry', 'finance'] }
  for (const name of ['甲', '乙', '丙', '丁', '戊']) experts[name] = await panel.enrol(name, both)
  experts['本单位'] = await panel.enrol('本单位', { ...both, employer: '示例县农业技术推广中心（本级）' })
  experts['前任'] = await panel.enrol('前任', {
    ...both,
    employment: [{ employer: '示例县农业农村局', until: '2021-06-30' }],
  })
  experts['亲属'] = await panel.enrol('亲属', {
    ...both,
    relations: [{ institution: '示例县农业农村局', relation: 'kinship' }],
  })
  experts['暂停'] = await panel.enrol('暂停', both)
  await act(panel.officer(), 'exante.expertEntry', 'suspend', experts['暂停'].entry, '年度考核不合格')
}, 60_000)

type File = ReturnType<typeof drawFile>
const fileOf = async (recordId: string): Promise<File> => {
  const printed = await as<{ bytes_base64: string }>(panel.officer(), exportDraw, { recordId })
  return JSON.parse(Buffer.from(printed.bytes_base64, 'base64').toString())
}
const nameOf = (id: string | null) => Object.values(experts).find(({ entry }) => entry === id)?.name

describe('专家库', () => {
  const list = (by: Parameters<typeof world.as>[0], where: object = {}) =>
    world.as<{ items: { name: string; state: string; reason: string | null }[] }>(
      by,
      listExpertEntries,
      where,
    )
  test('is searched by name, employer and field, and says why somebody is suspended', async () => {
    expect((await list('finance_performance')).items).toHaveLength(9)
    expect((await list('finance_performance', { text: '推广中心' })).items.map(({ name }) => name)).toEqual([
      '本单位',
    ])
    expect((await list('finance_performance', { field: 'law' })).items).toEqual([])
    const { items } = await list('finance_performance', { state: 'suspended' })
    expect(items).toMatchObject([{ name: '暂停', reason: '年度考核不合格' }])
  })

  test('is for the performance section of the place and the province, and nobody else', async () => {
    expect((await list('province')).items).toHaveLength(9)
    expect((await list('outsider')).items).toEqual([])
    await expect(list('outsider', { jurisdiction: '640221' })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    for (const by of [
      'unit',
      'department',
      'finance_business',
      'finance_leader',
      'congress',
      'audit',
      'expert',
    ] as const) {
      await expect(list(by), by).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
      const entry = experts['甲']?.entry ?? ''
      await expect(panel.see(world.people[by], entry), by).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  test('an expert stands in it once, and needs a post to score in', async () => {
    const again = panel.enrol('重名', { person: experts['甲']?.personId ?? '' })
    await expect(again).rejects.toMatchObject({ message: expect.stringContaining('已经登记') })
    const noPost = panel.enrol('无岗位', { person: world.people.department.personId })
    await expect(noPost).rejects.toMatchObject({ message: expect.stringContaining('没有在任的专家岗位') })
  })
})

describe('专家抽取', () => {
  test('the roster is sealed before the value can be known, with everybody and every reason', async () => {
    world.setToday('2022-09-01')
    const { projectId } = await panel.submitted()
    const recordId = await panel.beginDraw(projectId, { ...QUOTAS, publicValueOn: '2022-09-01' })
    const seal = () => act(panel.officer(), 'exante.draw', 'seal', recordId)
    await expect(seal()).rejects.toMatchObject({ message: expect.stringContaining('必须晚于今天') })
    await change(panel.officer(), recordId, {
      publicValueOn: '2022-09-05',
      quotas: [{ field: 'finance', count: 6 }],
    })
    await expect(seal()).rejects.toMatchObject({ message: expect.stringContaining('可抽取的有5名') })
    await change(panel.officer(), recordId, QUOTAS)
    await seal()
    const { roster, rosterHash, seed } = await fileOf(recordId)
    expect(seed).toBeNull()
    expect(createHash('sha256').update(rosterText(roster)).digest('hex')).toBe(rosterHash)
    const reasons = Object.fromEntries(roster.experts.map(({ name, reasons }) => [name, reasons.join()]))
    expect(reasons).toMatchObject({ 甲: '', 戊: '' })
    expect(reasons['本单位']).toContain('EXA-121')
    expect(reasons['前任']).toContain('EXA-122')
    expect(reasons['亲属']).toContain('EXA-125')
    expect(reasons['暂停']).toBe('已暂停：年度考核不合格')
    const { rows } = await world.owner.query(
      'select type, convert_from(canon, $2) as canon from ledger_leaf where record_id = $1',
      [recordId, 'UTF8'],
    )
    expect(rows.map(({ type }) => type)).toEqual(['panel.sealed'])
    expect(JSON.parse(rows[0].canon).content.rosterHash).toBe(rosterHash)
    expect(rows[0].canon).not.toContain('年度考核不合格')
  })

  test('nothing of what was sealed can be changed, and the value is not drawn on before its day', async () => {
    world.setToday('2022-09-01')
    const { projectId } = await panel.submitted()
    const recordId = await panel.beginDraw(projectId, QUOTAS)
    await act(panel.officer(), 'exante.draw', 'seal', recordId)
    await expect(change(panel.officer(), recordId, QUOTAS)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(change(panel.officer(), recordId, { rosterHash: 'x' })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await change(panel.officer(), recordId, { publicValue: '3199.91' })
    const early = act(panel.officer(), 'exante.draw', 'draw', recordId)
    await expect(early).rejects.toMatchObject({ message: expect.stringContaining('请到时再抽取') })
  })

  test('what was sealed is given up by the leader alone, in writing, and the next roster says so', async () => {
    world.setToday('2022-09-01')
    const { projectId } = await panel.submitted()
    const recordId = await panel.beginDraw(projectId, QUOTAS)
    await act(panel.officer(), 'exante.draw', 'seal', recordId)
    const abandon = (who: 'finance_performance' | 'finance_leader', opinion?: string) =>
      act(world.people[who], 'exante.draw', 'abandon', recordId, opinion)
    await expect(abandon('finance_performance', '重来')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(abandon('finance_leader')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await abandon('finance_leader', '公布日休市')
    const next = await panel.beginDraw(projectId, QUOTAS)
    await act(panel.officer(), 'exante.draw', 'seal', next)
    expect((await fileOf(next)).roster.earlier).toEqual([{ draw: recordId, reason: '公布日休市' }])
  })

  test('the panel is what is drawn: only these may score, and the unit sees none of it', async () => {
    world.setToday('2022-09-01')
    const { projectId, evaluationId } = await panel.submitted()
    const recordId = await panel.draw(projectId, QUOTAS)
    const file = await fileOf(recordId)
    expect(file.panel.map(({ field }) => field)).toEqual(['industry', 'industry', 'finance'])
    const drawn = file.panel.map(({ id }) => nameOf(id))
    const { content } = await see(panel.officer(), evaluationId)
    const named = content['experts'] as { person: string; isLead: boolean }[]
    expect(
      named.map(({ person }) => Object.values(experts).find((one) => one.personId === person)?.name),
    ).toEqual(drawn)
    const open = () => act(panel.officer(), 'exante.evaluation', 'open', evaluationId)
    await expect(open()).rejects.toMatchObject({ message: expect.stringContaining('指定组长') })
    const led = named.map((row, index) => ({ ...row, isLead: index === 0 }))
    await change(panel.officer(), evaluationId, { experts: led.slice(0, 2) })
    await expect(open()).rejects.toMatchObject({ message: expect.stringContaining('与抽取结果不一致') })
    await change(panel.officer(), evaluationId, { experts: led })
    await open()
    for (const by of ['unit', 'department', 'expert'] as const) {
      await expect(panel.see(world.people[by], recordId), by).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(world.as(by, exportDraw, { recordId }), by).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      })
    }
    const text = await panel.way.textOf('finance_leader', recordId, 'expert-draw')
    for (const words of [file.rosterHash, file.seed, '3199.91', '年度考核不合格', '没有更换'])
      expect(text).toContain(words)
  })
})

describe('更换专家', () => {
  async function opened() {
    world.setToday('2022-09-01')
    const { projectId, evaluationId } = await panel.submitted()
    const recordId = await panel.draw(projectId, QUOTAS)
    const { content } = await see(panel.officer(), evaluationId)
    const led = content['experts'].map((row: object, index: number) => ({ ...row, isLead: index === 0 }))
    await change(panel.officer(), evaluationId, { experts: led })
    await act(panel.officer(), 'exante.evaluation', 'open', evaluationId)
    const file = await fileOf(recordId)
    const people = file.panel.map(
      ({ id }) => Object.values(experts).find(({ entry }) => entry === id) as Invented,
    )
    return { evaluationId, recordId, file, people }
  }

  test('who stands back after the draw is replaced by the next in the order, and nobody else', async () => {
    const { evaluationId, recordId, file, people } = await opened()
    const [first] = people as [Invented]
    const sheet = await panel.sheetOf(first, evaluationId)
    const recuse = () => act(first, 'exante.scoreSheet', 'recuse', sheet)
    await expect(recuse()).rejects.toMatchObject({ message: expect.stringContaining('写明利害关系') })
    await change(first, sheet, { hasConflict: true, conflictNote: '配偶在主管部门任职' })
    await expect(
      panel.pledge(first, sheet).then(() => change(first, sheet, { hasConflict: true })),
    ).resolves.toBeTruthy()
    await recuse()
    const close = act(panel.officer(), 'exante.evaluation', 'closeScoring', evaluationId)
    await expect(close).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    const { findings } = await panel.way.see('finance_performance', evaluationId)
    expect(findings.map(({ message }) => message).join()).toContain('配偶在主管部门任职')
    await act(panel.officer(), 'exante.draw', 'replace', recordId)
    const after = await fileOf(recordId)
    const used = file.panel.map(({ id }) => id)
    const expected = file.order.find(({ id }) => id && !used.includes(id))?.id ?? null
    expect(after.replacements).toMatchObject([{ replaced: first.entry, successor: expected }])
    expect(after.panel).toEqual(file.panel)
    const { content } = await see(panel.officer(), evaluationId)
    const successor = Object.values(experts).find(({ entry }) => entry === expected) as Invented
    expect(content['experts'][0]).toMatchObject({ person: successor.personId, isLead: true })
    expect(await panel.sheetOf(successor, evaluationId)).toBeTruthy()
    const text = await panel.way.textOf('finance_leader', recordId, 'expert-draw')
    expect(text).toContain('申报回避：配偶在主管部门任职')
    const again = act(panel.officer(), 'exante.draw', 'replace', recordId)
    await expect(again).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('who cannot come is replaced with a written reason; who has handed in is not', async () => {
    const { evaluationId, recordId, people } = await opened()
    const [first, second] = people as [Invented, Invented]
    const sheet = await panel.sheetOf(second, evaluationId)
    await panel.pledge(second, sheet)
    await panel.mark(second, sheet, 'good')
    await panel.handIn(second, sheet)
    const replace = (opinion?: string) => act(panel.officer(), 'exante.draw', 'replace', recordId, opinion)
    await change(panel.officer(), recordId, { replacing: second.personId })
    await expect(replace('换一位')).rejects.toMatchObject({
      message: expect.stringContaining('已经提交评分'),
    })
    await change(panel.officer(), recordId, { replacing: first.personId })
    await expect(replace()).rejects.toMatchObject({ message: expect.stringContaining('写明理由') })
    await replace('住院')
    const own = await panel.sheetOf(first, evaluationId)
    await expect(see(first, own)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { rows } = await world.owner.query('select state from record where id = $1', [own])
    expect(rows).toEqual([{ state: 'withdrawn' }])
    const { rows: leaves } = await world.owner.query(
      'select type from ledger_leaf where record_id = $1 order by idx',
      [recordId],
    )
    expect(leaves.map(({ type }) => type)).toEqual(['panel.sealed', 'panel.drawn', 'panel.replaced'])
  })

  test('a ground found after the draw keeps the pledge from being given', async () => {
    const { evaluationId, people } = await opened()
    const [first] = people as [Invented]
    await change(panel.officer(), first.entry, {
      employment: [{ employer: '示例县农业农村局', until: '2022-01-31' }],
    })
    const sheet = await panel.sheetOf(first, evaluationId)
    await expect(panel.pledge(first, sheet)).rejects.toMatchObject({
      message: expect.stringContaining('任职，未满3年'),
    })
    await change(panel.officer(), first.entry, { employment: [] })
  })

  test('scoring organised anew gives up every sheet unread, with a reason', async () => {
    const { evaluationId, people } = await opened()
    const [first] = people as [Invented]
    const sheet = await panel.sheetOf(first, evaluationId)
    await panel.pledge(first, sheet)
    const reorganise = (opinion?: string) =>
      act(panel.officer(), 'exante.evaluation', 'reorganise', evaluationId, opinion)
    await expect(reorganise()).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await reorganise('两名专家联系不上')).state).toBe('submitted')
    await expect(see(first, sheet)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act(panel.officer(), 'exante.evaluation', 'open', evaluationId)
    expect(await panel.sheetOf(first, evaluationId)).not.toBe(sheet)
  })
})

test('the acts of the panel are nobody else’s', async () => {
  world.setToday('2022-09-01')
  const { projectId } = await panel.submitted()
  const recordId = await panel.beginDraw(projectId, QUOTAS)
  for (const [by, code] of [
    ['finance_leader', 'NOT_PERMITTED'],
    ['finance_business', 'NOT_PERMITTED'],
    ['congress', 'NOT_PERMITTED'],
    ['unit', 'NOT_FOUND'],
    ['department', 'NOT_FOUND'],
    ['outsider', 'NOT_FOUND'],
    ['expert', 'NOT_FOUND'],
  ] as const) {
    const attempt = world.as(by, actOf('exante.draw', 'seal'), { recordId, version: 2 })
    await expect(attempt, by).rejects.toMatchObject({ code })
  }
})
