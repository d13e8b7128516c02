import { dueScore_x100 } from '../clean/scores.ts'
import { printNumber } from '../clean/values.ts'
import type { Draft, DraftRow, Group } from '../clean/draft.ts'
import { bareName, filledRows, numberRows, pickOrNull, printed, type Fault, SCORED } from './fault.ts'

const TARGETED = [...SCORED, 'declaration', 'scoresOnly'] as const

export const duplicate: Fault = {
  code: 'CHK-DUPLICATE',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    draft.conclusions = null
    const row = pickOrNull(
      filledRows(draft).filter((one) => (one.weight_x100 ?? 0) >= 400 && one.name !== ''),
      random,
    )
    if (!row) return null
    const half = Math.floor((row.weight_x100 ?? 0) / 200) * 100
    const copy: DraftRow = { ...row, weight_x100: half }
    if (random.chance(25)) return sameQuantity(draft, random)
    row.weight_x100 = (row.weight_x100 ?? 0) - half
    if (row.score_x100 !== null) {
      if (dueScore_x100({ ...row, weight_x100: half }) !== half || row.reason !== '') return null
      row.score_x100 = row.weight_x100
      copy.score_x100 = half
    }
    copy.name = random.pick([
      row.name,
      row.name,
      ` ${row.name}`,
      row.name.replace(/^(★|指标\d：)?/, '指标9：'),
      `${bareName(row.name)} `,
      `★${bareName(row.name)}`,
    ])
    const last = draft.rows.findLastIndex((one) => one.level2 === row.level2 && one.group === row.group)
    draft.rows.splice(random.pick([draft.rows.indexOf(row) + 1, last + 1]), 0, copy)
    return printed(draft, `“${row.name}”与“${copy.name}”`, row, copy)
  },
}

/** The people helped are counted as an output and once more as a benefit. */
function sameQuantity(draft: Draft, random: Parameters<Fault['plant']>[1]) {
  const output = pickOrNull(
    numberRows(draft, 'ge').filter(
      (row) => /^(户|人|人次)$/.test(row.measure.unit) && row.level2 === '数量指标',
    ),
    random,
  )
  const benefit = pickOrNull(
    filledRows(draft).filter((row) => row.level2 === '社会效益指标' && row.reason === ''),
    random,
  )
  if (!output || !benefit) return null
  const { unit, target, actual, decimals } = output.measure
  benefit.name = random.pick([
    `项目受益${unit === '户' ? '农户' : '群众'}${unit === '户' ? '户数' : '人数'}`,
    `受益${unit === '人次' ? '群众人次' : unit === '户' ? '户数' : '人口数'}`,
  ])
  benefit.measure = { ...output.measure }
  benefit.target = output.target
  benefit.actual = `${printNumber(actual, decimals)}${unit}`
  if (output.reason !== '' || actual < target) return null
  if (benefit.score_x100 !== null) benefit.score_x100 = benefit.weight_x100
  return printed(draft, `“${output.name}”与“${benefit.name}”同为${output.target}`, output, benefit)
}

export const wrongLevel: Fault = {
  code: 'CHK-WRONG-LEVEL',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    const rows = filledRows(draft)
    const of = (pattern: RegExp) => rows.filter((row) => pattern.test(row.level2))
    const [from, to] = random.pick([
      [
        of(/^(数量|质量|时效)/),
        ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标', '服务对象满意度指标'],
      ],
      [of(/^(经济|社会|生态|可持续)/), ['数量指标', '质量指标', '时效指标']],
      [of(/^服务对象/), ['数量指标', '社会效益指标', '时效指标']],
      [
        rows.filter((row) => row.measure.type === 'number' && row.measure.isTotalCost),
        ['生态效益指标', '数量指标', '可持续影响指标', '社会效益指标'],
      ],
      [rows.filter((row) => row.measure.type === 'date'), ['生态效益指标', '数量指标', '经济效益指标']],
      [of(/^服务对象/), ['质量指标', '经济效益指标']],
    ] as const)
    const row = pickOrNull(from, random)
    if (!row) return null
    const level2 = random.pick<string>(to)
    // Under the right level 1 only what the row is about gives it away.
    const isMoved = random.chance(40) && (row.measure.type === 'date' || /总|满意度/.test(row.name))
    if (isMoved) {
      const group: Group = /^(数量|质量|时效)/.test(level2) ? '产出指标' : '效益指标'
      if (draft.rows.filter((one) => one.group === row.group).length < 2) return null
      if (!draft.rows.some((one) => one.group === group)) return null
      row.group = group
      draft.style.hasGroupTitles = false
    }
    row.level2 = level2
    return printed(draft, `${row.group} ${row.level2} ${row.name}`, row)
  },
}

/** Takes a whole group out and gives its points to another, so that every sum still holds. */
function dropGroup(draft: Draft, group: Group, heir: Group): boolean {
  const gone = draft.rows.filter((row) => row.group === group)
  const points = gone.reduce((sum, row) => sum + (row.weight_x100 ?? 0), 0)
  const row = filledRows(draft).find(
    (one) => one.group === heir && dueScore_x100(one) === one.weight_x100 && one.reason === '',
  )
  if (!row) return false
  draft.rows = draft.rows.filter((one) => one.group !== group)
  row.weight_x100 = (row.weight_x100 ?? 0) + points
  if (row.score_x100 !== null) row.score_x100 += points
  draft.conclusions = null
  return true
}

export const noBenefit: Fault = {
  code: 'CHK-NO-BENEFIT',
  family: 'wording',
  forms: TARGETED,
  plant: (draft) => (dropGroup(draft, '效益指标', '产出指标') ? printed(draft, '没有效益指标') : null),
}

export const noSatisfaction: Fault = {
  code: 'CHK-NO-SATISFACTION',
  family: 'wording',
  forms: TARGETED,
  plant: (draft) => (dropGroup(draft, '满意度指标', '产出指标') ? printed(draft, '没有满意度指标') : null),
}
