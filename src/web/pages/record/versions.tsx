import { Button, Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { FormDefinition } from '../../../domain/forms/form.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { formatCell, type Names, unitOf } from '../../../domain/forms/cell-text.ts'
import { type Difference, differencesOf } from '../../forms/difference.ts'
import type { RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'

type Version = RecordView['frozen'][number]

/** Which frozen version is on the screen; 0 is the present content. */
export type Shown = { readonly number: number; readonly choose: (number: number) => void }

/** Each version can be looked at for ever, and two of them laid side by side. */
export function Versions({ view, shown }: { readonly view: RecordView; readonly shown: Shown }) {
  const [isOpen, setOpen] = useState(false)
  if (view.frozen.length === 0) return null
  const options = [
    { value: 0, label: zh.record.versions.present },
    ...view.frozen.map(({ number, actionTitle }) => ({
      value: number,
      label: zh.record.versionLabel(number, actionTitle),
    })),
  ]
  return (
    <div className="compare">
      <label htmlFor="shown-version">{zh.record.versions.shown}</label>
      <Select
        id="shown-version"
        size="small"
        value={shown.number}
        options={options}
        onChange={shown.choose}
      />
      {view.frozen.length > 1 && (
        <Button size="small" onClick={() => setOpen(true)}>
          {zh.record.versions.list}
        </Button>
      )}
      {isOpen && <Differences view={view} close={() => setOpen(false)} />}
    </div>
  )
}

/** The last two contracts when there are two, else the last two versions. */
function firstChoice(frozen: readonly Version[]): readonly [number, number] {
  const made = frozen.filter(({ action }) => action === 'approve' || action === 'adjust')
  const pool = made.length > 1 ? made : frozen
  return [pool[pool.length - 2]?.number ?? 0, pool[pool.length - 1]?.number ?? 0]
}

function Differences({ view, close }: { readonly view: RecordView; readonly close: () => void }) {
  const [[left, right], setPair] = useState(() => firstChoice(view.frozen))
  const options = view.frozen.map(({ number, actionTitle }) => ({
    value: number,
    label: zh.record.versionLabel(number, actionTitle),
  }))
  const of = (number: number) => view.frozen.find((version) => version.number === number)
  const [before, after] = [of(left), of(right)]
  const rows = useMemo(
    () =>
      before && after
        ? differencesOf(view.form, before.content, after.content).map((difference, index) => ({
            id: String(index),
            ...inWords(view.form, difference, after, view.names),
          }))
        : [],
    [before, after, view.form, view.names],
  )
  const columns: readonly Column<(typeof rows)[number]>[] = [
    {
      id: 'place',
      title: zh.record.versions.place,
      isHeader: true,
      width: '36%',
      cell: ({ place }) => place,
    },
    {
      id: 'before',
      title: zh.record.versions.number(left),
      width: '32%',
      cell: (row) => <del>{row.before}</del>,
    },
    {
      id: 'after',
      title: zh.record.versions.number(right),
      width: '32%',
      cell: (row) => <ins>{row.after}</ins>,
    },
  ]
  return (
    <Modal open title={zh.record.versions.title} width={860} onCancel={close} footer={null}>
      <div className="version-pair">
        <Select
          aria-label={zh.record.versions.left}
          size="small"
          value={left}
          options={options}
          onChange={(number) => setPair([number, right])}
        />
        <span aria-hidden>→</span>
        <Select
          aria-label={zh.record.versions.right}
          size="small"
          value={right}
          options={options}
          onChange={(number) => setPair([left, number])}
        />
        <span className="muted">{zh.record.versions.count(rows.length)}</span>
      </div>
      {rows.length > 0 && (
        <DataTable caption={zh.record.versions.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </Modal>
  )
}

/** 绩效指标“培训人数”·指标值 ≥500 → ≥300 */
function inWords(form: FormDefinition, difference: Difference, after: Version, names: Names) {
  const field = form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === difference.field)
  const column = field?.columns?.find(({ id }) => id === difference.column)
  const rows = after.content[difference.field]
  const row = Array.isArray(rows) && difference.row !== undefined ? rows[difference.row] : undefined
  const of = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>) : {}
  const titled = ['name', 'point', 'quarter', 'item'].find((id) => typeof of[id] === 'string')
  const naming = field?.columns?.find(({ id }) => id === titled)
  const title = naming && titled ? formatCell(naming, of[titled] as string, names) : undefined
  const named =
    difference.row === undefined ? '' : typeof title === 'string' ? `“${title}”` : `第${difference.row + 1}行`
  const said = column ?? field
  const unit = said && unitOf(said)
  const text = (value: Difference['before']) => {
    const words = said ? formatCell(said, value, names) : ''
    return words === '' ? zh.record.blank : `${words}${unit && said?.type === 'money' ? unit : ''}`
  }
  return {
    place: `${field?.label ?? ''}${named}${column ? `·${column.label}` : ''}`,
    before: difference.kind === 'added' ? zh.record.blank : text(difference.before),
    after: difference.kind === 'removed' ? zh.record.blank : text(difference.after),
  }
}
