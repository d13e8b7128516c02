import { expect, test } from 'vitest'
import { createProject } from '../../projects/save-project.ts'
import { saveDraft } from '../../records/save-draft.ts'
import { APPROVED_TARGET } from '../../testing/approved-project.ts'
import { actOf, ENTRY, firstStagesIn } from '../../testing/first-stages.ts'
import { type PersonName, useWorld } from '../../testing/world.ts'
import { viewComparison } from './view-comparison.ts'

const world = useWorld('2022-08-20')
const way = firstStagesIn(world)
const EVALUATION = 'exante.evaluation'

type Seen = {
  empty: string | null
  outputs: { name: string; state: string; count: number | null; explanation: { sentence: string } }[]
  overlaps: { name: string; unitName: string; reason: string; projectId: string }[]
}
const look = (by: PersonName, recordId: string) => world.as<Seen>(by, viewComparison, { recordId })

let count = 0
/** A project with its declared target of so many demonstration bases. */
async function declared(
  by: 'unit' | 'unit2',
  entry: { name: string; overview: string },
  bases: string | null,
) {
  count += 1
  const unit = world.people[by].organisationId
  const department = world.people.department.organisationId
  const content = { ...ENTRY, code: `C-${count}`, unit, department, ...entry }
  const { projectId } = await world.as<{ projectId: string }>(by, createProject, {
    fiscalYear: 2023,
    content,
  })
  if (bases === null) return projectId
  const { recordId } = await way.begin(by, 'targets.sheet', projectId)
  const [first, ...rest] = APPROVED_TARGET['indicators'] as object[]
  const quarterPlan = ['q1', 'q2', 'q3', 'q4'].map((quarter) => ({ quarter, planned_fen: '125000000' }))
  const annualGoal = `完成${entry.overview}`
  const target = {
    ...APPROVED_TARGET,
    annualGoal,
    quarterPlan,
    indicators: [{ ...first, value: bases }, ...rest],
  }
  const { version } = await way.see(by, recordId).then(({ record }) => record as { version: number })
  await world.as(by, saveDraft, { recordId, version, content: target })
  await way.act(by, actOf('targets.sheet', 'declare'), recordId)
  return projectId
}

test('an evaluation shows what others cost and who does the same, as far as each may see', async () => {
  const own = await declared(
    'unit',
    { name: '枸杞标准化示范基地', overview: '新建枸杞示范基地，推广滴灌。' },
    '40',
  )
  for (const bases of ['50', '100', '20', '25'])
    await declared('unit', { name: `蔬菜大棚${bases}`, overview: '建大棚' }, bases)
  const twin = await declared(
    'unit2',
    { name: '枸杞示范基地新建项目', overview: '建设枸杞示范基地和滴灌设施。' },
    '10',
  )
  await declared('unit', { name: '养殖场防疫', overview: '采购疫苗。' }, null)
  const { recordId } = await way.begin('finance_performance', EVALUATION, own)

  const finance = await look('finance_performance', recordId)
  expect(finance.outputs).toMatchObject([{ name: '建成示范基地', state: 'compared', count: 5 }])
  // 500 万元 over 40; the others 5, 10, 20, 25 and 50 万元 each.
  expect(finance.outputs[0]?.explanation.sentence).toContain(
    '12.5万元/个；同名同单位的其他项目5个，中位数20万元/个',
  )
  expect(finance.overlaps).toMatchObject([{ projectId: twin, name: '枸杞示范基地新建项目' }])
  expect(finance.overlaps[0]?.reason).toContain('“枸杞示范基地”、“滴灌”')

  const unit = await look('unit', recordId)
  expect(unit.outputs).toMatchObject([{ state: 'few', count: null }])
  expect(unit.overlaps).toEqual([])
  await expect(look('unit2', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(look('expert', recordId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
})

test('without a target it says so; another kind of record is not an evaluation', async () => {
  const projectId = await way.enter()
  const { recordId } = await way.begin('finance_performance', EVALUATION, projectId)
  expect((await look('finance_performance', recordId)).empty).toContain('还没有绩效目标')
  const sheet = await way.begin('unit', 'targets.sheet', projectId)
  await expect(look('finance_performance', sheet.recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await look('finance_performance', recordId)).empty).not.toContain('还没有')
})

test('the conclusion keeps the comparison; the report names no project of another unit and stays', async () => {
  const projectId = await declared(
    'unit',
    { name: '枸杞标准化基地三期', overview: '新建枸杞示范基地，推广滴灌。' },
    '40',
  )
  const recordId = await way.openEvaluation(projectId)
  await way.score(recordId)
  expect(await way.textOf('finance_performance', recordId, 'exante-report')).toContain('（四）与同类项目比较')
  await way.act('finance_performance', actOf(EVALUATION, 'closeScoring'), recordId)
  await way.fillBusinessSections(recordId)
  await way.fillConclusion(recordId)
  await way.act('finance_performance', actOf(EVALUATION, 'conclude'), recordId)
  const { content } = await way.see('unit', recordId)
  expect(content).toMatchObject({ comparedOn: '2022-08-20', unitCosts: [{ own: '12.5万元/个', others: 6 }] })
  const names = content['overlaps'].map(({ project }: { project: string }) => project)
  expect(names).toEqual(
    expect.arrayContaining(['枸杞标准化示范基地（2023年）', '本部门其他单位的项目（2023年）']),
  )
  expect(JSON.stringify(content)).not.toContain('枸杞示范基地新建项目')
  await way.act('finance_leader', actOf(EVALUATION, 'approve'), recordId)
  const before = await way.textOf('unit', recordId, 'exante-report')
  await declared('unit', { name: '枸杞示范基地四期', overview: '新建枸杞示范基地，推广滴灌。' }, '1')
  expect(await way.textOf('unit', recordId, 'exante-report')).toBe(before)
  expect(before).toContain('枸杞标准化示范基地（2023年）')
})
