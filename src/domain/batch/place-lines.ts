import type { Content, ContentRow, FieldDefinition } from '../forms/form.ts'
import { fixedKeyOf, rowsOf } from '../forms/form-index.ts'
import { columnLetters } from '../doctor/read/grid.ts'
import { plainLabel } from '../doctor/read/cell-text.ts'
import type { IntakeFault } from '../intake/intake-fault.ts'
import { CODE, NAME } from './columns.ts'
import type { Mapping } from './mapping.ts'
import type { Line } from './read-lines.ts'

/** A record that lines of the file may go into, as far as placing them needs to know it. */
export type BatchTarget = {
  readonly code: string
  readonly name: string
  readonly recordId: string | null
  /** Why nothing may be written there now; a sentence for people. */
  readonly obstacle: string | undefined
  readonly content: Content
}

/** What a record will hold, and what it holds now. */
export type BatchChange = {
  readonly target: BatchTarget
  readonly lines: readonly Line[]
  /** Only the fields that the file brings. */
  readonly patch: Content
  readonly isChanged: boolean
}

export type Placed = { readonly changes: readonly BatchChange[]; readonly faults: readonly IntakeFault[] }

type Places = { readonly sheet: string; readonly mapping: Mapping }

/**
 * Puts the lines to the records of their projects. A code nobody knows, a project whose record is not open,
 * a line that stands twice: each is a fault with its cell.
 * @param field the table the lines are rows of; without it a line is the record itself
 */
export function placeLines(
  lines: readonly Line[],
  targets: ReadonlyMap<string, BatchTarget>,
  field: FieldDefinition | undefined,
  places: Places,
): Placed {
  const faults: IntakeFault[] = []
  const byCode = new Map<string, Line[]>()
  const fault = (line: Line, column: string, message: string) =>
    faults.push({ place: placeOf(places, line, column), message })
  for (const line of lines) {
    const target = targets.get(line.code)
    if (line.code === '') fault(line, CODE.id, '没有填项目代码，请补充。')
    else if (!target) fault(line, CODE.id, `本年度没有代码为“${line.code}”的项目，或不在您的管理范围内。`)
    else if (target.obstacle !== undefined) fault(line, CODE.id, `“${target.name}”${target.obstacle}`)
    else {
      if (line.name !== '' && plainLabel(line.name) !== plainLabel(target.name))
        fault(line, NAME.id, `项目名称与系统中的“${target.name}”不同，请核对代码是否填错。`)
      const group = byCode.get(line.code)
      if (group) group.push(line)
      else byCode.set(line.code, [line])
    }
  }
  const changes = [...byCode].map(([code, own]) => {
    const target = targets.get(code) as BatchTarget
    const patch = field ? patchRows(own, target, field, fault) : patchFields(own, fault)
    return { target, lines: own, patch, isChanged: !isSame(target, patch) }
  })
  return { changes, faults }
}

/** Whether the record holds all of it already. */
function isSame(target: BatchTarget, patch: Content): boolean {
  return Object.entries(patch).every(
    ([field, value]) => JSON.stringify(target.content[field] ?? null) === JSON.stringify(value ?? null),
  )
}

type Fault = (line: Line, column: string, message: string) => void

export function placeOf({ sheet, mapping }: Places, line: Line, column: string): string {
  const at = mapping.columns[column] ?? mapping.columns[CODE.id] ?? 0
  return `${sheet}!${columnLetters(at)}${line.row + 1}`
}

function patchFields(lines: readonly Line[], fault: Fault): Content {
  const [first, ...others] = lines
  for (const line of others)
    fault(line, CODE.id, `这个项目在第 ${(first?.row ?? 0) + 1} 行已有一行，请合并成一行。`)
  return first?.cells ?? {}
}

/** Rows go to the row of their name or official key; the others of the record stay as they are. */
function patchRows(
  lines: readonly Line[],
  target: BatchTarget,
  field: FieldDefinition,
  fault: Fault,
): Content {
  const key = fixedKeyOf(field)
  const named = key ?? 'name'
  const label = field.columns?.find(({ id }) => id === named)?.label ?? ''
  const identity = (row: ContentRow) =>
    (key ? [row[key]] : [row['level1'], row['level2'], plainLabel(String(row['name'] ?? ''))]).join('/')
  const rows = [...rowsOf(target.content, field.id)]
  const known = new Map(rows.map((row, index) => [identity(row), index]))
  const seen = new Map<string, Line>()
  for (const line of lines) {
    const own = identity(line.cells)
    const before = seen.get(own)
    const at = known.get(own)
    if ((line.cells[named] ?? '') === '') fault(line, named, `没有填“${label}”，请补充。`)
    else if (before) fault(line, named, `与第 ${before.row + 1} 行重复，请删去一行。`)
    else if (at !== undefined) rows[at] = { ...rows[at], ...line.cells }
    else if (key !== undefined) fault(line, named, `表中没有这一行，请从“${label}”的选项中选择。`)
    else rows.push(line.cells)
    seen.set(own, before ?? line)
  }
  const max = field.max ?? rows.length
  const [first] = lines
  if (rows.length > max && first)
    fault(first, CODE.id, `“${field.label}”最多 ${max} 行，导入后有 ${rows.length} 行，请删减。`)
  return { [field.id]: rows }
}
