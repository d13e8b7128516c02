import { Button, Input } from 'antd'
import { keyed } from '../../components/keyed.ts'
import { zh } from '../../zh.ts'
import { EMPTY_ROW, type PublishedRow, ROW_FIELDS, type RowField } from './published-figures.ts'

const words = zh.doctor.recompute
const TITLES: Readonly<Record<RowField, string>> = {
  level1: words.level,
  name: zh.doctor.columns.name,
  target: zh.doctor.columns.target,
  actual: zh.doctor.columns.actual,
  weight: zh.doctor.columns.weight,
  score: zh.doctor.columns.printed,
}
const WIDTHS: Readonly<Record<RowField, number | undefined>> = {
  level1: 120,
  name: undefined,
  target: 190,
  actual: 190,
  weight: 76,
  score: 92,
}

/** The rows of the published table, one input a cell. */
export function FigureRows({
  rows,
  onCell,
  onChange,
}: {
  readonly rows: readonly PublishedRow[]
  readonly onCell: (index: number, field: RowField, value: string) => void
  readonly onChange: (rows: readonly PublishedRow[]) => void
}) {
  return (
    <>
      <table className="data data-fixed doctor-inputs">
        <caption className="visually-hidden">{zh.doctor.tabs.recompute}</caption>
        <colgroup>
          {ROW_FIELDS.map((field) => {
            const width = WIDTHS[field]
            return <col key={field} style={width === undefined ? {} : { width }} />
          })}
          <col style={{ width: 44 }} />
        </colgroup>
        <thead>
          <tr>
            {ROW_FIELDS.map((field) => (
              <th key={field} scope="col">
                {TITLES[field]}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{words.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(({ item: row, index, key }) => (
            <tr key={key}>
              {ROW_FIELDS.map((field) => (
                <td key={field}>
                  <Input
                    size="small"
                    aria-label={`${zh.doctor.row(index)}${TITLES[field]}`}
                    value={row[field]}
                    onChange={(event) => onCell(index, field, event.target.value)}
                  />
                </td>
              ))}
              <td>
                <Button
                  size="small"
                  type="text"
                  aria-label={words.removeRow(index)}
                  onClick={() => onChange(rows.filter((_row, at) => at !== index))}
                >
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" onClick={() => onChange([...rows, EMPTY_ROW])}>
        {words.addRow}
      </Button>
    </>
  )
}
