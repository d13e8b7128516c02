import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import type { AmountUnit, Mapping } from '../../../domain/batch/mapping.ts'
import { zh } from '../../zh.ts'
import type { BatchPreview } from './batch-preview.ts'

const NONE = -1

/** Which column of the file is which of ours; chosen once, then remembered for this layout. */
export function MappingTable({
  preview,
  look,
}: {
  readonly preview: BatchPreview
  readonly look: (mapping: Mapping) => void
}) {
  const [columns, setColumns] = useState(preview.mapping.columns)
  const [unit, setUnit] = useState<AmountUnit>(preview.mapping.unit)
  const options = [
    { value: NONE, label: zh.batch.none },
    ...preview.headers.map((header, index) => ({
      value: index,
      label: header.trim() === '' ? zh.batch.nameless(index + 1) : header,
    })),
  ]
  const choose = (id: string, at: number) => {
    const others = Object.entries(columns).filter(([column, own]) => column !== id && own !== at)
    setColumns(Object.fromEntries(at === NONE ? others : [...others, [id, at]]))
  }
  const isChanged =
    JSON.stringify(sorted(columns)) !== JSON.stringify(sorted(preview.mapping.columns)) ||
    unit !== preview.mapping.unit
  return (
    <section>
      <h2>{zh.batch.mappingTitle}</h2>
      <p className="muted">{preview.isRemembered ? zh.batch.remembered : zh.batch.guessed}</p>
      <dl className="mapping">
        {preview.columns.map(({ id, label, isRequired }) => (
          <div key={id}>
            <dt>
              <label htmlFor={`mapping-${id}`}>
                {label}
                {isRequired && <span className="required">*</span>}
              </label>
            </dt>
            <dd>
              <Select
                id={`mapping-${id}`}
                size="small"
                value={columns[id] ?? NONE}
                options={options}
                onChange={(at: number) => choose(id, at)}
                popupMatchSelectWidth={false}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {zh.batch.unit}{' '}
        <Radio.Group
          aria-label={zh.batch.unit}
          value={unit}
          onChange={(event) => setUnit(event.target.value as AmountUnit)}
          options={[
            { value: 'wan', label: zh.batch.units.wan },
            { value: 'yuan', label: zh.batch.units.yuan },
          ]}
        />
        {isChanged && (
          <Button size="small" type="primary" onClick={() => look({ columns, unit })}>
            {zh.batch.again}
          </Button>
        )}
      </p>
    </section>
  )
}

function sorted(columns: Mapping['columns']): [string, number][] {
  return Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1))
}
