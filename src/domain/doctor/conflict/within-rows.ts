import { Decimal } from '../../shared/decimal.ts'
import { nameRow } from '../finding.ts'
import type { Reading } from '../read/read-value.ts'
import { areComparable, scaleOf } from '../read/units.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow } from '../study.ts'
import type { Conflict } from './conflict.ts'

/** Two rows of one name and level with different targets; parts that are more than their whole. */
export function conflictsWithinRows(rows: readonly StudiedRow[]): Conflict[] {
  return [...sameName(rows), ...partsAboveWhole(rows)]
}

/** Shorter names repeat by nature: 完成率, 数量. */
const SHORTEST_NAME = 5

function sameName(rows: readonly StudiedRow[]): Conflict[] {
  const named = new Map<string, StudiedRow>()
  return rows.flatMap((row) => {
    if (row.isPart || row.name.length < SHORTEST_NAME) return []
    const key = [row.row.level1, row.row.level2, row.name].join('\n')
    const twin = named.get(key)
    if (!twin) named.set(key, row)
    const [one, other] = [twin && scaled(twin.target), scaled(row.target)]
    if (!twin || !one || !other || !areComparable(one.base, other.base) || one.value.eq(other.value))
      return []
    const message = `${nameRow(row)}与第 ${twin.index + 1} 行同名，指标值一处是“${shorten(twin.row.target)}”，一处是“${shorten(row.row.target)}”。请核对是哪一个，或区分名称。`
    return [{ where: { row: row.index, field: 'target_text' }, message }]
  })
}

function partsAboveWhole(rows: readonly StudiedRow[]): Conflict[] {
  return rows.flatMap((whole) => {
    if (!whole.hasParts) return []
    const parts: StudiedRow[] = []
    for (let at = whole.index + 1; rows[at]?.isPart; at += 1) parts.push(rows[at] as StudiedRow)
    return (['target', 'actual'] as const).flatMap((column): Conflict[] => {
      const own = scaled(whole[column], unitOf(whole))
      const figures = parts.map((part) => scaled(part[column], unitOf(part)))
      if (!own || figures.some((each) => !each || !areComparable(each.base, own.base))) return []
      const sum = Decimal.sum(0, ...figures.flatMap((each) => (each ? [each.value] : [])))
      if (sum.lte(own.value)) return []
      const title = column === 'target' ? '指标值' : '实际完成值'
      const message = `${nameRow(whole)}的${title}是“${shorten(whole[column].printed)}”，其中各项合计却是 ${sum.div(own.factor).toFixed()}，大于总数。请核对。`
      return [{ where: { row: whole.index, field: `${column}_text` }, message }]
    })
  })
}

/** A bare actual is counted as its target is. */
function unitOf({ target: { parsed } }: StudiedRow): string {
  return parsed.kind === 'quant' ? parsed.unit : ''
}

function scaled(
  { parsed }: Reading,
  unit = '',
): { value: Decimal; base: string; factor: Decimal } | undefined {
  if (parsed.kind !== 'quant' || parsed.upper !== undefined) return undefined
  const { factor, base } = scaleOf(parsed.unit === '' ? unit : parsed.unit)
  return { value: new Decimal(parsed.value).times(factor), base, factor }
}
