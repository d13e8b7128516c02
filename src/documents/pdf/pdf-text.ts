import type { PdfNode } from 'pdfmake'
import type { Face, Ink, PrintedEntry, PrintedLine, PrintedSides, Run } from '../print/printed.ts'
import { LETTER_SIZE_PT, run, width_em } from '../print/type-style.ts'
import { splitByFont, type Weight } from './font-library.ts'

/** Ascender plus descender of Noto Serif SC, in parts of the size. */
const NATURAL_LEADING = 1.437
/** 28 characters of 3号 have to fill 156 mm: each gets 15.79 pt. */
const LETTER_CELL_PT = 15.79
const WEIGHTS: Readonly<Record<Face, Weight>> = { body: 400, song: 400, kai: 600, hei: 700, title: 900 }
const INKS: Readonly<Record<Ink, string>> = { black: '#000000', red: '#d60000', grey: '#666666' }

export function pdfSize(size_pt: number): number {
  return size_pt === LETTER_SIZE_PT ? LETTER_CELL_PT : size_pt
}

export function pdfInk(ink: Ink): string {
  return INKS[ink]
}

/** `lineHeight` is a multiple of the font's own leading. */
export function lineHeight(leading_pt: number, size_pt: number): number {
  return leading_pt / (pdfSize(size_pt) * NATURAL_LEADING)
}

export function pdfRuns(runs: readonly Run[], leading_pt: number): PdfNode[] {
  return runs.flatMap((run) => {
    const weight = run.isBold ? 700 : WEIGHTS[run.face]
    const style = { lineHeight: lineHeight(leading_pt, run.size_pt), color: INKS[run.ink] }
    return splitAtQuotes(run.text).flatMap((part, index) => {
      const pieces = splitByFont(part, weight).map(({ text, font }) => ({ text, font }))
      const breakPoint = index === 0 ? [] : [{ text: ' ', font: pieces[0]?.font, fontSize: 0.1 }]
      return [
        ...breakPoint,
        ...pieces.map((piece) => ({ ...piece, fontSize: pdfSize(run.size_pt), ...style })),
      ]
    })
  })
}

/**
 * The Unicode rules for line ends never break beside “ and ”, because in Western texts they cling to
 * words. In Chinese a line may end before an opening and after a closing quotation mark; a space
 * without width between the parts says so.
 */
function splitAtQuotes(text: string): string[] {
  return text.split(/(?<=[\p{sc=Han}，。；：、）》])(?=[“‘])|(?<=[”’])(?=\p{sc=Han})/u)
}

export function lineSize(line: PrintedLine): number {
  return pdfSize(line.runs[0]?.size_pt ?? line.hanging?.run.size_pt ?? LETTER_SIZE_PT)
}

export function lineNode(line: PrintedLine): PdfNode {
  const em_pt = lineSize(line)
  const margin = [line.left_em * em_pt, line.before_pt, line.right_em * em_pt, line.after_pt]
  if (line.hanging !== undefined) {
    const width = line.hanging.width_em * em_pt
    return {
      columns: [
        { width, text: pdfRuns([line.hanging.run], line.leading_pt), noWrap: true },
        { width: '*', text: pdfRuns(line.runs, line.leading_pt) },
      ],
      columnGap: 0,
      margin: [margin[0] === undefined ? 0 : margin[0] - width, margin[1], margin[2], margin[3]],
    }
  }
  return {
    text: pdfRuns(line.runs, line.leading_pt),
    alignment: line.align,
    leadingIndent: line.firstIndent_em * em_pt,
    margin,
  }
}

const SIDE_ALIGN: Readonly<Record<number, readonly string[]>> = {
  1: ['left'],
  2: ['left', 'right'],
  3: ['left', 'center', 'right'],
}

/** Left, middle and right part of one line; a single part may wrap. */
export function sidesNode(sides: PrintedSides): PdfNode {
  const indent = sides.indent_em * pdfSize(sides.parts[0]?.size_pt ?? LETTER_SIZE_PT)
  const aligns = SIDE_ALIGN[sides.parts.length] ?? []
  return {
    columns: sides.parts.map((part, index) => ({
      width: '*',
      text: pdfRuns([part], sides.leading_pt),
      alignment: aligns[index] ?? 'left',
    })),
    columnGap: 6,
    margin: [indent, sides.before_pt, indent, sides.after_pt],
  }
}

/** Room for the page number at the end of a line of the contents. */
const NUMBER_PT = 30

/** A line of the contents: title, dots, page number at the margin. */
export function entryNode(entry: PrintedEntry, width_pt: number): PdfNode {
  const { title, leading_pt } = entry
  const indent = entry.indent_em * title.size_pt
  const used = Math.min(width_em(title.text) * title.size_pt, width_pt - indent - NUMBER_PT - 20)
  const dots = width_pt - indent - used - NUMBER_PT - 12
  const dash = { length: 1, space: 3 }
  return {
    columns: [
      { width: used + 4, text: pdfRuns([title], leading_pt) },
      {
        width: dots,
        canvas: [{ type: 'line', x1: 2, y1: 11, x2: dots - 2, y2: 11, lineWidth: 0.7, dash }],
      },
      {
        width: '*',
        text: pdfRuns([run(String(entry.pageNumber ?? ''), 'body', title.size_pt)], leading_pt),
        alignment: 'right',
      },
    ],
    columnGap: 0,
    margin: [indent, 0, 0, 0],
  }
}
