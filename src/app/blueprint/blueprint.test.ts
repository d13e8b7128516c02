import { beforeAll, describe, expect, test } from 'vitest'
import { exanteModule, listRubrics } from '../exante/index.ts'
import { listIndicators } from '../indicators/list-indicators.ts'
import { inspect } from '../inspect/inspect.ts'
import { saveDraft } from '../records/save-draft.ts'
import { viewRuleValues } from '../shell/view-rule-values.ts'
import { plantIndicator, plantPilot } from '../testing/plant-pilot.ts'
import { stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { blueprintModule, exportBlueprint, listBlueprints, loadBlueprint } from './index.ts'

const PILOT = '640324'
const world = useWorld('2024-06-20')
const { see } = stepsIn(world, blueprintModule)

const act = async (by: PersonName, id: string, recordId: string, opinion?: string) => {
  const { version } = (await see(by, recordId)).record
  const useCase = [...blueprintModule.acts, ...exanteModule.acts].find((one) => one.id === id)!
  return world.as(by, useCase, { recordId, version, ...(opinion ? { opinion } : {}) })
}
const begin = async (by: PersonName, kind: string, input: object = {}) =>
  (
    await world.as<{ recordId: string }>(
      by,
      [...blueprintModule.begins, ...exanteModule.begins].find(({ recordKind }) => recordKind.kind === kind)!,
      input,
    )
  ).recordId
const save = async (by: PersonName, recordId: string, content: object) =>
  world.as(by, saveDraft, { recordId, version: (await see(by, recordId)).record.version, content })
const rules = async (by: PersonName, recordId: string) =>
  (await see(by, recordId)).findings.map(({ ruleId }: { ruleId: string }) => ruleId)
type Value = { value: unknown; use: { sourceTitle: string; article: string; jurisdiction?: string } }
const valueAt = async (id: string, date: string, jurisdiction = '640221') =>
  (await world.as<{ values: Record<string, Value> }>('unit', viewRuleValues, { jurisdiction, date })).values[
    id
  ]!

const LIGHTS = { yellowBelow_bp: -500, redBelow_bp: -1500 }
const WEIGHTS = {
  output_x100: 4000,
  benefit_x100: 4000,
  satisfaction_x100: 1000,
  execution_x100: 1000,
  withoutSatisfaction: 'benefit',
  withCost: { cost_x100: 2000, output_x100: 4000, benefit_x100: 2000, satisfaction_x100: 1000 },
}
const OWN_RULES = {
  'monitoring.light_thresholds': LIGHTS,
  'targets.level1_weights': WEIGHTS,
  'results.plan_days': { days: 15, count: 'working' },
}
const OWN_RUBRIC = {
  subject: 'project',
  effectiveFrom: '2024-01-01',
  basisText: '另一县办法',
  reasonText: '试点',
  dimensions: ['NEC', 'ECO', 'TGT', 'IMP', 'FND', 'AFF'].map((code) => ({ code, name: `维度${code}` })),
  items: ['NEC', 'ECO', 'TGT', 'IMP', 'FND'].map((dimension) => ({
    dimension,
    itemCode: `${dimension}-1`,
    item: `要点${dimension}`,
    weight_x100: 2000,
  })),
}
const LESSON = {
  stage: 'evaluation',
  problem: '资料不全',
  practice: '按清单逐项收集佐证',
  figure: '自评97.35分',
  place: '',
  recordKind: 'evaluation.self',
}

/** A story the region looked at and left out, with everything in it that must not travel. */
const UNTICKED = '另一县农业农村局未取用的故事，支付786.50万元。'

const indicatorOf = async (by: PersonName) =>
  (await world.as<{ items: { id: string }[] }>(by, listIndicators, {})).items.find(
    ({ id }) => id === 'COM-042',
  )

let blueprintId = ''
let packId = ''
let place = ''
beforeAll(async () => {
  await world.as('outsider', plantPilot, {
    unitId: world.people.outsiderUnit.organisationId,
    departmentId: world.people.outsiderDepartment.organisationId,
    name: '另一县旱作节水示范项目',
    content: {
      actualGoal: '2023年完成节水面积12345亩，支付786.50万元。',
      totalScore_x100: 9735,
      problems: '另一县农业农村局验收资料不全。',
    },
    values: OWN_RULES,
    rubric: OWN_RUBRIC,
    indicator: { id: 'COM-042', name: '惠民政策知晓率', example: '≥85%' },
  })
  blueprintId = await begin('province', 'pilot.blueprint')
  place = (await see('province', blueprintId)).content['pilots'][0].place
}, 60_000)

describe('the region composes a blueprint', () => {
  test('from accepted pilots, with where each part comes from', async () => {
    const { content } = await see('province', blueprintId)
    expect(content['pilots']).toMatchObject([
      { jurisdiction: PILOT, acceptedOn: '2024-06-20', isTaken: true },
    ])
    const lights = content['values'].find(
      ({ itemId }: { itemId: string }) => itemId === 'monitoring.light_thresholds',
    )
    expect(lights).toMatchObject({
      places: place,
      cited: '《另一县办法》 第三条',
      standing: 'seen',
      isTaken: true,
    })
    expect(content['forms'].map(({ itemId }: { itemId: string }) => itemId)).toContain('evaluation/self')
  })

  test('cases name nobody and no figure of the originals', async () => {
    const { content } = await see('province', blueprintId)
    const text = JSON.stringify(content['cases'])
    for (const original of ['另一县', '12345', '786.5', '97.35', '2023', '旱作节水']) {
      expect(text).not.toContain(original)
    }
    expect(text).toContain('某单位')
  })

  test.each([
    ['a case with a name', { cases: 'name' }, 'PIL-172'],
    ['a lesson with a place', { lessons: 'place' }, 'PIL-172'],
    ['a figure nobody recorded', { lessons: [{ ...LESSON, figure: '自评99.99分' }] }, 'PIL-173'],
    ['a figure of a place without a pilot', { lessons: [{ ...LESSON, place: '某县' }] }, 'PIL-173'],
    ['no pilot at all', { pilots: 'none' }, 'PIL-170'],
  ])('%s is said and goes no further', async (_why, change: object, rule) => {
    const recordId = await begin('province', 'pilot.blueprint')
    const { content } = await see('province', recordId)
    const given = { lessons: [{ ...LESSON, place }], ...change } as Record<string, unknown>
    if (given['lessons'] === 'place') given['lessons'] = [{ ...LESSON, place, practice: `照${place}的清单` }]
    if (given['cases'] === 'name') given['cases'] = [{ ...content['cases'][0], text: `${place}的做法` }]
    if (given['pilots'] === 'none') given['pilots'] = [{ ...content['pilots'][0], isTaken: false }]
    await save('province', recordId, { blueprintVersion: '0-1', purpose: '推广', ...given })
    expect(await rules('province', recordId)).toContain(rule)
    await expect(act('province', 'pilot.blueprint.propose', recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    await act('province', 'pilot.blueprint.withdraw', recordId)
  })

  test.each(['finance_performance', 'finance_leader', 'unit'] as const)('%s begins none', (by) =>
    expect(begin(by, 'pilot.blueprint')).rejects.toMatchObject({ code: 'NOT_PERMITTED' }),
  )

  test('a second person checks it, the first publishes: numbered, frozen, sealed, kept', async () => {
    const { content: drafted } = await see('province', blueprintId)
    const [story] = drafted['cases']
    await save('province', blueprintId, {
      blueprintVersion: '2024-1',
      purpose: '供各地装入使用。',
      lessons: [{ ...LESSON, place }],
      cases: [...drafted['cases'], { ...story, caseTitle: '案例9', text: UNTICKED, isTaken: false }],
    })
    expect(await rules('province', blueprintId)).toEqual([])
    await act('province', 'pilot.blueprint.propose', blueprintId)
    await expect(act('province', 'pilot.blueprint.check', blueprintId, '属实')).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await act('province2', 'pilot.blueprint.check', blueprintId, '逐项核对无误')
    await expect(act('province2', 'pilot.blueprint.publish', blueprintId)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect(await act('province', 'pilot.blueprint.publish', blueprintId)).toMatchObject({
      state: 'published',
      documentNumber: expect.stringContaining('2024'),
    })
    const { items } = await world.as<{ items: { packId: string; sha256: string }[] }>(
      'finance_performance',
      listBlueprints,
      {},
    )
    const { content } = await see('province', blueprintId)
    expect(items).toMatchObject([{ version: '2024-1', origin: 'published', sha256: content['sha256'] }])
    packId = items[0]!.packId
  })

  test('only the region sees how it was composed', async () => {
    await expect(see('finance_performance', blueprintId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

const exported = async (by: PersonName) => {
  const { bytes_base64 } = await world.as<{ bytes_base64: string }>(by, exportBlueprint, { packId })
  return Buffer.from(bytes_base64, 'base64').toString()
}
/** Every value of a file with the place it stands at; texts that are JSON themselves are looked into. */
function saidIn(value: unknown, at = ''): { at: string; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((one) => saidIn(one, at))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => saidIn(one, at === '' ? key : `${at}.${key}`))
  }
  return typeof value === 'string' && value.startsWith('{') ? saidIn(JSON.parse(value), at) : [{ at, value }]
}
const written = async () =>
  (
    await world.owner.query(
      `select (select count(*) from record) + (select count(*) from blueprint_pack) + (select count(*) from act)
        + (select count(*) from place_parameter) as n`,
    )
  ).rows[0].n

describe('a place takes it over', () => {
  let recordId = ''
  test('the file is the same for everybody, with the evidence of the ledger', async () => {
    const text = await exported('province')
    expect((await exported('finance_performance')) === text).toBe(true)
    expect(JSON.parse(text).proof.includes('jiheng-ledger-bundle')).toBe(true)
  })

  test('nothing in the file was not ticked, and it names a place only where the pilots are listed', async () => {
    const said = saidIn(JSON.parse(await exported('province')))
    const canon = said.filter(({ at }) => at.startsWith('proof.records.canon.content.'))
    expect(canon.length).toBeGreaterThan(20)
    expect(canon.filter(({ at, value }) => at.endsWith('.isTaken') && value !== true)).toEqual([])
    const whole = said.map(({ value }) => String(value)).join('\n')
    const gone = [UNTICKED, '案例9', '786.5', '面积12345', '旱作节水']
    expect(gone.filter((one) => whole.includes(one))).toEqual([])
    const { rows } = await world.owner.query<{ names: string[]; places: string[] }>(
      `select (select array_agg(name) from person) as names,
        (select array_agg(name) from jurisdiction where level <> 'province' and name <> $1) as places`,
      [place],
    )
    const { names, places } = rows[0]!
    expect([...names, ...places].filter((name) => whole.includes(name))).toEqual([])
    const naming = said.filter(({ value }) => String(value).includes(place)).map(({ at }) => at)
    const canonContent = 'proof.records.canon.content'
    expect([...new Set(naming)].sort()).toEqual([
      ...['manifest.pilots.place', 'parts.calendars.places', 'parts.indicators.revisedBy'],
      ...['parts.parameters.places', 'parts.rubrics.place', 'parts.templates.places'],
      ...['localIndicators.place', 'pilots.place', 'rubrics.place', 'values.places'].map(
        (field) => `${canonContent}.${field}`,
      ),
    ])
  })

  test.each<[why: string, change: (text: string) => string, said: string]>([
    ['altered', (text) => text.replace('"days":15', '"days":16'), '时限和日程'],
    ['altered in its story', (text) => text.replace('某单位', '某机关'), '脱敏案例'],
    ['newer', (text) => text.replace('"formatVersion":1', '"formatVersion":7'), '格式版本为7'],
    ['cut off', (text) => text.slice(0, -9), '不是蓝本文件'],
    ['without evidence', (text) => text.replace(/"proof":".*"\}$/s, '"proof":null}'), '契约账证明'],
    [
      'with evidence that was touched',
      (text) => text.replace(/\\"index\\":0/, '\\"index\\":1'),
      '契约账证明',
    ],
  ])('a file that is %s is refused and leaves nothing behind', async (_why, change, said) => {
    const text = await exported('province')
    const altered = change(text)
    expect(altered === text).toBe(false)
    const before = await written()
    await expect(world.as('finance_performance', loadBlueprint, { text: altered })).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
    expect(await written()).toBe(before)
  })

  test.each(['unit', 'province', 'finance_leader', 'finance_business'] as const)(
    '%s cannot begin it for a place',
    async (by) => {
      const text = await exported('province')
      await expect(world.as(by, loadBlueprint, { text })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
      await expect(begin(by, 'pilot.blueprintUse', { content: { packId } })).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      })
    },
  )

  test('loading shows what differs, what is locked and why, and changes nothing yet', async () => {
    const text = await exported('province')
    const loaded = await world.as<{ recordId: string }>('finance_performance', loadBlueprint, { text })
    recordId = loaded.recordId
    const { content } = await see('finance_performance', recordId)
    type Part = { itemId: string; outcome: string; currentText: string; proposedText: string }
    const parts: Part[] = content['parts']
    expect(parts.map(({ itemId, outcome }) => [itemId, outcome])).toEqual([
      ['monitoring.light_thresholds', 'different'],
      ['targets.level1_weights', 'different'],
      ['results.plan_days', 'different'],
      ['COM-042', 'different'],
      ['project', 'different'],
    ])
    expect(parts[2]).toMatchObject({
      currentText: '收到整改通知后30个自然日内',
      proposedText: '收到整改通知后15个工作日内',
    })
    expect(content['proof']).toContain('指纹')
    expect((await valueAt('results.plan_days', '2024-12-01')).value).toMatchObject({ days: 30 })
    const { items } = await world.as<{ items: { packId: string; origin: string }[] }>(
      'finance_performance',
      listBlueprints,
      {},
    )
    const own = items.find(({ origin }) => origin === 'loaded')!
    const again = await world.as<{ bytes_base64: string }>('finance_performance', exportBlueprint, {
      packId: own.packId,
    })
    expect(Buffer.from(again.bytes_base64, 'base64').toString() === text).toBe(true)
  })

  test('not from a day that has passed, and what is left out has its reason', async () => {
    const { content } = await see('finance_performance', recordId)
    const parts = content['parts'].map((row: object, index: number) =>
      index === 0 ? { ...row, isTaken: false } : row,
    )
    await save('finance_performance', recordId, {
      effectiveFrom: '2024-06-19',
      reasonText: '学习先进经验',
      parts,
    })
    expect((await rules('finance_performance', recordId)).sort()).toEqual(['PIL-175', 'PIL-176'])
    parts[0].note = '本县监控刚起步'
    await save('finance_performance', recordId, { effectiveFrom: '2024-07-01', parts })
    expect(await rules('finance_performance', recordId)).toEqual([])
    await act('finance_performance', 'pilot.blueprintUse.propose', recordId)
  })

  test.each(['finance_performance', 'province', 'finance_business'] as const)(
    '%s does not approve it',
    async (by) => {
      await expect(act(by, 'pilot.blueprintUse.approve', recordId)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      })
    },
  )

  test('once approved it is in force from its day, everywhere, and says where it comes from', async () => {
    await act('finance_leader', 'pilot.blueprintUse.approve', recordId)
    expect((await valueAt('results.plan_days', '2024-06-30')).value).toMatchObject({ days: 30 })
    const days = await valueAt('results.plan_days', '2024-07-01')
    expect(days.value).toEqual({ days: 15, count: 'working' })
    expect(days.use).toMatchObject({
      sourceTitle: '《预算绩效规范管理蓝本》（2024-1版）',
      article: '来自蓝本2024-1版；原依据《另一县办法》 第三条',
      jurisdiction: '640221',
    })
    // By budget year: from the first year that begins after that day.
    expect((await valueAt('targets.level1_weights', '2024-12-31')).value).toMatchObject({ output_x100: 5000 })
    expect((await valueAt('targets.level1_weights', '2025-02-01')).value).toEqual(WEIGHTS)
    expect((await valueAt('monitoring.light_thresholds', '2025-02-01')).value).toMatchObject({
      redBelow_bp: -2000,
    })
    expect((await valueAt('results.plan_days', '2024-07-01', '640222')).value).toMatchObject({ days: 30 })
  })

  test('the register of the roll-out has it, with what was left out and why', async () => {
    const { rows } = await world.owner.query(
      `select state, content from record where kind = 'pilot.adoption' and jurisdiction_id = '640221'`,
    )
    expect(rows).toMatchObject([
      {
        state: 'registered',
        content: {
          blueprint: '预算绩效规范管理蓝本',
          blueprintVersion: '2024-1',
          adaptedParts: [{ part: '监控亮灯的偏差界线', change: '未采用', reason: '本县监控刚起步' }],
        },
      },
    ])
  })

  test('the revised indicator is offered with its provenance, and scoring goes by the rubric from its day', async () => {
    expect(await indicatorOf('unit')).toMatchObject({
      name: '惠民政策知晓率',
      setBy: '640221',
      cited: expect.stringContaining(
        '来自蓝本：《预算绩效规范管理蓝本》（2024-1版），原依据另一县指标修订意见',
      ),
    })
    world.setToday('2024-07-02')
    const { items } = await world.as<{ items: { isInForce: boolean; basisText: string }[] }>(
      'finance_performance',
      listRubrics,
      {},
    )
    expect(items).toMatchObject([
      { isInForce: true, basisText: '来自蓝本：《预算绩效规范管理蓝本》（2024-1版），原依据另一县办法' },
    ])
  })

  test('giving it up is another decision with its reason, and goes back to what was before', async () => {
    const undo = await begin('finance_performance', 'pilot.blueprintUse', { subjectId: recordId })
    const { content } = await see('finance_performance', undo)
    expect(content['mode']).toBe('undo')
    expect(content['parts'].map(({ itemId }: { itemId: string }) => itemId)).toEqual([
      'targets.level1_weights',
      'results.plan_days',
      'COM-042',
      'project',
    ])
    await save('finance_performance', undo, { effectiveFrom: '2024-08-01', reasonText: '县情不同' })
    await act('finance_performance', 'pilot.blueprintUse.propose', undo)
    await act('finance_leader', 'pilot.blueprintUse.approve', undo)
    expect((await valueAt('results.plan_days', '2024-07-31')).value).toMatchObject({ days: 15 })
    expect((await valueAt('results.plan_days', '2024-08-01')).value).toMatchObject({ days: 30 })
    expect((await valueAt('targets.level1_weights', '2025-02-01')).value).toMatchObject({ output_x100: 5000 })
    expect(await indicatorOf('unit')).toMatchObject({ name: '政策知晓率', version: 3 })
    world.setToday('2024-08-02')
    const { items } = await world.as<{ items: { isInForce: boolean; basisText: string }[] }>(
      'finance_performance',
      listRubrics,
      {},
    )
    expect(items.find(({ isInForce }) => isInForce)?.basisText).toContain(
      '停止采用《预算绩效规范管理蓝本》2024-1版',
    )
  })
})

describe('giving up what has not begun, and what was decided since', () => {
  const take = async (effectiveFrom: string) => {
    const recordId = await begin('finance_performance', 'pilot.blueprintUse', { content: { packId } })
    await save('finance_performance', recordId, { effectiveFrom, reasonText: '再次采用' })
    await act('finance_performance', 'pilot.blueprintUse.propose', recordId)
    await act('finance_leader', 'pilot.blueprintUse.approve', recordId)
    return recordId
  }
  const draftUndo = async (subjectId: string, effectiveFrom: string) => {
    const recordId = await begin('finance_performance', 'pilot.blueprintUse', { subjectId })
    await save('finance_performance', recordId, { effectiveFrom, reasonText: '县情不同' })
    return recordId
  }
  const giveUp = async (subjectId: string, effectiveFrom: string) => {
    const recordId = await draftUndo(subjectId, effectiveFrom)
    await act('finance_performance', 'pilot.blueprintUse.propose', recordId)
    await act('finance_leader', 'pilot.blueprintUse.approve', recordId)
    return recordId
  }
  const daysOn = async (date: string) => (await valueAt('results.plan_days', date)).value
  const weightsOn = async (date: string) => (await valueAt('targets.level1_weights', date)).value
  const rubricOn = async (day: string) => {
    world.setToday(day)
    const { items } = await world.as<{ items: { isInForce: boolean; basisText: string }[] }>(
      'finance_performance',
      listRubrics,
      {},
    )
    return items.find(({ isInForce }) => isInForce)?.basisText
  }

  test('an adoption that has not begun is given up altogether', async () => {
    world.setToday('2024-08-10')
    const used = await take('2024-11-01')
    expect(await daysOn('2024-11-01')).toMatchObject({ days: 15 })
    const undo = await giveUp(used, '2024-08-20')
    const { content } = await see('finance_performance', undo)
    const days = content['parts'].find(({ itemId }: { itemId: string }) => itemId === 'results.plan_days')
    expect(days).toMatchObject({
      currentText: '收到整改通知后15个工作日内',
      proposedText: '收到整改通知后30个自然日内',
      why: expect.stringContaining('2024-11-01'),
    })
    for (const day of ['2024-08-20', '2024-10-31', '2024-11-01', '2026-01-01']) {
      expect(await daysOn(day)).toMatchObject({ days: 30 })
    }
    expect(await weightsOn('2025-02-01')).toMatchObject({ output_x100: 5000 })
    expect(await rubricOn('2024-11-02')).toContain('停止采用')
  })

  test('a giving up is not given up, nor an adoption of which nothing is left', async () => {
    const { records } = await world.as<{
      records: { recordId: string; kind: string; state: string; isTakenOver: boolean }[]
    }>('finance_performance', listBlueprints, {})
    const uses = records.filter(({ kind, state }) => kind === 'pilot.blueprintUse' && state === 'approved')
    expect(uses.map(({ isTakenOver }) => isTakenOver)).toEqual([false, true, false, true])
    for (const { recordId, isTakenOver } of uses) {
      await expect(
        begin('finance_performance', 'pilot.blueprintUse', { subjectId: recordId }),
      ).rejects.toMatchObject({
        code: 'ACTION_NOT_AVAILABLE',
        message: expect.stringContaining(isTakenOver ? '没有可以停止的内容' : '不能再停止'),
      })
    }
  })

  test('what the place or its region decided since stays, and comes back', async () => {
    world.setToday('2024-11-10')
    const used = await take('2024-11-10')
    const rubric = await begin('finance_performance', 'exante.rubric')
    await save('finance_performance', rubric, {
      effectiveFrom: '2024-11-12',
      basisText: '本县新办法',
      reasonText: '修订',
    })
    await act('finance_performance', 'exante.rubric.propose', rubric)
    await act('finance_leader', 'exante.rubric.approve', rubric)
    world.setToday('2024-11-15')
    await world.as('province', plantIndicator, { id: 'COM-042', name: '自治区的知晓率' })
    const undo = await draftUndo(used, '2024-11-20')
    const { content } = await see('finance_performance', undo)
    const parts: { itemId: string; proposedText: string }[] = content['parts']
    expect(parts.map(({ itemId }) => itemId)).toEqual([
      'monitoring.light_thresholds',
      'targets.level1_weights',
      'results.plan_days',
      'COM-042',
    ])
    expect(parts[3]!.proposedText).toContain('自治区的知晓率')
    await act('finance_performance', 'pilot.blueprintUse.propose', undo)
    await act('finance_leader', 'pilot.blueprintUse.approve', undo)
    expect(await rubricOn('2024-11-21')).toBe('本县新办法')
    expect(await indicatorOf('unit')).toMatchObject({ name: '自治区的知晓率' })
  })
})

test('nothing that was written can be changed, and everything is in order', async () => {
  for (const table of ['place_parameter', 'blueprint_pack'] as const) {
    await expect(world.product.db.deleteFrom(table).execute()).rejects.toThrow()
  }
  await expect(
    world.owner.query(
      `insert into place_parameter (jurisdiction_id, id, parameter, effective_from, entry, source, article, standing,
         record_id, approved_on)
       select jurisdiction_id, gen_random_uuid(), parameter, approved_on - 1, entry, source, article, standing,
         record_id, approved_on from place_parameter limit 1`,
    ),
  ).rejects.toThrow('not_into_the_past')
  const lines = await inspect(world.owner, world.product.services.files)
  const own = lines.filter(({ id }) => ['I2', 'I2b', 'I3', 'I3a', 'I3b', 'I4', 'I17'].includes(id))
  expect(own.flatMap(({ id, examples }) => examples.map((example) => `${id} ${example}`))).toEqual([])
})
