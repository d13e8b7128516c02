import { type CertainRows, findCertainRows, type Placed } from './certain-rows.ts'
import type { TextColumn } from './text-headings.ts'
import type { TextRow } from './text-rows.ts'

const POINTS = /^(100|[1-9]?\d)(\.\d{1,2})?分?$/
const IS_VALUE = /^(>=|<=|[≥≤≧≦=═><])?\d/

/**
 * Reads rows whose cells stand apart by spaces. Blank cells leave no trace there, so a row counts only
 * when exactly one way to cut the tokens fits.
 * @param isLast whether the text ends here; a row cut off by the end is left out
 */
export function readTokens(
  text: string,
  columns: readonly TextColumn[],
  isLast: boolean,
): CertainRows<TextRow> {
  const tokens = text.split(/\s+/).filter((token) => token !== '' && !/^[…—-]+$/.test(token))
  const wanted = columns.filter((column) => column !== 'reason' && column !== 'remark')
  const form = { wanted, hasReason: columns.includes('reason') }
  // What is left at the very end of the text is a row cut off.
  const isCutOff = (at: number) =>
    isLast && tokens.length - at <= wanted.length && !tokens.slice(at).some((token) => POINTS.test(token))
  return findCertainRows(
    (at) => at >= tokens.length || isCutOff(at),
    (at) => rowsAt(tokens, at, form),
  )
}

type Form = { readonly wanted: readonly TextColumn[]; readonly hasReason: boolean }

function* rowsAt(
  tokens: readonly string[],
  from: number,
  { wanted, hasReason }: Form,
): Generator<Placed<TextRow>> {
  const name = tokens[from] ?? ''
  if (IS_VALUE.test(name) || !/[\u4e00-\u9fff]{2}/.test(name)) return
  for (const cells of [readAll(tokens, from + 1, wanted), readWithoutPoints(tokens, from + 1, wanted)]) {
    if (!cells) continue
    const end = from + 1 + cells.length
    yield { row: { name, cells: cells.cells }, from, end }
    const reason = tokens[end]
    if (hasReason && reason !== undefined && !IS_VALUE.test(reason) && !POINTS.test(reason))
      yield { row: { name, cells: { ...cells.cells, reason } }, from, end: end + 1 }
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
