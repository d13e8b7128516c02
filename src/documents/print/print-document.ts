import type { DocumentBlocks } from '../../domain/documents/block.ts'
import { pageSetup } from './page-setup.ts'
import { printBlock } from './print-block.ts'
import type { PrintedDocument } from './printed.ts'

/** Lays a document down as lines and tables, ready for either writer. */
export function printDocument(document: DocumentBlocks): PrintedDocument {
  return {
    title: document.title,
    sections: document.sections.map((section) => {
      const page = pageSetup(document, section)
      return {
        page,
        items: section.blocks.flatMap((block, index) =>
          printBlock(block, { page, isFirst: index === 0, previous: section.blocks[index - 1] }),
        ),
      }
    }),
  }
}
