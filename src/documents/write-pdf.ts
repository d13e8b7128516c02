import pdfmake, { type PdfNode } from 'pdfmake'
import type { DocumentBlocks } from '../domain/documents/block.ts'
import { fontFiles } from './pdf/font-library.ts'
import { tableNode } from './pdf/pdf-table.ts'
import { lineNode, pdfInk, pdfRuns, sidesNode } from './pdf/pdf-text.ts'
import { printDocument } from './print/print-document.ts'
import type { PageSetup, Printed, PrintedLine, PrintedPinned, PrintedSection } from './print/printed.ts'
import { POINTS_PER_MM, run, SMALL_PRINT_PT } from './print/type-style.ts'

export type PdfOptions = {
  /** False leaves the page streams readable, for tests. */
  readonly isCompressed?: boolean
}

/**
 * Writes a document as PDF. The faces of official letters are licensed and never embedded: Noto
 * Serif SC stands in for all of them, in four weights.
 * @throws Error when a table's spans do not fit its columns
 */
export async function writePdf(document: DocumentBlocks, options: PdfOptions = {}): Promise<Buffer> {
  const printed = printDocument(document)
  const content = printed.sections.map(sectionNode)
  const definition = {
    info: { title: printed.title, creator: '绩衡', producer: '绩衡' },
    pageSize: 'A4',
    version: '1.7',
    compress: options.isCompressed ?? true,
    defaultStyle: { font: 'fallback' },
    content,
  }
  provideFonts(printed.sections)
  return pdfmake.createPdf(definition).getBuffer()
}

/** Hands over the font files the texts turned out to need. The footers' digits are asked for first. */
function provideFonts(sections: readonly PrintedSection[]): void {
  for (const section of sections) footerNode(section.page, 1, 1)
  const files = fontFiles()
  for (const [name, font] of files) {
    if (!pdfmake.virtualfs.existsSync(name)) pdfmake.virtualfs.writeFileSync(name, font)
  }
  const names = [...files.keys()]
  const styles = (name: string) => ({ normal: name, bold: name, italics: name, bolditalics: name })
  const fonts = Object.fromEntries(names.map((name) => [name, styles(name)]))
  pdfmake.setFonts({ ...fonts, fallback: styles(names[0] ?? '') })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
}

function sectionNode(section: PrintedSection): PdfNode {
  const { page } = section
  const mm = (value: number) => value * POINTS_PER_MM
  return {
    section: section.items.flatMap((item, index) => itemNodes(item, section.items, index, page)),
    pageSize: { width: mm(page.width_mm), height: mm(page.height_mm) },
    pageOrientation: page.orientation,
    pageMargins: [mm(page.left_mm), mm(page.top_mm), mm(page.right_mm), mm(page.bottom_mm)],
    header: page.marks.length > 0 ? () => headerNode(page) : null,
    footer: (current: number, count: number) => footerNode(page, current, count),
  }
}

function itemNodes(item: Printed, items: readonly Printed[], index: number, page: PageSetup): PdfNode[] {
  const previous = items[index - 1]
  const pageBreak = previous?.kind === 'break' ? { pageBreak: 'before' } : {}
  switch (item.kind) {
    case 'line':
      return item.keepsNext && index < items.length - 1
        ? keepWithNext(item, pageBreak)
        : [{ ...lineNode(item), ...pageBreak }]
    case 'sides':
      return [{ ...sidesNode(item), ...pageBreak }]
    case 'table':
      return [{ ...tableNode(item, page), ...pageBreak }]
    case 'rule':
      return [ruleNode(page, item.thickness_pt, pdfInk(item.ink), item.before_pt, item.after_pt)]
    case 'group':
      return [{ stack: item.lines.map(lineNode), unbreakable: true, ...pageBreak }]
    case 'pinned':
      return pinnedNodes(item, page)
    case 'break':
      return []
  }
}

/** Room for two lines has to be left under a heading; the room is then given back. */
function keepWithNext(line: PrintedLine, pageBreak: PdfNode): PdfNode[] {
  const room = 2 * line.leading_pt + 14
  const spacer = { text: '', fontSize: 0.1, margin: [0, 0, 0, room] }
  return [
    { stack: [lineNode(line), spacer], unbreakable: true, ...pageBreak },
    { text: '', fontSize: 0.1, margin: [0, -room, 0, 0] },
  ]
}

function typeWidth_pt(page: PageSetup): number {
  return (page.width_mm - page.left_mm - page.right_mm) * POINTS_PER_MM
}

function ruleNode(
  page: PageSetup,
  thickness_pt: number,
  color: string,
  before_pt = 0,
  after_pt = 0,
): PdfNode {
  const shape = { type: 'line', x1: 0, y1: 0, x2: typeWidth_pt(page), y2: 0, lineWidth: thickness_pt }
  return { canvas: [{ ...shape, lineColor: color }], margin: [0, before_pt, 0, after_pt] }
}

/** 版记: its height is reserved in the text, so that nothing can run into it; then it is placed. */
function pinnedNodes(pinned: PrintedPinned, page: PageSetup): PdfNode[] {
  const { rows } = pinned
  const width = typeWidth_pt(page)
  const height = rows.reduce((sum, row) => sum + pinnedRowHeight(row.leading_pt, row, width), 0) + 4
  const bottom_pt = (page.height_mm - page.bottom_mm) * POINTS_PER_MM
  const lines = rows.flatMap((row, index) => [
    ruleNode(page, index === 0 ? pinned.thick_pt : pinned.thin_pt, '#000000'),
    sidesNode(row),
  ])
  return [
    { stack: [{ text: '', fontSize: 0.1, margin: [0, 0, 0, height + 8] }], unbreakable: true },
    {
      stack: [...lines, ruleNode(page, pinned.thick_pt, '#000000')],
      absolutePosition: { x: page.left_mm * POINTS_PER_MM, y: bottom_pt - height },
    },
  ]
}

function pinnedRowHeight(leading_pt: number, row: PrintedPinned['rows'][number], width_pt: number): number {
  const [only, ...others] = row.parts
  if (only === undefined || others.length > 0) return leading_pt
  const perLine = (width_pt - 2 * only.size_pt) / only.size_pt
  return leading_pt * Math.ceil([...only.text].length / perLine)
}

function headerNode(page: PageSetup): PdfNode {
  return {
    columns: page.marks.map((mark, index) => ({
      width: index === 0 ? '*' : 'auto',
      text: pdfRuns([mark], 16),
      alignment: index === 0 ? 'left' : 'right',
    })),
    margin: [page.left_mm * POINTS_PER_MM, 12 * POINTS_PER_MM, page.right_mm * POINTS_PER_MM, 0],
  }
}

/** 页码: letters `— 1 —` at the outer side (odd right, even left); forms in the middle. */
function footerNode(page: PageSetup, current: number, count: number): PdfNode {
  const isLetter = page.style === 'letter'
  const size = page.footerSize_pt
  const text = isLetter ? `— ${current} —` : `第 ${current} 页　共 ${count} 页`
  const align = isLetter ? (current % 2 === 1 ? 'right' : 'left') : 'center'
  const indent = isLetter ? size : 0
  return {
    text: pdfRuns([run(text, 'song', isLetter ? size : SMALL_PRINT_PT)], size * 1.3),
    alignment: align,
    margin: [
      page.left_mm * POINTS_PER_MM + indent,
      page.footerGap_mm * POINTS_PER_MM,
      page.right_mm * POINTS_PER_MM + indent,
      0,
    ],
  }
}
