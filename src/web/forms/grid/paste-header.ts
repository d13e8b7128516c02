import { plainLabel, withoutBrackets } from '../../../domain/doctor/read/cell-text.ts'
import { type ColumnRole, roleOf } from '../../../domain/doctor/read/headings.ts'
import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import { targetCells } from '../../../domain/intake/target-cells.ts'
import type { Unfold } from './blocks.ts'

/** Which column of a table of indicators a heading of somebody else's table means. */
const ROLE_COLUMNS: Readonly<Partial<Record<ColumnRole, string>>> = {
  level1: 'level1',
  level2: 'level2',
  name: 'name',
  target: 'value',
  targetSign: 'operator',
  targetUnit: 'unit',
  weight: 'weight_x100',
}

export type Header = {
  /** Column of the grid for each column of the block; -1 where it has none. */
  readonly targets: readonly number[]
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[]
}

/**
 * Reads the first line of a pasted block as a heading: one where at least two cells, and half of all, name
 * columns of the grid. The labels of the form count first, then the headings of published tables.
 * @returns nothing when the block begins with data
 */
export function readHeader(
  line: readonly string[] | undefined,
  field: FieldDefinition,
  columns: readonly FieldDefinition[],
): Header | undefined {
  const headings = line ?? []
  const taken = new Set<number>()
  const find = (heading: string, isLoose: boolean) => {
    const at = columns.findIndex((column) => isNamed(heading, column, field, isLoose))
    return at < 0 || taken.has(at) ? -1 : at
  }
  const targets = headings.map(() => -1)
  for (const isLoose of [false, true]) {
    headings.forEach((heading, index) => {
      if (targets[index] !== -1 || heading.trim() === '') return
      const at = find(heading, isLoose)
      if (at >= 0) taken.add(at)
      targets[index] = at
    })
  }
  const named = headings.filter((heading) => heading.trim() !== '').length
  const found = targets.filter((at) => at >= 0).length
  if (found < 2 || found < named / 2) return undefined
  return {
    targets,
    unknown: headings.filter((heading, index) => targets[index] === -1 && heading.trim() !== ''),
  }
}

function isNamed(
  heading: string,
  column: FieldDefinition,
  field: FieldDefinition,
  isLoose: boolean,
): boolean {
  const label = withoutBrackets(plainLabel(heading)).replace(/^[*★]+/, '')
  if (!isLoose) return label === withoutBrackets(plainLabel(column.label))
  const role = field.bound === 'indicator' ? roleOf(heading) : undefined
  return role !== undefined && ROLE_COLUMNS[role] === column.id
}

/** `≥95%` pasted into the column of numbers of a table of indicators becomes sign, number and unit. */
export function unfoldOf(field: FieldDefinition): Unfold | undefined {
  if (field.bound !== 'indicator') return undefined
  const known = new Set((field.columns ?? []).map(({ id }) => id))
  if (!known.has('value') || !known.has('valueText')) return undefined
  return (column, text, row) => {
    if (column.id !== 'value') return undefined
    const about = { name: String(row['name'] ?? ''), level2: String(row['level2'] ?? '') }
    const cells = targetCells(text.trim(), about)
    return Object.fromEntries(Object.entries(cells).filter(([id]) => known.has(id))) as ContentRow
  }
}
