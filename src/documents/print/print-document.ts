import type { DocumentBlocks } from '../../domain/documents/block.ts'
import { pageSetup } from './page-setup.ts'
import { printBlock } from './print-block.ts'
import type { Printed, PrintedDocument } from './printed.ts'

/** A paragraph longer than this is not pulled to the next page for the sake of the signature. */
const PULLED_TEXT_MAX = 120

/** Lays a document down as lines and tables, ready for either writer. */
export function printDocument(document: DocumentBlocks): PrintedDocument {
  return {
    title: document.title,
    sections: document.sections.map((section) => {
      const page = pageSetup(document, section)
      const items = section.blocks.flatMap((block, index) =>
        printBlock(block, { page, isFirst: index === 0, previous: section.blocks[index - 1] }),
      )
      return { page, items: keepSignature(items) }
    }),
  }
}

/** A signature never stands alone on a page: the attachments and the last paragraph stay with it. */
function keepSignature(items: readonly Printed[]): readonly Printed[] {
  const signature = items.findIndex((item) => item.kind === 'group')
  if (signature < 0) return items
  let first = signature
  let hasParagraph = false
  while (!hasParagraph) {
    const item = items[first - 1]
    if (item?.kind !== 'line' || textLength(item.runs) > PULLED_TEXT_MAX) break
    hasParagraph = item.hanging === undefined
    first -= 1
  }
  return items.map((item, index) =>
    item.kind === 'line' && index >= first && index < signature ? { ...item, keepsNext: true } : item,
  )
}

function textLength(runs: readonly { readonly text: string }[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0)
}
