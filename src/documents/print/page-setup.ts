import type { DocumentBlocks, DocumentSection } from '../../domain/documents/block.ts'
import type { PageNumberStyle, PageSetup, Run } from './printed.ts'
import { run } from './type-style.ts'

/** GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, page number 7 mm below it. */
const LETTER = {
  top_mm: 37,
  bottom_mm: 35,
  left_mm: 28,
  right_mm: 26,
  footerGap_mm: 7,
  footerSize_pt: 14,
} as const
/** Official tables have no fixed margins; enough is left on the binding side. */
const FORM = {
  top_mm: 22,
  bottom_mm: 18,
  left_mm: 20,
  right_mm: 18,
  footerGap_mm: 4,
  footerSize_pt: 9,
} as const

export const DEMONSTRATION_TEXT = '演示数据：内容为虚构，不代表任何真实单位和个人'

export function pageSetup(document: DocumentBlocks, section: DocumentSection): PageSetup {
  const isPortrait = section.orientation === 'portrait'
  const isForm = section.page === 'form'
  return {
    style: isForm ? 'form' : 'letter',
    orientation: section.orientation,
    width_mm: isPortrait ? 210 : 297,
    height_mm: isPortrait ? 297 : 210,
    ...(isForm ? FORM : LETTER),
    pageNumber: pageNumberStyle(document, section),
    marks: marksOf(document),
  }
}

/** Tables bound behind a letter or report continue its numbering in its style (GB/T 9704-2012 7.5). */
function pageNumberStyle(document: DocumentBlocks, section: DocumentSection): PageNumberStyle {
  if (section.page === 'cover') return 'none'
  return document.sections.some((one) => one.page === 'letter') ? 'dashes' : 'ofTotal'
}

function marksOf(document: DocumentBlocks): Run[] {
  const marks: Run[] = []
  if (document.isDemonstration) marks.push(run(DEMONSTRATION_TEXT, 'hei', 10.5, { ink: 'red' }))
  if (document.draft !== undefined) marks.push(run(document.draft, 'hei', 12, { ink: 'grey' }))
  return marks
}
