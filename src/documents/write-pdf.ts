import pdfmake, { type PdfNode } from 'pdfmake'
import type { DocumentBlocks } from '../domain/documents/block.ts'
import { fontFiles } from './pdf/font-library.ts'
import { cutSpans } from './pdf/cut-spans.ts'
import { type Anchors, flowNodes, type TableProbes } from './pdf/pdf-flow.ts'
import { probedPages } from './pdf/pdf-table.ts'
import { pdfRuns } from './pdf/pdf-text.ts'
import { printDocument } from './print/print-document.ts'
import type { PageSetup, Printed, PrintedDocument, PrintedSection, PrintedTable } from './print/printed.ts'
import { measureTable } from './print/table-measure.ts'
import { LETTER_NUMBER_PT, POINTS_PER_MM, run, SMALL_PRINT_PT } from './print/type-style.ts'

export type PdfOptions = {
  /** False leaves the page streams readable, for tests. */
  readonly isCompressed?: boolean
}

/** The same document has the same bytes whenever it is printed, so that a published file can be held against it. */
const PRINTED_AT = new Date(Date.UTC(2000, 0, 1))

/**
 * Writes a document as PDF. The faces of official letters are licensed and never embedded: Noto
 * Serif SC stands in for all of them, in four weights.
 * @throws Error when a table's spans do not fit its columns
 */
export async function writePdf(document: DocumentBlocks, options: PdfOptions = {}): Promise<Buffer> {
  return layOut(await numberContents(await cutAtPages(printDocument(document))), options)
}

/**
 * Fills in the page numbers of a contents by laying the document out once. Word files take them too, as what
 * stands there until the office program brings its fields up to date.
 */
export async function numberContents(printed: PrintedDocument): Promise<PrintedDocument> {
  const isEntry = (item: Printed) => item.kind === 'entry'
  if (!printed.sections.some(({ items }) => items.some(isEntry))) return printed
  const anchors: Anchors = new Map()
  await layOut(printed, { anchors })
  const covers = printed.sections.filter(({ page }) => page.pageNumber === 'none').length
  const pageOf = (anchor: string): number | undefined => {
    const [position] = (anchors.get(anchor)?.['positions'] ?? []) as readonly {
      readonly pageNumber: number
    }[]
    return position && position.pageNumber - covers
  }
  const numbered = (item: Printed): Printed => {
    const pageNumber = item.kind === 'entry' ? pageOf(item.anchor) : undefined
    return item.kind === 'entry' && pageNumber !== undefined ? { ...item, pageNumber } : item
  }
  return {
    ...printed,
    sections: printed.sections.map((section) => ({ ...section, items: section.items.map(numbered) })),
  }
}

/** Tables with spans that may cross a page are laid out once to see where the pages begin. */
async function cutAtPages(printed: PrintedDocument): Promise<PrintedDocument> {
  const tables = printed.sections.flatMap(({ items, page }) =>
    items.filter((item): item is PrintedTable => item.kind === 'table' && mayCrossPage(item, page)),
  )
  const probes: TableProbes = new Map(
    tables.map((table, index) => [table, { name: `table-${index}`, nodes: [] }]),
  )
  if (probes.size === 0) return printed
  await layOut(printed, { probes })
  const cut = (item: Printed): Printed => {
    const probe = item.kind === 'table' ? probes.get(item) : undefined
    if (item.kind !== 'table' || probe === undefined) return item
    return { ...item, table: cutSpans(item.table, probedPages(probe)) }
  }
  return {
    ...printed,
    sections: printed.sections.map((section) => ({ ...section, items: section.items.map(cut) })),
  }
}

function mayCrossPage(printed: PrintedTable, page: PageSetup): boolean {
  const hasSpans = printed.table.rows.some((row) => row.cells.some((cell) => (cell.rowSpan ?? 1) > 1))
  return hasSpans && !measureTable(printed, page).isKeptWhole
}

async function layOut(
  printed: PrintedDocument,
  options: PdfOptions & { readonly probes?: TableProbes; readonly anchors?: Anchors },
): Promise<Buffer> {
  const coverPages = printed.sections.filter((section) => section.page.pageNumber === 'none').length
  const content = printed.sections.map((section) => sectionNode(section, coverPages, options))
  const definition = {
    info: {
      title: printed.title,
      creator: '绩衡',
      producer: '绩衡',
      creationDate: PRINTED_AT,
      modDate: PRINTED_AT,
    },
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

/** @param coverPages pages before page 1 */
function sectionNode(
  section: PrintedSection,
  coverPages: number,
  asked: { readonly probes?: TableProbes; readonly anchors?: Anchors },
): PdfNode {
  const { page } = section
  const mm = (value: number) => value * POINTS_PER_MM
  return {
    section: flowNodes(section.items, page, asked),
    pageSize: { width: mm(page.width_mm), height: mm(page.height_mm) },
    pageOrientation: page.orientation,
    pageMargins: [mm(page.left_mm), mm(page.top_mm), mm(page.right_mm), mm(page.bottom_mm)],
    header: page.marks.length > 0 ? () => headerNode(page) : null,
    footer: (current: number, count: number) => footerNode(page, current - coverPages, count - coverPages),
  }
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

/** 页码: `— 1 —` at the outer side, one character in (odd right, even left), or 第 1 页 in the middle. */
function footerNode(page: PageSetup, current: number, count: number): PdfNode {
  if (page.pageNumber === 'none') return { text: '' }
  const hasDashes = page.pageNumber === 'dashes'
  const size = hasDashes ? LETTER_NUMBER_PT : SMALL_PRINT_PT
  const text = hasDashes ? `— ${current} —` : `第 ${current} 页　共 ${count} 页`
  const align = hasDashes ? (current % 2 === 1 ? 'right' : 'left') : 'center'
  const indent = hasDashes ? size : 0
  return {
    text: pdfRuns([run(text, 'song', size)], size * 1.3),
    alignment: align,
    margin: [
      page.left_mm * POINTS_PER_MM + indent,
      page.footerGap_mm * POINTS_PER_MM,
      page.right_mm * POINTS_PER_MM + indent,
      0,
    ],
  }
}
