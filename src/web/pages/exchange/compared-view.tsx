import { zh } from '../../zh.ts'
import { type Difference, DifferenceTable } from './difference-table.tsx'

/** What the server found in a file of exchange tables. */
export type Compared = {
  readonly tables: readonly {
    readonly table: string
    readonly title: string
    readonly rows: number
    readonly equal: number
    readonly absent: number
  }[]
  readonly quarantined: readonly {
    readonly table: string
    readonly row: number
    readonly column: string
    readonly message: string
  }[]
  readonly differences: readonly Difference[]
  readonly money: readonly { readonly projectCode: string; readonly message: string }[]
  /** Given back when rows are taken over: what was shown is what is written. */
  readonly stamp: string
}

const SHOWN = 500

/** Tables read, rows set aside, rows that differ, sums that do not meet. */
export function ComparedView({
  found,
  chosen,
  choose,
}: {
  readonly found: Compared
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: readonly string[]) => void
}) {
  const { tables, quarantined, differences, money } = found
  const heads = zh.exchange.tables
  return (
    <>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{heads.table}</th>
            <th scope="col" className="number">
              {heads.rows}
            </th>
            <th scope="col" className="number">
              {heads.equal}
            </th>
            <th scope="col" className="number">
              {heads.absent}
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, title, rows, equal, absent }) => (
            <tr key={table}>
              <td>
                {title}（{table}）
              </td>
              <td className="number">{rows}</td>
              <td className="number">{equal}</td>
              <td className="number">{absent}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {tables.some(({ absent }) => absent > 0) && <p className="muted">{zh.exchange.absentHelp}</p>}
      {quarantined.length > 0 && (
        <>
          <h3>{zh.exchange.quarantinedTitle(quarantined.length)}</h3>
          <ul>
            {quarantined.slice(0, SHOWN).map(({ table, row, column, message }) => (
              <li key={`${table} ${row} ${column}`}>
                {zh.exchange.place(table, row, column)}：{message}
              </li>
            ))}
          </ul>
        </>
      )}
      {differences.length === 0 ? (
        <p>{zh.exchange.none}</p>
      ) : (
        <DifferenceTable differences={differences} chosen={chosen} choose={choose} />
      )}
      {money.length > 0 && (
        <>
          <h3>{zh.exchange.moneyTitle}</h3>
          <ul>
            {money.map(({ projectCode, message }) => (
              <li key={`${projectCode} ${message}`}>
                {projectCode} {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
