const INVISIBLE = /(?![\n\r\t])[\p{Cc}\p{Cf}]/gu

/** A printed cell as one line: no invisible characters; line breaks inside Chinese text are layout only. */
export function cellText(raw: string): string {
  if (!/[^\u4e00-\u9fff\w%.]/.test(raw)) return raw
  return raw
    .replace(/_x000D_/gi, '\n')
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u3000\t]/g, ' ')
    .trim()
    .replace(/ *[\r\n]+ */g, (_, at: number, all: string) =>
      /[\w.,]/.test(all[at - 1] ?? '') && /[a-z]/i.test(all.slice(at).trimStart()[0] ?? '') ? ' ' : '',
    )
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
  return label.replace(/[([【][^)\]】]*[)\]】]?/g, '')
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
