import type { ContentRow, FieldDefinition } from '../forms/form.ts'
import { rowsOf } from '../forms/form-index.ts'
import { findFen, sumFen } from '../shared/money.ts'
import type { BatchChange, BatchTarget } from './place-lines.ts'

/** 勾稽: what the file says in total against what the records of the same projects hold now. */
export type Reconciliation = {
  /** Per amount column: Σ in the file, Σ in the product for the projects of the file, fen as text. */
  readonly sums: readonly {
    readonly column: string
    readonly label: string
    readonly file_fen: string
    readonly product_fen: string
  }[]
  /** Amounts that would change. */
  readonly changed: readonly {
    readonly code: string
    readonly name: string
    readonly label: string
    readonly before_fen: string | null
    readonly after_fen: string
  }[]
  /** Projects of the year with an open record that the file does not mention. */
  readonly missing: readonly { readonly code: string; readonly name: string }[]
  /** Records that would stay as they are. */
  readonly unchanged: number
}

/** @param columns money columns the file brings */
export function reconcile(
  changes: readonly BatchChange[],
  targets: readonly BatchTarget[],
  columns: readonly FieldDefinition[],
  rows: FieldDefinition | undefined,
): Reconciliation {
  const money = columns.filter(({ type }) => type === 'money')
  const inFile = new Set(changes.map(({ target }) => target.code))
  const changed = changes.flatMap((change) =>
    money.flatMap((column) => {
      const before = amount(change.target, column, rows)
      const after = amountAfter(change, column, rows)
      if (before === after) return []
      const { code, name } = change.target
      return [
        { code, name, label: column.label, before_fen: textOf(before), after_fen: (after ?? 0n).toString() },
      ]
    }),
  )
  return {
    sums: money.map((column) => ({
      column: column.id,
      label: column.label,
      file_fen: total(changes.flatMap(({ lines }) => lines.map(({ cells }) => cells[column.id]))),
      product_fen: sumFen(changes.map(({ target }) => amount(target, column, rows) ?? 0n)).toString(),
    })),
    changed,
    missing: targets
      .filter(({ code, obstacle }) => obstacle === undefined && !inFile.has(code))
      .map(({ code, name }) => ({ code, name })),
    unchanged: changes.filter(({ isChanged }) => !isChanged).length,
  }
}

function amount(
  { content }: Pick<BatchTarget, 'content'>,
  column: FieldDefinition,
  rows: FieldDefinition | undefined,
): bigint | undefined {
  if (!rows) return findFen(content[column.id] as string | undefined)
  return sumOf(rowsOf(content, rows.id), column)
}

function amountAfter(
  { target, patch }: BatchChange,
  column: FieldDefinition,
  rows: FieldDefinition | undefined,
): bigint | undefined {
  if (!rows) return column.id in patch ? findFen(patch[column.id] as string) : amount(target, column, rows)
  return sumOf(rowsOf(patch, rows.id), column)
}

/** Nothing where no row has an amount: an empty column is not zero. */
function sumOf(rows: readonly ContentRow[], column: FieldDefinition): bigint | undefined {
  const amounts = rows.flatMap((row) => findFen(row[column.id] as string | undefined) ?? [])
  return amounts.length === 0 ? undefined : sumFen(amounts)
}

function total(values: readonly unknown[]): string {
  return sumFen(values.flatMap((value) => findFen(value as string | undefined) ?? [])).toString()
}

function textOf(fen: bigint | undefined): string | null {
  return fen === undefined ? null : fen.toString()
}
