import { parseFen } from '../../shared/money.ts'
import type { PublishedProject } from '../published-project.ts'

/** Types of a Table Schema that are used here. */
export type OpenType = 'string' | 'integer' | 'number' | 'date' | 'year'

export type OpenField = {
  readonly name: string
  readonly type: OpenType
  /** Chinese: what it is and in which unit. */
  readonly title: string
  readonly isRequired?: boolean
}

export type OpenCell = string | number | null

/** One table of the open data: its fields, its key and its rows. */
export type OpenTable = {
  readonly name: string
  readonly title: string
  readonly key: readonly string[]
  readonly fields: readonly OpenField[]
  readonly rowsOf: (published: PublishedProject) => readonly (readonly OpenCell[])[]
}

export const text = (name: string, title: string): OpenField => ({ name, type: 'string', title })
export const yuan = (name: string, title: string): OpenField => ({
  name,
  type: 'number',
  title: `${title}（元）`,
})
export const points = (name: string, title: string): OpenField => ({
  name,
  type: 'number',
  title: `${title}（分）`,
})
export const count = (name: string, title: string): OpenField => ({ name, type: 'integer', title })
const ID: OpenField = { name: 'project_id', type: 'string', title: '公开编号', isRequired: true }
const VERSION: OpenField = { name: 'version', type: 'integer', title: '公开版本', isRequired: true }
/** What every table begins with. */
export const HEAD = [ID, VERSION]

/** The cells under `HEAD`. */
export function head({ id, version }: Pick<PublishedProject, 'id' | 'version'>): OpenCell[] {
  return [id, version]
}

/** Yuan with two decimals, exactly. */
export function money(fen: string): string | null {
  if (fen === '') return null
  const amount = parseFen(fen)
  const absolute = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${absolute / 100n}.${(absolute % 100n).toString().padStart(2, '0')}`
}
