/**
 * Canonical JSON by RFC 8785 (JCS): keys sorted by UTF-16 units, numbers and strings as ECMAScript
 * writes them, no white space. Two texts of the same data are the same bytes.
 * @throws TypeError for what JSON cannot carry: undefined, NaN, infinity, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    let text = ''
    for (const key of Object.keys(value).sort()) {
      const one = canonicalJson((value as Readonly<Record<string, unknown>>)[key])
      text += `${text === '' ? '' : ','}${quote(key)}:${one}`
    }
    return `{${text}}`
  }
  if (typeof value === 'string') return quote(value)
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return JSON.stringify(value)
  throw new TypeError(`not JSON: ${String(value)}`)
}

/** Stands in JSON as it is. */
const BARE = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

function quote(text: string): string {
  if (BARE.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new TypeError('half a surrogate pair')
  return JSON.stringify(text)
}
