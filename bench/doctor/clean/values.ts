import type { Random } from '../random.ts'
import type { Draft, DraftRow, Measure, Sign } from './draft.ts'
import type { Material } from './sectors.ts'

/** Draws a target and an actual that meets it, no more than a fifth above. */
export function drawMeasure(material: Material, random: Random): Measure {
  if (material.date) return drawDate(material.date, random)
  if (material.words) return { type: 'words' }
  if (material.yesno) return { type: 'yesno' }
  const decimals = material.decimals ?? 0
  const scale = 10 ** decimals
  const target = material.of
    ? Math.round(random.pick(material.of) * scale)
    : random.int(Math.round((material.from ?? 1) * scale), Math.round((material.to ?? 1) * scale))
  const sign = material.sign ?? 'ge'
  return {
    type: 'number',
    sign,
    target,
    actual: drawActual(sign, target, (material.unit ?? '') === '%' ? 100 * scale : Infinity, random),
    decimals,
    unit: material.unit ?? '',
    isTotalCost: false,
  }
}

function drawActual(sign: Sign, target: number, most: number, random: Random): number {
  if (sign === 'eq' || random.chance(35)) return target
  if (sign === 'le') return random.int(Math.ceil(target * 0.85), target)
  return Math.min(most, random.int(target, Math.floor(target * 1.2)))
}

function drawDate(months: readonly [number, number], random: Random): Measure {
  const month = random.int(...months)
  return {
    type: 'date',
    month,
    day: lastDayOf(month),
    actualMonth: random.int(Math.max(1, month - 1), month),
    actualDay: random.int(5, 28),
  }
}

export function lastDayOf(month: number): number {
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number
}

export function printNumber(value: number, decimals: number): string {
  return (value / 10 ** decimals)
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}

/** Prints target and actual of a number row the way the table's style does. */
export function printMeasure(row: DraftRow, draft: Draft, random: Random): void {
  const { measure } = row
  if (measure.type === 'number') {
    const number = printNumber(measure.target, measure.decimals)
    row.target = `${printSign(measure, draft, random)}${number}${measure.unit}`
    if (measure.sign === 'ge' && random.chance(4))
      row.target = `${number}${measure.unit}${random.pick(['以上', '及以上'])}`
    const reached = printNumber(measure.actual, measure.decimals)
    row.actual = `${reached}${random.chance(25) ? '' : measure.unit}`
    if (measure.unit !== '%' && random.chance(5))
      row.actual = `${random.pick(['完成', '实际', '共'])}${reached}${measure.unit}`
  } else if (measure.type === 'date') {
    const { month, day } = measure
    row.target = random.pick([
      `${draft.year}年${month}月底前`,
      `${draft.year}年${month}月${day}日前`,
      `${month}月底前完成`,
      `${draft.year}.${month}.${day}前`,
    ])
    row.actual = random.pick([
      `${draft.year}年${measure.actualMonth}月${measure.actualDay}日`,
      `${measure.actualMonth}月${measure.actualDay}日完成`,
      `${draft.year}年${measure.actualMonth}月`,
    ])
  } else if (measure.type === 'yesno') {
    row.target = '是'
    row.actual = '是'
  }
}

/** 100 % needs no sign; a bound may also stand in words. */
function printSign(
  measure: { sign: Sign; target: number; unit: string },
  draft: Draft,
  random: Random,
): string {
  if (measure.sign === 'eq' && measure.unit === '%') return random.pick(['', draft.style.signs.eq])
  if (random.chance(4)) return { ge: '不低于', le: '不超过', eq: '=' }[measure.sign]
  return draft.style.signs[measure.sign]
}
