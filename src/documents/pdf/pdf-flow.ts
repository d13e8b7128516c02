import type { PdfNode } from 'pdfmake'
import type {
  PageSetup,
  Printed,
  PrintedLine,
  PrintedPinned,
  PrintedSides,
  PrintedTable,
} from '../print/printed.ts'
import { measureTable, typeWidth_pt } from '../print/table-measure.ts'
import { POINTS_PER_MM } from '../print/type-style.ts'
import { codeNode } from './pdf-code.ts'
import { type RowProbe, tableNode } from './pdf-table.ts'
import { entryNode, lineNode, pdfInk, sidesNode } from './pdf-text.ts'

/** A line must have this many lines of the next paragraph below it on the page. */
const LINES_KEPT = 2

/** Tables of which it will be asked on which page each row stands. */
export type TableProbes = ReadonlyMap<PrintedTable, RowProbe>
/** Headings the contents name, filled with their nodes, for asking on which page each stands. */
export type Anchors = Map<string, PdfNode>
type Asked = { readonly probes?: TableProbes; readonly anchors?: Anchors }

/** The items of a section in order; lines that keep the next item stay on its page. */
export function flowNodes(items: readonly Printed[], page: PageSetup, asked: Asked = {}): PdfNode[] {
  const nodes: PdfNode[] = []
  let waiting: PrintedLine[] = []
  let isNewPage = false
  const push = (...added: readonly PdfNode[]) => {
    const [first, ...others] = added
    if (first === undefined) return
    nodes.push(isNewPage ? { ...first, pageBreak: 'before' } : first, ...others)
    isNewPage = false
  }
  for (const [index, item] of items.entries()) {
    if (item.kind === 'line' && item.keepsNext && index < items.length - 1) {
      waiting.push(item)
      continue
    }
    const room = roomFor(item, page)
    if (waiting.length > 0 || item.kind === 'table') push(...keptTogether(waiting, room, asked))
    waiting = []
    if (item.kind === 'break') isNewPage = true
    else push(...itemNodes(item, page, asked))
  }
  return nodes
}

function itemNodes(item: Exclude<Printed, { kind: 'break' }>, page: PageSetup, asked: Asked): PdfNode[] {
  switch (item.kind) {
    case 'line':
      return [anchoredNode(item, asked)]
    case 'entry':
      return [entryNode(item, typeWidth_pt(page))]
    case 'sides':
      return [sidesNode(item)]
    case 'table':
      return [tableNode(item, page, asked.probes?.get(item))]
    case 'rule':
      return [ruleNode(page, item.thickness_pt, pdfInk(item.ink), item.before_pt, item.after_pt)]
    case 'group':
      return [{ stack: item.lines.map(lineNode), unbreakable: true }]
    case 'pinned':
      return pinnedNodes(item, page)
    case 'code':
      return [codeNode(item)]
  }
}

/** The library tells a node with an id its true page. */
function anchoredNode(line: PrintedLine, { anchors }: Asked): PdfNode {
  const node = lineNode(line)
  if (line.anchor === undefined || anchors === undefined) return node
  const named = { ...node, id: line.anchor }
  anchors.set(line.anchor, named)
  return named
}

function roomFor(item: Printed, page: PageSetup): number {
  switch (item.kind) {
    case 'table':
      return measureTable(item, page).room_pt
    case 'line':
    case 'sides':
      return item.before_pt + LINES_KEPT * item.leading_pt
    case 'entry':
      return item.leading_pt
    case 'group':
      return item.lines.reduce((sum, line) => sum + line.before_pt + line.leading_pt + line.after_pt, 0)
    case 'code':
      return item.before_pt + item.size_pt
    default:
      return 0
  }
}

/** The lines and some room below them move to the next page as one; the room is then given back. */
function keptTogether(lines: readonly PrintedLine[], room: number, asked: Asked): PdfNode[] {
  const spacer = { text: '', fontSize: 0.1, lineHeight: 0.1, margin: [0, 0, 0, room] }
  return [
    { stack: [...lines.map((line) => anchoredNode(line, asked)), spacer], unbreakable: true },
    { text: '', fontSize: 0.1, lineHeight: 0.1, margin: [0, -room, 0, 0] },
  ]
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
  const width = typeWidth_pt(page)
  const height = pinned.rows.reduce((sum, row) => sum + pinnedRowHeight(row, width), 0) + 4
  const bottom_pt = (page.height_mm - page.bottom_mm) * POINTS_PER_MM
  const lines = pinned.rows.flatMap((row, index) => [
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

function pinnedRowHeight(row: PrintedSides, width_pt: number): number {
  const [only, ...others] = row.parts
  if (only === undefined || others.length > 0) return row.leading_pt
  const perLine = (width_pt - 2 * only.size_pt) / only.size_pt
  return row.leading_pt * Math.ceil([...only.text].length / perLine)
}
