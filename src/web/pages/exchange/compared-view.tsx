import type { RowDifference } from '../../../domain/exchange/compare-tables.ts'
import { zh } from '../../zh.ts'

/** What the server found in a file of exchange tables. */
export type Compared = {
  readonly tables: readonly {
    readonly table: string
    readonly title: string
    readonly rows: number
    readonly equal: number
  }[]
  readonly quarantined: readonly {
    readonly table: string
    readonly row: number
    readonly column: string
    readonly message: string
  }[]
  readonly differences: readonly RowDifference[]
  readonly money: readonly { readonly projectCode: string; readonly message: string }[]
}

const SHOWN = 500

/** Tables read, rows set aside, rows that differ, sums that do not meet. */
export function ComparedView({ found }: { readonly found: Compared }) {
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
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, title, rows, equal }) => (
            <tr key={table}>
              <td>
                {title}（{table}）
              </td>
              <td className="number">{rows}</td>
              <td className="number">{equal}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
      {differences.length === 0 ? <p>{zh.exchange.none}</p> : <Differences differences={differences} />}
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

function Differences({ differences }: { readonly differences: readonly RowDifference[] }) {
  const heads = zh.exchange.differences
  return (
    <>
      <h3>{zh.exchange.differencesTitle(differences.length)}</h3>
      <div className="table-scroll">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{heads.project}</th>
              <th scope="col">{heads.table}</th>
              <th scope="col">{heads.kind}</th>
              <th scope="col">{heads.fields}</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, SHOWN).map(({ table, key, projectCode, kind, isApproved, fields }) => (
              <tr key={`${table} ${key}`}>
                <td className="code">{projectCode}</td>
                <td>{table}</td>
                <td>
                  {zh.exchange.kinds[kind]}
                  {isApproved && <p className="required">{zh.exchange.approved}</p>}
                </td>
                <td>
                  {fields.map(({ field, title, ours, theirs }) => (
                    <p key={field}>
                      {title}：{ours ?? zh.exchange.blank} → {theirs ?? zh.exchange.blank}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
