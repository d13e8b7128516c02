/** Nothing in it has a second form; most cells are so, and a form is read at every keystroke. */
const PLAIN = /^(?!.*百分)[\u4e00-\u9fff\w.%()/\u2265\u2264\u2605:·-]*$/

/** Full-width forms, spaces and the many printings of one sign, made one. */
export function normaliseTargetText(text: string): string {
  if (PLAIN.test(text)) return text
  return (
    text
      .normalize('NFKC')
      .replace(/[\s\u3000]/g, '')
      .replace(/[\u2550]/g, '=')
      .replace(/>=|=>|[\u2267\u2A7E\u226E]/g, '\u2265')
      .replace(/<=|=<|[\u2266\u2A7D\u226F]/g, '\u2264')
      .replace(/百分之(\d+(?:\.\d+)?)/g, '$1%')
      .replace(/百分比/g, '%')
      // Sign, number and unit printed in three cells arrive joined by plus signs.
      .replace(/\+/g, '')
      .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  )
}
