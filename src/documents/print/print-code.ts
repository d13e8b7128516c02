import { encodeQR } from 'qr'
import type { LedgerMarkBlock } from '../../domain/documents/block.ts'
import type { PrintedCode } from './printed.ts'
import { line, POINTS_PER_MM, run, SMALL_PRINT_PT } from './type-style.ts'

/** Large enough for any telephone at reading distance, small enough for the foot of a letter. */
const SIZE_MM = 26
/** Error correction M and four modules of white, as ISO/IEC 18004 asks; the same in both writers. */
export const QR_STYLE = { ecc: 'medium', border: 4 } as const

/** The mark of the contract ledger: what a person compares beside what a telephone reads. */
export function printLedgerMark(block: LedgerMarkBlock): PrintedCode {
  return {
    kind: 'code',
    text: block.code,
    modules: encodeQR(block.code, 'raw', QR_STYLE),
    size_pt: SIZE_MM * POINTS_PER_MM,
    before_pt: 6,
    lines: block.lines.map((text) => line(run(text, 'song', SMALL_PRINT_PT), { leading_pt: 14 })),
  }
}
