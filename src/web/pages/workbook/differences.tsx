import { Button, Checkbox, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { formatCell } from '../../../domain/forms/cell-text.ts'
import { findField } from '../../../domain/forms/form-index.ts'
import type { ContentRow, ContentValue, FieldDefinition, FormDefinition } from '../../../domain/forms/form.ts'
import { type Choices, sideOf, undecided } from '../../../domain/offline/apply-merge.ts'
import type { MergeItem, Side } from '../../../domain/offline/merge.ts'
import type { RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import type { Comparison } from './comparison.ts'

/** Old, the system's, the file's, side by side; whoever changed counts until somebody says otherwise. */
export function Differences({
  view,
  found,
  accept,
}: {
  readonly view: RecordView
  readonly found: Comparison
  readonly accept: (choices: Choices) => Promise<void>
}) {
  const [choices, setChoices] = useState<Choices>({})
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [isRunning, setIsRunning] = useState(false)
  const { items } = found
  const conflicts = items.filter(({ changed }) => changed === 'conflict')
  const open = undecided(items, choices)
  const taken = items.filter((item) => sideOf(item, choices) === 'theirs').length
  const shown = onlyOpen ? conflicts : items
  const all = (side: Side) => setChoices(Object.fromEntries(items.map(({ key }) => [key, side])))
  const run = async () => {
    setIsRunning(true)
    await accept(choices)
    setIsRunning(false)
  }
  return (
    <>
      <p role="status">
        {items.length === 0 ? zh.offline.none : zh.offline.found(items.length, conflicts.length)}{' '}
        <span className="muted">{zh.offline.madeFrom(found.madeFrom, found.version)}</span>
      </p>
      <Notes notes={found.notes} />
      {items.length > 0 && (
        <>
          <div className="grid-tools">
            <Button size="small" onClick={() => all('theirs')}>
              {zh.offline.allTheirs}
            </Button>
            <Button size="small" onClick={() => all('mine')}>
              {zh.offline.allMine}
            </Button>
            <Button size="small" onClick={() => setChoices({})}>
              {zh.offline.allDefault}
            </Button>
            {conflicts.length > 0 && (
              <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
                {zh.offline.onlyConflicts}
              </Checkbox>
            )}
          </div>
          <DifferenceTable view={view} items={shown} choices={choices} setChoices={setChoices} />
          <div className="action-bar">
            {open.length > 0 && <span className="save-status is-bad">{zh.offline.left(open.length)}</span>}
            <Button
              type="primary"
              loading={isRunning}
              disabled={open.length > 0 || taken === 0}
              onClick={() => void run()}
            >
              {taken === 0 ? zh.offline.acceptNone : zh.offline.accept(taken)}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <div className="workbook-notes">
      <p className="strong">{zh.offline.notesTitle}</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  )
}

function DifferenceTable({
  view,
  items,
  choices,
  setChoices,
}: {
  readonly view: RecordView
  readonly items: readonly MergeItem[]
  readonly choices: Choices
  readonly setChoices: (choices: Choices) => void
}) {
  const { columns } = zh.offline
  return (
    <div className="table-scroll">
      <table className="rows workbook-differences">
        <caption className="visually-hidden">{zh.offline.importTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.base}</th>
            <th scope="col">{columns.mine}</th>
            <th scope="col">{columns.theirs}</th>
            <th scope="col">{columns.side}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <DifferenceRow
              key={item.key}
              view={view}
              item={item}
              side={sideOf(item, choices)}
              choose={(side) => setChoices({ ...choices, [item.key]: side })}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DifferenceRow({
  view,
  item,
  side,
  choose,
}: {
  readonly view: RecordView
  readonly item: MergeItem
  readonly side: Side | undefined
  readonly choose: (side: Side) => void
}) {
  const { form } = view
  const title = placeTitle(form, item)
  const text = useMemo(
    () => (value: ContentValue) => shownValue(form, item, value, view.names),
    [form, item, view.names],
  )
  const mark = (own: Side) => (side === own ? 'is-kept' : 'is-dropped')
  return (
    <tr className={side === undefined ? 'is-undecided' : undefined}>
      <th scope="row">
        {title}
        <p className="muted">{zh.offline.changed[item.changed]}</p>
      </th>
      <td className="muted">{text(item.base)}</td>
      <td className={mark('mine')}>{text(item.mine)}</td>
      <td className={mark('theirs')}>{text(item.theirs)}</td>
      <td>
        <Radio.Group
          aria-label={title}
          size="small"
          value={side ?? null}
          onChange={(event) => choose(event.target.value as Side)}
        >
          <Radio value="mine">{zh.offline.sides.mine}</Radio>
          <Radio value="theirs">{zh.offline.sides.theirs}</Radio>
        </Radio.Group>
        {side === undefined && <p className="required">{zh.offline.pick}</p>}
      </td>
    </tr>
  )
}

/** 绩效指标 · 新建示范基地 · 指标值 */
function placeTitle(form: FormDefinition, item: MergeItem): string {
  const field = findField(form, item.field)
  const parts = [...headOf(form, item.field), field?.label ?? item.field]
  if (item.kind === 'order') parts.push(zh.offline.order)
  if (item.kind === 'row') parts.push(zh.offline.row(rowTitle(field, item)))
  if (item.kind === 'value' && item.row !== undefined) {
    parts.push(rowTitle(field, item), columnOf(field, item)?.label ?? '')
  }
  return parts.filter((part) => part !== '').join(' · ')
}

/** Of a label that stands twice on the form (其中：财政拨款), the field it belongs to. */
function headOf(form: FormDefinition, fieldId: string): string[] {
  const fields = form.sections.flatMap((section) => section.fields)
  const count = (label: string) => fields.filter((field) => field.label === label).length
  const at = fields.findIndex(({ id }) => id === fieldId)
  if (count(fields[at]?.label ?? '') < 2) return []
  const above = fields.slice(0, at).filter(({ label }) => count(label) === 1)
  return above.slice(-1).map(({ label }) => label)
}

/** The name of a row; of an official list, the printed text of its first column. */
function rowTitle(field: FieldDefinition | undefined, item: MergeItem): string {
  const [first] = field?.columns ?? []
  if (first?.readonly && item.row !== undefined) return formatCell(first, item.row)
  return item.rowName ?? ''
}

function columnOf(field: FieldDefinition | undefined, item: MergeItem): FieldDefinition | undefined {
  return field?.columns?.find(({ id }) => id === item.column)
}

function shownValue(
  form: FormDefinition,
  item: MergeItem,
  value: ContentValue,
  names: Readonly<Record<string, string>>,
): string {
  const field = findField(form, item.field)
  if (field === undefined) return ''
  if (item.kind === 'order')
    return ((value ?? []) as readonly string[]).length === 0 ? '' : orderText(value, item)
  if (item.kind === 'row') {
    const [row] = (value ?? []) as readonly ContentRow[]
    return row === undefined ? zh.offline.absent : rowText(field, row, names)
  }
  const column = item.column === undefined ? field : columnOf(field, item)
  const text = column === undefined ? '' : formatCell(column, value, names)
  return text === '' ? zh.record.blank : text
}

/** Rows by the place they had when the workbook was made: 2、1、3. */
function orderText(value: ContentValue, { base }: MergeItem): string {
  const before = (base ?? []) as readonly string[]
  return (value as readonly string[]).map((key) => String(before.indexOf(key) + 1)).join('、')
}

function rowText(field: FieldDefinition, row: ContentRow, names: Readonly<Record<string, string>>): string {
  return (field.columns ?? [])
    .map((column) => formatCell(column, row[column.id], names))
    .filter((text) => text !== '')
    .join(' ')
}
