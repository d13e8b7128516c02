import { Decimal } from '../../shared/decimal.ts'
import { nameRow } from '../finding.ts'
import { pairsOf, sharedPairs } from '../read/pairs.ts'
import { areComparable, scaleOf } from '../read/units.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'
import type { Conflict } from './conflict.ts'

/** One figure with its unit in a clause: 改造农村危房120户, 为学生1200人提供营养膳食. */
const FIGURE = /^(\D*)(\d[\d,]*(?:\.\d+)?)([万亿]?[%\u4e00-\u9fff]{1,3})(\D*)$/
/** A part, a guess or several years' sum need not be this year's target. */
const INEXACT = /其中|每|占地|约|近|余|左右|累计|力争|[三四五两]年|20\d{2}/
/** Half of the clause's words must be in the indicator's name, and more than one. */
const LEAST_SHARED = 0.5
const FEWEST = 2

/** 改造120户 in the goal against the target ≥150户 of 改造农村危房数量: the same work, two numbers. */
export function conflictsWithGoal({ rows }: Study, goal: string): Conflict[] {
  return goal.split(/[,，。;；、]/).flatMap((clause): Conflict[] => {
    const [, before = '', number = '', tail = '', after = ''] = FIGURE.exec(clause) ?? []
    if (number === '' || INEXACT.test(clause)) return []
    const words = pairsOf(`${before}${tail.slice(1)}${after}`)
    const said = new Decimal(number.replaceAll(',', ''))
    const candidates = rows.flatMap((row) => candidateOf(row, said, tail))
    if (candidates.some(({ isSame }) => isSame)) return []
    const [best] = candidates
      .map((each) => ({ ...each, shared: sharedPairs(words, pairsOf(each.row.name)) }))
      .filter(({ shared }) => shared >= FEWEST && shared >= words.size * LEAST_SHARED)
      .sort((one, other) => other.shared - one.shared)
    if (!best) return []
    const message = `年度总体目标里写“${shorten(clause, 30)}”，${nameRow(best.row)}的指标值是“${shorten(best.row.row.target)}”，同一件事有两个数。请核对后统一。`
    return [{ where: { row: best.row.index, field: 'target_text' }, message }]
  })
}

/** A row counted in the clause's unit; a bare target may be counted in any. */
function candidateOf(row: StudiedRow, said: Decimal, tail: string): { row: StudiedRow; isSame: boolean }[] {
  const { parsed } = row.target
  if (parsed.kind !== 'quant' || parsed.upper !== undefined || row.isPart || /\d/.test(row.name)) return []
  const value = new Decimal(parsed.value)
  if (parsed.unit === '') return [{ row, isSame: value.eq(said) }]
  const unit = [tail, tail.slice(0, 2), tail.slice(0, 1)].find((each) => sameBase(each, parsed.unit))
  if (unit === undefined) return []
  return [{ row, isSame: said.times(scaleOf(unit).factor).eq(value.times(scaleOf(parsed.unit).factor)) }]
}

function sameBase(one: string, other: string): boolean {
  const [a, b] = [scaleOf(one).base, scaleOf(other).base]
  return a !== '' && b !== '' && areComparable(a, b)
}
