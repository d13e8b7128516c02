import { isId } from '../shared/ids.ts'

/**
 * A row's id as we write it, when it is a GUID in any of the ways systems write one: capitals, braces, without
 * hyphens. Anything else is not an id of ours.
 */
export function guidOf(text: string): string | undefined {
  const digits = text
    .replace(/^\{(.*)\}$/, '$1')
    .replace(/-/g, '')
    .toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(digits)) return undefined
  const id = withHyphens(digits)
  return isId(id) ? id : undefined
}

/** 32 hexadecimal digits as an id. */
export function withHyphens(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
