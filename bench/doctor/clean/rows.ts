import type { Random } from '../random.ts'
import type { Draft, DraftRow, Group } from './draft.ts'
import { dueScore_x100, proportion, splitPoints } from './scores.ts'
import type { Material, Sector } from './sectors.ts'
import { drawMeasure, printMeasure } from './values.ts'

const LEVEL2 = {
  数量: '数量指标',
  质量: '质量指标',
  时效: '时效指标',
  成本: '成本指标',
  经济: '经济效益指标',
  社会: '社会效益指标',
  生态: '生态效益指标',
  可持续: '可持续影响指标',
  满意: '服务对象满意度指标',
} as const

/** Reasons as offices write them when something was truly missed: a fact, and what is done about it. */
const REASONS = [
  '第三季度连续降雨，工程停工18天；已调整施工计划，明年3月前补齐。',
  '部分对象外出务工未能参加，已安排春节返乡期间补办。',
  '供货商延迟交货，已按合同扣减货款并催促补齐。',
  '上级资金12月才下达，剩余任务结转下年实施。',
  '人员调整后工作衔接不及时，已重新明确专人负责。',
  '申报时对需求估计偏高，下年按近三年平均数设定目标值。',
  '问卷回收较少，群众对办理时长意见较多，已压缩办理环节。',
]
const WORD_REASONS = ['个别村进展较慢，已列入下年重点督导。', '宣传覆盖不够，下年增加入户宣传次数。']

/** Chooses indicators of a sector for a form, in the order of an official table. */
export function drawRows(draft: Draft, sector: Sector, random: Random): DraftRow[] {
  const of = (at: Material['at']) => sector.indicators.filter((material) => material.at === at)
  const take = (at: Material['at'], count: number) => random.sample(of(at), count)
  const benefits = (['经济', '社会', '生态', '可持续'] as const).flatMap(of)
  const costs = take('成本', random.int(1, 2))
  const outputs = [...take('数量', random.int(2, 3)), ...take('质量', random.int(1, 2)), ...take('时效', 1)]
  const blocks: [Group, Material[]][] =
    draft.form === 'costFirst'
      ? [
          ['成本指标', costs],
          ['产出指标', outputs],
          ['效益指标', random.sample(benefits, random.int(2, 3))],
        ]
      : [
          ['产出指标', [...outputs, ...costs]],
          ['效益指标', random.sample(benefits, random.int(2, 3))],
        ]
  blocks.push(['满意度指标', take('满意', 1)])
  return blocks.flatMap(([group, materials]) =>
    materials.map((material) => drawRow(group, material, draft, random)),
  )
}

function drawRow(group: Group, material: Material, draft: Draft, random: Random): DraftRow {
  const measure = material.total
    ? {
        type: 'number' as const,
        sign: 'le' as const,
        target: 0,
        actual: 0,
        decimals: 6,
        unit: '万元',
        isTotalCost: true,
      }
    : drawMeasure(material, random)
  const level2 = group === '成本指标' ? '经济成本指标' : LEVEL2[material.at]
  const row: DraftRow = {
    group,
    level2,
    name: material.name,
    measure,
    target: measure.type === 'words' ? random.pick(material.words ?? []) : '',
    actual: measure.type === 'words' ? random.pick(material.facts ?? []) : '',
    weight_x100: null,
    score_x100: null,
    reason: '',
  }
  if (!material.total) printMeasure(row, draft, random)
  return row
}

/** Points of each group by form; the execution rate has the rest. */
export function weigh(draft: Draft, random: Random): void {
  const points: Readonly<Record<Group, number>> = {
    成本指标: 2000,
    产出指标: draft.form === 'costFirst' || draft.form === 'scoresOnly' ? 4000 : 5000,
    效益指标: draft.form === 'costFirst' ? 2000 : 3000,
    满意度指标: 1000,
  }
  const step_x100 = random.chance(12) ? 10 : 100
  for (const group of ['成本指标', '产出指标', '效益指标', '满意度指标'] as const) {
    const rows = draft.rows.filter((row) => row.group === group)
    if (rows.length === 0) continue
    const parts = splitPoints(points[group], rows.length, step_x100, random.int)
    for (const [index, row] of rows.entries()) row.weight_x100 = parts[index] as number
  }
}

/** Full points for what was reached, the proportion and a reason for what was missed. */
export function score(draft: Draft, random: Random): void {
  for (const row of draft.rows) row.score_x100 = dueScore_x100(row)
  for (let count = random.chance(45) ? random.int(1, 2) : 0; count > 0; count--)
    missOne(draft, random.pick(draft.rows), random)
}

/** Makes a row miss its target by 1–40 %, scored by proportion, with a reason; others are left alone. */
export function missOne(draft: Draft, row: DraftRow, random: Random): boolean {
  const { measure } = row
  const weight = row.weight_x100
  if (weight === null) return false
  if (measure.type === 'words') {
    row.score_x100 = proportion(weight, random.pick([80, 85, 90]), 100)
    row.actual = `基本达到预期，${row.actual}`
    row.reason = random.pick(WORD_REASONS)
    return true
  }
  if (measure.type !== 'number' || measure.sign === 'le' || measure.target < 10) return false
  const missed = Math.floor((measure.target * random.int(600, 990)) / 1000)
  if (missed >= measure.target || missed <= 0) return false
  measure.actual = missed
  printMeasure(row, draft, random)
  row.score_x100 = dueScore_x100(row)
  row.reason = random.pick(REASONS)
  return true
}
