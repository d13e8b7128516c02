import { Button, Checkbox } from 'antd'
import type { RowDifference } from '../../../domain/exchange/compare-tables.ts'
import { zh } from '../../zh.ts'

/** A row that differs, and what of it this person may take over. */
export type Difference = Omit<RowDifference, 'fields'> & {
  /** Old and new as they stand in the column: amounts in yuan, codes in words. */
  readonly fields: readonly {
    readonly field: string
    readonly title: string
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly id: string
  readonly taken: readonly string[]
  readonly obstacle: string | null
}

/** As many rows as somebody reads; choosing all still means all. */
const SHOWN = 500

/** Rows that differ; those that may be taken over can be chosen, the others say why not. */
export function DifferenceTable({
  differences,
  chosen,
  choose,
}: {
  readonly differences: readonly Difference[]
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: readonly string[]) => void
}) {
  const words = zh.exchange
  const open = differences.flatMap(({ id, obstacle }) => (obstacle === null ? [id] : []))
  const toggle = (id: string) =>
    choose(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      <h3>{words.differencesTitle(differences.length)}</h3>
      {open.length > 0 && (
        <div className="grid-tools">
          <Button size="small" onClick={() => choose(open)}>
            {words.chooseAll(open.length)}
          </Button>
          <Button size="small" onClick={() => choose([])} disabled={chosen.size === 0}>
            {words.chooseNone}
          </Button>
          {differences.length > SHOWN && <span className="muted">{words.shownOnly(SHOWN)}</span>}
        </div>
      )}
      <div className="table-scroll">
        <table className="rows exchange-differences">
          <caption className="visually-hidden">{words.differencesTitle(differences.length)}</caption>
          <thead>
            <tr>
              {[words.choose, ...Object.values(words.differences)].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, SHOWN).map((one) => (
              <DifferenceRow key={one.id} difference={one} isChosen={chosen.has(one.id)} toggle={toggle} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function DifferenceRow({
  difference,
  isChosen,
  toggle,
}: {
  readonly difference: Difference
  readonly isChosen: boolean
  readonly toggle: (id: string) => void
}) {
  const { id, projectCode, table, kind, obstacle } = difference
  const words = zh.exchange
  return (
    <tr>
      <td>
        <Checkbox
          checked={isChosen}
          disabled={obstacle !== null}
          aria-label={words.chooseRow(projectCode ?? '', table)}
          onChange={() => toggle(id)}
        />
      </td>
      <td className="code">{projectCode}</td>
      <td>{table}</td>
      <td>
        {words.kinds[kind]}
        {obstacle !== null && <p className="muted">{obstacle}</p>}
      </td>
      <td>
        <Fields difference={difference} />
      </td>
    </tr>
  )
}

/** Old and new of each field; which of them would not be written. */
export function Fields({ difference }: { readonly difference: Difference }) {
  const { fields, taken, obstacle } = difference
  return fields.map(({ field, title, from, to }) => (
    <p key={field}>
      {title}：{from ?? zh.exchange.blank} → {to ?? zh.exchange.blank}
      {obstacle === null && !taken.includes(field) && <span className="muted">{zh.exchange.notWritten}</span>}
    </p>
  ))
}
