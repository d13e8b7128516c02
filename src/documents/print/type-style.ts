import type { Face, PrintedLine, Run } from './printed.ts'

/** 3号 body on 22 lines a page: 225 mm ÷ 22 = 28.99 pt, set as 28.95 so that line 22 always fits. */
export const LETTER_SIZE_PT = 16
export const LETTER_LEADING_PT = 28.95
export const FORM_SIZE_PT = 12
export const FORM_LEADING_PT = 20
/** 2号. */
export const LETTER_TITLE_PT = 22
export const LETTER_TITLE_LEADING_PT = 34
/** 小二. */
export const FORM_TITLE_PT = 18
export const FORM_TITLE_LEADING_PT = 28
/** 4号, of page numbers. */
export const LETTER_NUMBER_PT = 14
/** 小五, for the reference lines. */
export const SMALL_PRINT_PT = 9
export const POINTS_PER_MM = 72 / 25.4

export const TABLE_SIZES = {
  normal: { size_pt: 12, leading_pt: 17.5 },
  small: { size_pt: 10.5, leading_pt: 15 },
  tiny: { size_pt: 9, leading_pt: 13 },
} as const

export function run(
  text: string,
  face: Face,
  size_pt: number,
  extra: { readonly ink?: Run['ink']; readonly isBold?: boolean } = {},
): Run {
  return { text, face, size_pt, ink: extra.ink ?? 'black', isBold: extra.isBold ?? false }
}

type LineOptions = Partial<Omit<PrintedLine, 'kind' | 'runs'>>

export function line(runs: Run | readonly Run[], options: LineOptions = {}): PrintedLine {
  return {
    kind: 'line',
    runs: Array.isArray(runs) ? (runs as readonly Run[]) : [runs as Run],
    align: 'left',
    leading_pt: LETTER_LEADING_PT,
    firstIndent_em: 0,
    left_em: 0,
    right_em: 0,
    before_pt: 0,
    after_pt: 0,
    keepsNext: false,
    ...options,
  }
}

/** Width in characters: Latin letters and digits take half a place. */
export function width_em(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0)
}
