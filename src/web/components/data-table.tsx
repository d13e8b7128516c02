import type { ReactNode } from 'react'

export type Column<T> = {
  readonly id: string
  readonly title: ReactNode
  readonly cell: (row: T) => ReactNode
  readonly isNumber?: boolean
  readonly isHeader?: boolean
  readonly width?: number | string
  /** The name the server sorts by; absent where the column cannot be sorted. */
  readonly sort?: string
}

/**
 * A plain table with caption, header scopes and sorting by the server. `sort` is the current order,
 * `-` in front for descending.
 */
export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  isFixed = true,
}: {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly sort?: string | undefined
  readonly onSort?: (sort: string) => void
  readonly isFixed?: boolean
}) {
  return (
    <table className={isFixed ? 'data data-fixed' : 'data'}>
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={column.width === undefined ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <BodyCell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BodyCell<T>({ column, row }: { readonly column: Column<T>; readonly row: T }) {
  const className = column.isNumber ? 'number' : undefined
  if (column.isHeader) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return <td className={className}>{column.cell(row)}</td>
}

function HeaderCell<T>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<T>
  readonly sort: string | undefined
  readonly onSort: ((sort: string) => void) | undefined
}) {
  const className = column.isNumber ? 'number' : undefined
  if (column.sort === undefined || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {column.title}
      </th>
    )
  }
  const name = column.sort
  const isUp = sort === name
  const isDown = sort === `-${name}`
  return (
    <th scope="col" className={className} aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <button type="button" className="sort" onClick={() => onSort(isUp ? `-${name}` : name)}>
        {column.title}
        <span aria-hidden="true" className="sort-mark">
          {isUp ? '▲' : isDown ? '▼' : '↕'}
        </span>
      </button>
    </th>
  )
}
