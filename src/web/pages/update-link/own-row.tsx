import { Input, Radio } from 'antd'
import { useId } from 'react'
import { LIKELIHOODS } from '../../../domain/monitoring/compute/light.ts'
import type { OwnIndicator } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'

const words = zh.monitoring.own
const FIELDS = ['actual', 'actualText', 'expected', 'note'] as const

/** One indicator: large fields, one below the other, as a telephone wants them. */
export function OwnRow({
  row,
  change,
}: {
  readonly row: OwnIndicator
  readonly change: (row: OwnIndicator) => void
}) {
  const id = useId()
  return (
    <fieldset className="own-row">
      <legend>{row.name}</legend>
      {row.targetText !== null && <p className="muted">{words.target(row.targetText)}</p>}
      {FIELDS.map((field) => (
        <div key={field} className="own-field">
          <label htmlFor={`${id}${field}`}>{words[field]}</label>
          <Input
            id={`${id}${field}`}
            value={row[field] ?? ''}
            {...(field === 'actual' || field === 'expected' ? { inputMode: 'decimal' } : {})}
            onChange={({ target }) => change({ ...row, [field]: target.value === '' ? null : target.value })}
          />
        </div>
      ))}
      <div className="own-field">
        <span id={`${id}likelihood`}>{words.likelihood}</span>
        <Radio.Group
          aria-labelledby={`${id}likelihood`}
          value={row.likelihood}
          options={Object.entries(LIKELIHOODS).map(([value, label]) => ({ value, label }))}
          onChange={({ target }) => change({ ...row, likelihood: String(target.value) })}
        />
      </div>
    </fieldset>
  )
}
