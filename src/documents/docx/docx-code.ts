import { encodeQR } from 'qr'
import {
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { QR_STYLE } from '../print/print-code.ts'
import type { PageSetup, PrintedCode } from '../print/printed.ts'
import { typeWidth_pt } from '../print/table-measure.ts'
import { exactSpacing, lineParagraph, twips } from './docx-text.ts'

/** Pixels of a module: sharp on paper, a few kilobytes in the file. */
const SCALE = 6
const PIXELS_PER_POINT = 96 / 72
const GAP_PT = 8

/** The code at the left, its lines beside it, in a table without rules. */
export function docxCode(code: PrintedCode, page: PageSetup): (Table | Paragraph)[] {
  const left = twips(code.size_pt + GAP_PT)
  const right = twips(typeWidth_pt(page)) - left
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const cell = (width: number, children: readonly Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [...children],
    })
  return [
    new Paragraph({ children: [], spacing: exactSpacing(code.before_pt), keepNext: true }),
    new Table({
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            cell(left, [new Paragraph({ children: [picture(code)] })]),
            cell(
              right,
              code.lines.map((line) => lineParagraph(line)),
            ),
          ],
        }),
      ],
      columnWidths: [left, right],
      width: { size: left + right, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: { ...borders, insideHorizontal: none, insideVertical: none },
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
    }),
    new Paragraph({ children: [], spacing: exactSpacing(1) }),
  ]
}

function picture(code: PrintedCode): ImageRun {
  const size = Math.round(code.size_pt * PIXELS_PER_POINT)
  return new ImageRun({
    type: 'gif',
    data: encodeQR(code.text, 'gif', { ...QR_STYLE, scale: SCALE }),
    transformation: { width: size, height: size },
    altText: { name: '契约账二维码', title: '契约账二维码', description: code.text },
  })
}
