import { findNumerals, type Numeral } from './numerals.ts'

/** A figure as it is printed (`8个`, `17,815.56万元`, `2023年度`, `2024年5月7日`) by whoever can prove it. */
export type Printed = { readonly text: string }

/** A numeral of a text and the figure it is, if any. */
export type Traced<Figure extends Printed> = {
  readonly numeral: Numeral
  readonly figure: Figure | undefined
}

/**
 * Walks every numeral of a text and looks for the figure behind it: same kind, same value, same unit (a year
 * may be written with or without 度). What only arranges the text (一、 附件2) needs none and is left out.
 * @param figures what the text may state; a figure may be stated any number of times
 */
export function traceNumerals<Figure extends Printed>(
  text: string,
  figures: readonly Figure[],
): Traced<Figure>[] {
  const known = new Map(
    figures.flatMap((figure) =>
      findNumerals(figure.text).map((numeral) => [keyOf(numeral), figure] as const),
    ),
  )
  return findNumerals(text)
    .filter(({ kind }) => kind !== 'order')
    .map((numeral) => ({ numeral, figure: known.get(keyOf(numeral)) }))
}

/** The numerals of a text that no figure stands behind. */
export function findUntraced(text: string, figures: readonly Printed[]): Numeral[] {
  return traceNumerals(text, figures).flatMap(({ numeral, figure }) => (figure ? [] : [numeral]))
}

function keyOf({ kind, value, unit }: Numeral): string {
  return [kind, kind === 'figure' ? plain(value) : value, kind === 'year' ? '' : unit].join(' ')
}

/** 12.50 and 12.5 are one value. */
function plain(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
