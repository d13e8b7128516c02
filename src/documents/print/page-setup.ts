import type { DocumentBlocks, DocumentSection } from '../../domain/documents/block.ts'
import type { PageSetup, Run } from './printed.ts'
import { run } from './type-style.ts'

/** GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, page number 7 mm below it. */
const LETTER = { top_mm: 37, bottom_mm: 35, left_mm: 28, right_mm: 26, footerGap_mm: 7, footerSize_pt: 14 }
/** Official tables have no fixed margins; enough is left on the binding side. */
const FORM = { top_mm: 22, bottom_mm: 18, left_mm: 20, right_mm: 18, footerGap_mm: 4, footerSize_pt: 9 }

export const DEMONSTRATION_TEXT = '演示数据：内容为虚构，不代表任何真实单位和个人'

export function pageSetup(document: DocumentBlocks, section: DocumentSection): PageSetup {
  const isPortrait = section.orientation === 'portrait'
  return {
    style: section.page,
    orientation: section.orientation,
    width_mm: isPortrait ? 210 : 297,
    height_mm: isPortrait ? 297 : 210,
    ...(section.page === 'letter' ? LETTER : FORM),
    marks: marksOf(document),
  }
}

function marksOf(document: DocumentBlocks): Run[] {
  const marks: Run[] = []
  if (document.isDemonstration) marks.push(run(DEMONSTRATION_TEXT, 'hei', 10.5, { ink: 'red' }))
  if (document.draft !== undefined) marks.push(run(document.draft, 'hei', 12, { ink: 'grey' }))
  return marks
}
