import type { Block, HeadingBlock, HeadingLevel, TableBlock } from '../../domain/documents/block.ts'
import { printLedgerMark } from './print-code.ts'
import { printCover, printImprint, printLetterhead, printSignature } from './print-letter.ts'
import type { Face, PageSetup, Printed, PrintedLine } from './printed.ts'
import {
  FORM_LEADING_PT,
  FORM_SIZE_PT,
  FORM_TITLE_LEADING_PT,
  FORM_TITLE_PT,
  LETTER_LEADING_PT,
  LETTER_SIZE_PT,
  LETTER_TITLE_LEADING_PT,
  LETTER_TITLE_PT,
  line,
  run,
  SMALL_PRINT_PT,
  TABLE_SIZES,
} from './type-style.ts'

/** Where a block stands: the page it is on, and what came before it. */
export type Place = {
  readonly page: PageSetup
  readonly isFirst: boolean
  readonly previous: Block | undefined
}

/** One block as printed lines. Indents and sizes are those of GB/T 9704-2012 on letter pages. */
export function printBlock(block: Block, place: Place): Printed[] {
  const { size_pt, leading_pt } = bodyStyle(place)
  switch (block.kind) {
    case 'letterhead':
      return printLetterhead(block, place.page)
    case 'cover':
      return printCover(block)
    case 'title':
      return printTitle(block.text, block.subtitle, place)
    case 'addressee':
      return [line(run(`${block.text}：`, 'body', size_pt), { leading_pt })]
    case 'heading':
      return [printHeading(block, place)]
    case 'contents':
      return block.entries.map(({ level, text, anchor }) => ({
        kind: 'entry',
        title: run(text, level === 1 ? 'hei' : 'body', CONTENTS_PT),
        anchor,
        indent_em: level === 1 ? 0 : 2,
        leading_pt: CONTENTS_LEADING_PT,
      }))
    case 'paragraph':
      return printParagraph(block, size_pt, leading_pt)
    case 'table':
      return printTable(block)
    case 'formLine':
      return [
        {
          kind: 'sides',
          parts: block.parts.map((part) => run(part, 'song', 10.5)),
          leading_pt: 16,
          indent_em: 0,
          before_pt: 2,
          after_pt: 4,
        },
      ]
    case 'attachments':
      return printAttachments(block.names, size_pt, leading_pt)
    case 'signature':
      return [printSignature(block, size_pt, leading_pt)]
    case 'note':
      return [line(run(`（${block.text}）`, 'body', size_pt), { leading_pt, firstIndent_em: 2 })]
    case 'annexHead':
      return [
        ...(place.isFirst ? [] : [{ kind: 'break' } as const]),
        line(run(block.label, 'hei', LETTER_SIZE_PT), { keepsNext: true }),
      ]
    case 'imprint':
      return [printImprint(block)]
    case 'reference':
      return block.lines.map((text, index) =>
        line(run(text, 'song', SMALL_PRINT_PT, { ink: 'grey' }), {
          leading_pt: 13,
          before_pt: index === 0 ? 8 : 0,
        }),
      )
    case 'ledgerMark':
      return [printLedgerMark(block)]
    case 'pageBreak':
      return [{ kind: 'break' }]
  }
}

/** A line break begins a paragraph: office programs stretch the line before a mere break to the margin. */
function printParagraph(
  { lead, text }: Extract<Block, { kind: 'paragraph' }>,
  size_pt: number,
  leading_pt: number,
): PrintedLine[] {
  return text.split('\n').map((part, index) =>
    line(
      [...(lead === undefined || index > 0 ? [] : [run(lead, 'kai', size_pt)]), run(part, 'body', size_pt)],
      // A web address breaks where it can; stretching would tear the rest of its line apart.
      { leading_pt, firstIndent_em: 2, align: /https?:/.test(part) ? 'left' : 'justify' },
    ),
  )
}

function bodyStyle(place: Place): { size_pt: number; leading_pt: number } {
  return place.page.style === 'letter'
    ? { size_pt: LETTER_SIZE_PT, leading_pt: LETTER_LEADING_PT }
    : { size_pt: FORM_SIZE_PT, leading_pt: FORM_LEADING_PT }
}

/** 标题: two blank lines below the red line, centred; on form pages close to the table. */
function printTitle(text: string, subtitle: string | undefined, place: Place): PrintedLine[] {
  const isLetter = place.page.style === 'letter'
  const size_pt = isLetter ? LETTER_TITLE_PT : FORM_TITLE_PT
  const leading_pt = isLetter ? LETTER_TITLE_LEADING_PT : FORM_TITLE_LEADING_PT
  const isBelowRedLine = place.previous?.kind === 'letterhead'
  const gap_pt = isBelowRedLine ? 2 * LETTER_LEADING_PT : place.isFirst || !isLetter ? 0 : LETTER_LEADING_PT
  const lines = text.split('\n').map((part, index) =>
    line(run(part, 'title', size_pt), {
      align: 'center',
      leading_pt,
      before_pt: index === 0 ? gap_pt : 0,
      keepsNext: true,
    }),
  )
  const below =
    subtitle === undefined
      ? []
      : [
          line(run(subtitle, 'kai', isLetter ? LETTER_SIZE_PT : FORM_SIZE_PT), {
            align: 'center',
            leading_pt: isLetter ? LETTER_LEADING_PT : FORM_LEADING_PT,
            keepsNext: true,
          }),
        ]
  const all = [...lines, ...below]
  return all.map((printed, index) =>
    index === all.length - 1 ? { ...printed, after_pt: isLetter ? LETTER_LEADING_PT : 4 } : printed,
  )
}

const HEADING_FACES: Readonly<Record<HeadingLevel, Face>> = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' }

/** 小四 at 1.5 lines, so that the contents of a book stay on a page or two. */
export const CONTENTS_PT = 12
const CONTENTS_LEADING_PT = 22

function printHeading({ level, text, anchor }: HeadingBlock, place: Place): PrintedLine {
  const { size_pt, leading_pt } = bodyStyle(place)
  return line(run(text, HEADING_FACES[level], size_pt, { isBold: level === 3 }), {
    ...(anchor === undefined ? {} : { anchor }),
    leading_pt,
    firstIndent_em: 2,
    keepsNext: true,
  })
}

function printTable(table: TableBlock): Printed[] {
  const size = TABLE_SIZES[table.size]
  const caption =
    table.caption === undefined
      ? []
      : [
          line(run(table.caption, 'hei', Math.max(size.size_pt, 12)), {
            align: 'center',
            leading_pt: 20,
            before_pt: 6,
            keepsNext: true,
          }),
        ]
  const unit =
    table.unit === undefined
      ? []
      : [line(run(table.unit, 'song', size.size_pt), { align: 'right', leading_pt: 17, keepsNext: true })]
  return [...caption, ...unit, { kind: 'table', table, ...size, after_pt: 6 }]
}

/** 附件说明: one blank line below the text; wrapped names stand under their first character. */
function printAttachments(names: readonly string[], size_pt: number, leading_pt: number): PrintedLine[] {
  const isSingle = names.length === 1
  return names.map((name, index) => {
    const lead = index === 0 ? '附件：' : ''
    const label = isSingle ? lead : `${lead}${index + 1}.`
    return line(run(name, 'body', size_pt), {
      leading_pt,
      left_em: isSingle ? 5 : 6,
      hanging: { run: run(label, 'body', size_pt), width_em: isSingle ? 3 : index === 0 ? 4 : 1 },
      before_pt: index === 0 ? leading_pt : 0,
    })
  })
}
