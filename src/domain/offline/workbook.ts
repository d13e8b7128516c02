import type { Content } from '../forms/form.ts'

/**
 * 离线填报表: an official table as a workbook that is filled in away from the system and brought back.
 * This is what it says about itself on a hidden sheet.
 */
export type WorkbookOrigin = {
  readonly form: string
  readonly recordId: string
  /** Version of the record when the workbook was made. */
  readonly version: number
  readonly exportedAt: string
  /** The record's content at that version: what both sides began with. */
  readonly base: Content
}

/** A sheet as it was read: shown text by row and column, both from 0; a merge stands in its first cell. */
export type ReadSheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly {
    readonly top: number
    readonly left: number
    readonly bottom: number
    readonly right: number
  }[]
}

export const ORIGIN_SHEET = '_绩衡'
export const ORIGIN_MARK = 'jiheng-offline-workbook'
/** Excel holds 32,767 characters a cell; surrogate pairs count twice. */
const CHUNK = 30_000

/** Lines of the hidden sheet: mark, digest, then the origin as JSON, cut to what a cell holds. */
export function writeOrigin(origin: WorkbookOrigin, digestOf: (text: string) => string): string[] {
  const text = escapeText(JSON.stringify(origin))
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  )
  return [ORIGIN_MARK, digestOf(text), ...chunks]
}

/** Nothing where the sheet is missing, `altered` where its digest does not fit. */
export function readOrigin(
  sheets: readonly ReadSheet[],
  digestOf: (text: string) => string,
): WorkbookOrigin | 'altered' | undefined {
  const sheet = sheets.find(({ rows }) => rows[0]?.[0] === ORIGIN_MARK)
  if (!sheet) return undefined
  const [, digest, ...chunks] = sheet.rows.map((row) => row[0] ?? '')
  const text = chunks.join('')
  if (digest !== digestOf(text)) return 'altered'
  return JSON.parse(text) as WorkbookOrigin
}

/** Only ASCII in the hidden cells: no program that saves the file in between changes such text. */
function escapeText(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
