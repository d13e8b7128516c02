import { Button, Checkbox } from 'antd'
import type { RowDifference } from '../../../domain/exchange/compare-tables.ts'
import { firstChoice } from '../../../domain/exchange/first-choice.ts'
import { zh } from '../../zh.ts'

/** A row that differs, and what of it this person may take over. */
export type Difference = Omit<RowDifference, 'fields' | 'name' | 'repeats'> & {
  readonly name?: string | null
  /** Old and new for people: amounts in yuan, codes and flags in words. */
  readonly fields: readonly {
    readonly field: string
    readonly title: string
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly id: string
  /** Of one new project: its rows are chosen together. Absent in lists kept before there were groups. */
  readonly group?: string | null
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
  const open = differences.filter(({ obstacle }) => obstacle === null).length
  const first = firstChoice(differences)
  const toggle = ({ id, group }: Difference) => {
    const together = new Set(
      group ? differences.filter((one) => one.group === group).map((one) => one.id) : [id],
    )
    const others = [...chosen].filter((one) => !together.has(one))
    choose(chosen.has(id) ? others : [...others, ...together])
  }
  return (
    <>
      <h3>{words.differencesTitle(differences.length)}</h3>
      {open > 0 && (
        <div className="grid-tools">
          <Button size="small" onClick={() => choose(first)}>
            {first.length === open ? words.chooseAll(open) : words.chooseFirst(first.length, open)}
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
  readonly toggle: (difference: Difference) => void
}) {
  const { name, projectCode, table, kind, group, obstacle } = difference
  const words = zh.exchange
  return (
    <tr>
      <td>
        <Checkbox
          checked={isChosen}
          disabled={obstacle !== null}
          aria-label={words.chooseRow(projectCode ?? '', table, name ?? '')}
          onChange={() => toggle(difference)}
        />
      </td>
      <td className="code">{projectCode}</td>
      <td>
        {table}
        {name && <p className="muted">{name}</p>}
      </td>
      <td>
        {words.kinds[kind]}
        {group && <p className="muted">{words.together}</p>}
        {obstacle !== null && <p className="muted">{obstacle}</p>}
      </td>
      <td>
        <Fields difference={difference} />
      </td>
    </tr>
  )
}

/** Old and new of each field, of a new row what it says; which of them would not be written. */
export function Fields({ difference }: { readonly difference: Difference }) {
  const { fields, kind, taken, obstacle } = difference
  if (kind === 'withdrawn') return obstacle === null && <p>{zh.exchange.takenOut}</p>
  return fields.map(({ field, title, from, to }) => (
    <p key={field}>
      {title}：{kind === 'new' ? '' : `${from ?? zh.exchange.blank} → `}
      {to ?? zh.exchange.blank}
      {obstacle === null && !taken.includes(field) && <span className="muted">{zh.exchange.notWritten}</span>}
    </p>
  ))
}
