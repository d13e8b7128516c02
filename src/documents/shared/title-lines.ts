/** 2号 on 156 mm: twenty characters fit, nineteen look well. */
const TITLE_WIDTH = 19

/**
 * A title in lines that break between its parts, never inside one that fits a line: a name stays
 * whole (GB/T 9704-2012 7.3.1: 词意完整、排列对称). A part too long for a line is cut in equal pieces.
 */
export function titleLines(...parts: readonly string[]): string {
  const lines: string[] = []
  for (const piece of parts.flatMap(cutEvenly)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + piece.length <= TITLE_WIDTH)
      lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.join('\n')
}

function cutEvenly(part: string): string[] {
  const count = Math.ceil(part.length / TITLE_WIDTH)
  const size = Math.ceil(part.length / count)
  return Array.from({ length: count }, (_, index) => part.slice(index * size, (index + 1) * size))
}
