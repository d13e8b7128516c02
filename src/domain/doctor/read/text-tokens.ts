import type { TextColumn } from './text-headings.ts'
import type { TextRow } from './text-rows.ts'

const POINTS = /^(100|[1-9]?\d)(\.\d{1,2})?分?$/
const IS_VALUE = /^(>=|<=|[≥≤≧≦=═><])?\d/
const READINGS_MAX = 12

/**
 * Reads rows whose cells stand apart by spaces. Blank cells leave no trace there, so a row counts only
 * when exactly one way to cut the tokens fits.
 * @param isLast whether the text ends here; a row cut off by the end is left out
 */
export function readTokens(
  text: string,
  columns: readonly TextColumn[],
  isLast: boolean,
): { readonly rows: readonly TextRow[]; readonly isWhole: boolean } {
  const tokens = text.split(/\s+/).filter((token) => token !== '' && !/^[…—-]+$/.test(token))
  const wanted = columns.filter((column) => column !== 'reason' && column !== 'remark')
  const hasReason = columns.includes('reason')
  const ways = waysFrom(tokens, 0, { wanted, hasReason, isLast }, new Map())
  const [first, ...others] = ways
  if (!first) return { rows: [], isWhole: tokens.length === 0 }
  const agreed = first.filter((row) => others.every((way) => way.some((other) => isSame(row, other))))
  return { rows: agreed.map(({ row }) => row), isWhole: agreed.length === first.length }
}

type Form = { readonly wanted: readonly TextColumn[]; readonly hasReason: boolean; readonly isLast: boolean }
type Placed = { readonly row: TextRow; readonly from: number }

const isSame = (one: Placed, other: Placed) =>
  one.from === other.from && JSON.stringify(one.row) === JSON.stringify(other.row)

function waysFrom(
  tokens: readonly string[],
  from: number,
  form: Form,
  known: Map<number, Placed[][]>,
): Placed[][] {
  if (from >= tokens.length) return [[]]
  const before = known.get(from)
  if (before) return before
  const ways: Placed[][] = []
  // What is left at the very end of the text is a row cut off.
  if (
    form.isLast &&
    tokens.length - from <= form.wanted.length &&
    !tokens.slice(from).some((token) => POINTS.test(token))
  )
    ways.push([])
  for (const { row, length } of rowsAt(tokens, from, form)) {
    for (const rest of waysFrom(tokens, from + length, form, known)) ways.push([{ row, from }, ...rest])
    if (ways.length >= READINGS_MAX) break
  }
  const kept = ways.slice(0, READINGS_MAX)
  known.set(from, kept)
  return kept
}

function* rowsAt(tokens: readonly string[], from: number, { wanted, hasReason }: Form) {
  const name = tokens[from] ?? ''
  if (IS_VALUE.test(name) || !/[\u4e00-\u9fff]{2}/.test(name)) return
  for (const cells of [readAll(tokens, from + 1, wanted), readWithoutPoints(tokens, from + 1, wanted)]) {
    if (!cells) continue
    yield { row: { name, cells: cells.cells }, length: 1 + cells.length }
    const reason = tokens[from + 1 + cells.length]
    if (hasReason && reason !== undefined && !IS_VALUE.test(reason) && !POINTS.test(reason))
      yield { row: { name, cells: { ...cells.cells, reason } }, length: 2 + cells.length }
  }
}

/** Every column has its cell. */
function readAll(tokens: readonly string[], from: number, wanted: readonly TextColumn[]) {
  const cells: { [column in TextColumn]?: string | null } = {}
  for (const [index, column] of wanted.entries()) {
    const token = tokens[from + index]
    if (token === undefined || ((column === 'weight' || column === 'score') && !POINTS.test(token)))
      return undefined
    cells[column] = token
  }
  return { cells, length: wanted.length }
}

/** 其中 rows print target and actual only: both must show a sign or unit, or points would fit as well. */
function readWithoutPoints(tokens: readonly string[], from: number, wanted: readonly TextColumn[]) {
  if (wanted.join() !== 'target,actual,weight,score') return undefined
  const [target = '', actual = ''] = tokens.slice(from, from + 2)
  if (![target, actual].every((token) => IS_VALUE.test(token) && !POINTS.test(token))) return undefined
  return { cells: { target, actual, weight: '', score: '' }, length: 2 }
}
