import type { Content, ContentValue } from './form.ts'

/** The value at a place of a content: `totalScore_x100`, `problems[0].problem`; nothing where there is none. */
export function valueAt(content: Content, place: string): ContentValue | undefined {
  const match = /^([A-Za-z0-9_]+)\[(\d+)\]\.([A-Za-z0-9_]+)$/.exec(place)
  if (match === null) return content[place]
  const [, field = '', row = '', column = ''] = match
  const rows = content[field]
  if (!Array.isArray(rows)) return undefined
  const found = rows[Number(row)]
  return typeof found === 'object' ? (found as Readonly<Record<string, ContentValue>>)[column] : undefined
}
