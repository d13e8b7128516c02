const INVISIBLE = /(?![\n\r\t])[\p{Cc}\p{Cf}]/gu

/** A printed cell as one line: no invisible characters; line breaks inside Chinese text are layout only. */
export function cellText(raw: string): string {
  if (!/[^\u4e00-\u9fff\w%.]/.test(raw)) return raw
  const plain = raw
    .replace(/_x000D_/gi, '\n')
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u3000\t]/g, ' ')
  if (!/[\r\n]/.test(plain)) return plain.trim()
  const lines = plain.split(/[\r\n]/).map((line) => line.trim())
  return lines.filter((line) => line !== '').reduce(joinLines, '')
}

function joinLines(before: string, line: string): string {
  return before + (/[\w.,]$/.test(before) && /^[a-z]/i.test(line) ? ' ' : '') + line
}

/** For comparing labels and headings: half-width, no spaces, no colon at the end. */
export function plainLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[::]+$/, '')
}

/** Without what stands in brackets: 指标权重(分) → 指标权重. */
export function withoutBrackets(label: string): string {
  return label.replace(/[([【][^)\]】]{0,60}[)\]】]?/g, '')
}

const FIGURE = /^[-+]?[\d,.]+(%|分|万元|元|万|亿元)?$/

/** A figure printed in full-width digits, in half-width ones; anything else unchanged. */
export function figureText(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return FIGURE.test(plain) && plain !== text ? plain : text
}

/** Printed signs for "nothing here". */
export function isBlankSign(text: string): boolean {
  return /^[\s\-—–/*·…。]*$/.test(text)
}
