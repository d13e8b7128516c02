/** One way to read a row: where it begins and ends in the text or among the tokens. */
export type Placed<Row> = { readonly row: Row; readonly from: number; readonly end: number }

export type CertainRows<Row> = { readonly rows: readonly Row[]; readonly isWhole: boolean }

/**
 * Of all ways to cut a text into rows, the rows that every way has in common. Ways are counted, not
 * listed: a dozen doubtful rows already make thousands of them.
 * @param isEnd whether a reading may end here
 * @param rowsAt every row that can begin here; it must end further on
 * @returns no rows when no way fits; `isWhole` when exactly one does
 */
export function findCertainRows<Row>(
  isEnd: (at: number) => boolean,
  rowsAt: (at: number) => Iterable<Placed<Row>>,
): CertainRows<Row> {
  const steps = new Map<number, readonly Placed<Row>[]>()
  const waysToEnd = (at: number): bigint => {
    const known = toEnd.get(at)
    if (known !== undefined) return known
    const found = distinct(rowsAt(at))
    steps.set(at, found)
    const count = found.reduce((sum, { end }) => sum + waysToEnd(end), isEnd(at) ? 1n : 0n)
    toEnd.set(at, count)
    return count
  }
  const toEnd = new Map<number, bigint>()
  const total = waysToEnd(0)
  if (total === 0n) return { rows: [], isWhole: false }
  const fromStart = new Map<number, bigint>([[0, 1n]])
  const rows: Row[] = []
  for (const at of [...steps.keys()].sort((one, other) => one - other)) {
    const here = fromStart.get(at) ?? 0n
    for (const { row, end } of steps.get(at) ?? []) {
      if (here * (toEnd.get(end) ?? 0n) === total) rows.push(row)
      fromStart.set(end, (fromStart.get(end) ?? 0n) + here)
    }
  }
  return { rows, isWhole: total === 1n }
}

/** Two ways that read the same are one. */
function distinct<Row>(placed: Iterable<Placed<Row>>): Placed<Row>[] {
  const found = new Map<string, Placed<Row>>()
  for (const one of placed) found.set(`${one.end}${JSON.stringify(one.row)}`, one)
  return [...found.values()]
}
