import type { TableBlock } from '../../domain/documents/block.ts'
import { cell, columns, figure, head, row, table } from '../../domain/documents/make-block.ts'

/** One bar: how long it is, out of 10 000, and what stands behind it. */
export type Bar = { readonly name: string; readonly share_bp: number; readonly value: string }

/** A bar is drawn in steps of 1/20; the exact figure stands behind it. */
const STEPS = 20

/** A bar chart as a table, so that Word and PDF draw the same and the figures can be copied. */
export function barChart(
  caption: string,
  headings: readonly [string, string, string],
  bars: readonly Bar[],
): TableBlock {
  const [name, bar, value] = headings
  return table({
    caption,
    columns: columns(4, ...Array.from({ length: STEPS }, () => 0.5), [2.6, 'right']),
    headerRows: 1,
    size: 'small',
    rows: [
      row(head(name), head(bar, { colSpan: STEPS }), head(value)),
      ...bars.map((one) => {
        const filled = Math.max(0, Math.min(STEPS, Math.round((one.share_bp * STEPS) / 10_000)))
        return row(
          cell(one.name),
          ...(filled > 0 ? [cell('', { colSpan: filled, isBar: true })] : []),
          ...(filled < STEPS ? [cell('', { colSpan: STEPS - filled })] : []),
          figure(one.value),
        )
      }),
    ],
  })
}
