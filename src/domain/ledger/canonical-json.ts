/**
 * Canonical JSON by RFC 8785 (JCS): keys sorted by UTF-16 units, numbers and strings as ECMAScript
 * writes them, no white space. Two texts of the same data are the same bytes.
 * @throws TypeError for what JSON cannot carry: undefined, NaN, infinity, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${quote(key)}:${canonicalJson(one)}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'string') return quote(value)
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return JSON.stringify(value)
  throw new TypeError(`not JSON: ${String(value)}`)
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('half a surrogate pair')
  return JSON.stringify(text)
}
