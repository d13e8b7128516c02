import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { DocumentBlocks } from '../domain/documents/block.ts'
import { docxCode } from './docx/docx-code.ts'
import { docxPinned, docxTable } from './docx/docx-table.ts'
import {
  CONTENTS_STYLE,
  entryParagraph,
  exactSpacing,
  FACE_NAMES,
  lineParagraph,
  runOptions,
  sidesParagraph,
  textRuns,
  twips,
} from './docx/docx-text.ts'
import { fontTableXml } from './docx/font-table.ts'
import { CONTENTS_PT } from './print/print-block.ts'
import { printDocument } from './print/print-document.ts'
import type { PageSetup, Printed, PrintedRule, PrintedSection } from './print/printed.ts'
import { numberContents } from './write-pdf.ts'
import { typeWidth_pt } from './print/table-measure.ts'
import { LETTER_NUMBER_PT, LETTER_SIZE_PT, POINTS_PER_MM, run, SMALL_PRINT_PT } from './print/type-style.ts'

/** A4 in twips; given upright, the library turns it for landscape. */
/** Latin letters and figures are no Chinese: told otherwise, office programs break numbers at a line's end. */
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' }

const A4 = { width: 11906, height: 16838 }

/**
 * Writes a document as .docx, laid out by GB/T 9704-2012. Fonts are named and never embedded.
 * @throws Error when a table's spans do not fit its columns
 */
export async function writeDocx(document: DocumentBlocks): Promise<Buffer> {
  const printed = await numberContents(printDocument(document))
  const file = new Document({
    title: printed.title,
    creator: '绩衡',
    evenAndOddHeaderAndFooters: true,
    styles: {
      paragraphStyles: [
        { id: CONTENTS_STYLE, name: CONTENTS_STYLE, basedOn: 'Normal', run: { size: CONTENTS_PT * 2 } },
      ],
      default: {
        document: {
          run: {
            font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FACE_NAMES.body },
            size: LETTER_SIZE_PT * 2,
            language: LANGUAGE,
          },
        },
      },
    },
    sections: printed.sections.map((section, index) => docxSection(section, printed.sections[index - 1])),
  })
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTableXml() }])
}

function docxSection(section: PrintedSection, previous: PrintedSection | undefined): ISectionOptions {
  const { page } = section
  const header = { default: headerOf(page), even: headerOf(page) }
  return {
    properties: {
      ...(previous === undefined ? {} : { type: SectionType.NEXT_PAGE }),
      page: {
        size: {
          ...A4,
          orientation:
            page.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: margins(page),
        // Numbering begins after the cover.
        ...(previous?.page.pageNumber === 'none' ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    ...(page.marks.length > 0 ? { headers: header } : {}),
    footers: { default: footerOf(page, 'odd'), even: footerOf(page, 'even') },
    children: section.items.flatMap((item, itemIndex) => docxItem(item, section.items[itemIndex - 1], page)),
  }
}

/** The four margins of GB/T 9704 are given in twips by the standard's users: 2098, 1984, 1587, 1474. */
function margins(page: PageSetup) {
  const mm = (value: number) => Math.round((value * 1440) / 25.4)
  const footer_mm = page.bottom_mm - page.footerGap_mm - (page.footerSize_pt * 1.2) / POINTS_PER_MM
  return {
    top: mm(page.top_mm),
    bottom: mm(page.bottom_mm),
    left: Math.floor((page.left_mm * 1440) / 25.4),
    right: mm(page.right_mm),
    header: mm(12),
    footer: mm(footer_mm),
  }
}

function docxItem(item: Printed, previous: Printed | undefined, page: PageSetup): (Paragraph | Table)[] {
  const pageBreak = previous?.kind === 'break' ? { pageBreakBefore: true } : {}
  switch (item.kind) {
    case 'line':
      return [lineParagraph(item, pageBreak)]
    case 'sides':
      return [sidesParagraph(item, typeWidth_pt(page))]
    case 'entry':
      return [entryParagraph(item, typeWidth_pt(page))]
    case 'table':
      return docxTable(item, page)
    case 'rule':
      return [ruleParagraph(item)]
    case 'group':
      return item.lines.map((line) => lineParagraph(line))
    case 'pinned':
      return [docxPinned(item, page), new Paragraph({ children: [], spacing: exactSpacing(1) })]
    case 'code':
      return docxCode(item, page)
    case 'break':
      return []
  }
}

function ruleParagraph(rule: PrintedRule): Paragraph {
  return new Paragraph({
    children: [],
    spacing: exactSpacing(Math.max(1, rule.before_pt), 0, rule.after_pt),
    border: {
      bottom: {
        style: BorderStyle.SINGLE,
        size: Math.round(rule.thickness_pt * 8),
        color: 'D60000',
        space: 0,
      },
    },
  })
}

function headerOf(page: PageSetup): Header {
  return new Header({
    children: [
      new Paragraph({
        children: page.marks.flatMap((mark, index) => [
          ...(index === 0 ? [] : [new TextRun({ ...runOptions(mark), text: '\t' })]),
          ...textRuns(mark),
        ]),
        tabStops: [{ type: TabStopType.RIGHT, position: twips(typeWidth_pt(page)) }],
      }),
    ],
  })
}

/** 页码: `— 1 —` at the outer side, one character in (odd right, even left), or 第 1 页 in the middle. */
function footerOf(page: PageSetup, side: 'odd' | 'even'): Footer {
  if (page.pageNumber === 'none') return new Footer({ children: [new Paragraph({ children: [] })] })
  const hasDashes = page.pageNumber === 'dashes'
  const size = hasDashes ? LETTER_NUMBER_PT : SMALL_PRINT_PT
  const children = hasDashes
    ? ['— ', PageNumber.CURRENT, ' —']
    : ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页']
  const indent = hasDashes ? twips(size) : 0
  const outer = side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new Footer({
    children: [
      new Paragraph({
        alignment: hasDashes ? outer : AlignmentType.CENTER,
        indent: { left: indent, right: indent },
        children: [new TextRun({ ...runOptions(run('', 'song', size)), children })],
      }),
    ],
  })
}
