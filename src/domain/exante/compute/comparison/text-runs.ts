import { plainText, runsOf } from '../../../indicators/index.ts'

/** Words of nearly every project, and figures: to share them says nothing. */
const EVERYWHERE =
  /\d+(?:\.\d+)?|[\s\p{P}\p{S}]+|项目|工程|建设|实施|开展|完成|资金|年度|全县|我县|本县|全市|全区|工作|进行|计划|目标|预算|补助|以及|通过|主要|内容|新建|改造|提升/gu

/** A text in pieces between the words that say nothing, with its distinct pairs of characters. */
export type TextRuns = { readonly pieces: readonly string[]; readonly runs: ReadonlySet<string> }

/** @param placeName what the place itself is called; every project there carries it */
export function textRuns(text: string, placeName: string): TextRuns {
  const without = placeName === '' ? text : text.replaceAll(placeName, '，')
  const pieces = without
    .normalize('NFKC')
    .split(EVERYWHERE)
    .map(plainText)
    .filter((piece) => piece.length > 1)
  return { pieces, runs: new Set(pieces.flatMap((piece) => runsOf(piece, 2))) }
}

/**
 * Shared pairs of characters beside the geometric mean of both, in 万分之一: texts of different length may
 * still be alike; null where one has nothing to compare.
 */
export function likeness_bp(one: TextRuns, other: TextRuns): number | null {
  if (one.runs.size === 0 || other.runs.size === 0) return null
  let shared = 0
  for (const run of one.runs) if (other.runs.has(run)) shared += 1
  return Math.round((shared * 10_000) / Math.sqrt(one.runs.size * other.runs.size))
}

/** The longest pieces of one text that stand in the other, longest first, none within another. */
export function sharedPieces(one: TextRuns, other: TextRuns, limit: number): readonly string[] {
  const found = new Set(one.pieces.flatMap((piece) => stretches(piece, other)))
  const ordered = [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return ordered
    .filter((word, at) => !ordered.slice(0, at).some((longer) => longer.includes(word)))
    .slice(0, limit)
}

/** Piece after piece, as far as some piece of the other text goes along. */
function stretches(piece: string, other: TextRuns): string[] {
  const found: string[] = []
  let at = 0
  while (at + 2 <= piece.length) {
    let length = 0
    while (at + length < piece.length && standsIn(piece.slice(at, at + length + 1), other)) length += 1
    if (length > 1) found.push(piece.slice(at, at + length))
    at += Math.max(1, length)
  }
  return found
}

function standsIn(word: string, { pieces }: TextRuns): boolean {
  return pieces.some((piece) => piece.includes(word))
}
