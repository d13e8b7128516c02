const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g

/**
 * Every number a reader may meet in a record, as it is printed: amounts in 元 and 万元, hundredths as points,
 * 万分之一 as percent, and whatever stands in texts. Without separators and closing zeros.
 */
export function numbersOfContent(content: unknown): Set<string> {
  const numbers = new Set<string>()
  collect(content, '', numbers)
  return numbers
}

function collect(value: unknown, key: string, into: Set<string>): void {
  if (value === null || value === undefined || typeof value === 'boolean') return
  if (Array.isArray(value)) {
    for (const one of value) collect(one, key, into)
  } else if (typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) collect(one, name, into)
  } else if (key.endsWith('_fen')) {
    for (const digits of [2, 6]) into.add(shifted(String(value), digits))
  } else if (typeof value === 'number') {
    into.add(/_x100$|_bp$/.test(key) ? shifted(String(value), 2) : String(value))
  } else if (typeof value === 'string') {
    for (const found of value.match(NUMBER) ?? []) into.add(plain(found.replaceAll(',', '')))
  }
}

/** An integer with its point moved to the left: fen to yuan by 2, to 万元 by 6. */
function shifted(text: string, digits: number): string {
  const whole = text.replace(/^-/, '').padStart(digits + 1, '0')
  return plain(`${whole.slice(0, -digits)}.${whole.slice(-digits)}`)
}

function plain(number: string): string {
  return number.includes('.') ? number.replace(/0+$/, '').replace(/\.$/, '') : number
}
