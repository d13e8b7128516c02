import { expect, test } from 'vitest'
import type { DocumentBlocks, TableBlock } from '../../src/domain/documents/block.ts'
import { DOCUMENT_TITLES, type DocumentName } from '../../src/domain/documents/document-name.ts'
import { blockText, documentBuilders, printedTexts } from '../../src/documents/index.ts'
import { writeDocx } from '../../src/documents/write-docx.ts'
import { writePdf } from '../../src/documents/write-pdf.ts'
import { docxText, expectGolden, pdfPages, squeeze, withoutPageNumbers } from './golden.ts'
import { sampleDocument } from './samples/index.ts'

const names = Object.keys(DOCUMENT_TITLES) as DocumentName[]

test.each(names)('%s has a builder under its own title', (name) => {
  expect(documentBuilders[name].title).toBe(DOCUMENT_TITLES[name])
})

test.each(names)('%s reads as accepted', async (name) => {
  await expectGolden(new URL(`./${name}.txt`, import.meta.url), blockText(sampleDocument(name)))
})

test.each(names)('%s says the same in Word', async (name) => {
  const document = sampleDocument(name)
  const text = withoutPageNumbers(squeeze(await docxText(await writeDocx(document))), document)
  expect(text).toBe(squeeze(printedTexts(document).join('')))
})

test.each(names)('%s says the same in PDF', async (name) => {
  const document = sampleDocument(name)
  const written = await writePdf(document, { isCompressed: false })
  const pages = pdfPages(written).map((page) => withoutPageNumbers(squeeze(page), document))
  expect(bodyOf(pages, document)).toBe(squeeze(printedTexts(document).join('')))
})

test.each(names)('%s carries the demonstration mark on every page', async (name) => {
  const pages = pdfPages(await writePdf(sampleDocument(name), { isCompressed: false }))
  expect(pages.filter((page) => !page.includes('演示数据'))).toEqual([])
})

/** The pages without marks, numbers and the heads of tables repeated on a next page. */
function bodyOf(pages: readonly string[], document: DocumentBlocks): string {
  const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  const heads = tables.map(headText).filter((head) => head !== '')
  const expected = squeeze(printedTexts(document).join(''))
  return pages.reduce((body, page) => {
    const text = page.replace(/演示数据：内容为虚构，不代表任何真实单位和个人(?:—\d+—|第\d+页共\d+页)?$/u, '')
    const isNext = expected.startsWith(text.slice(0, 40), body.length)
    const repeated = isNext ? undefined : heads.find((head) => text.startsWith(head))
    return body + text.slice(repeated?.length ?? 0)
  }, '')
}

function headText(table: TableBlock): string {
  const rows = table.rows.slice(0, table.headerRows)
  return squeeze(rows.flatMap((row) => row.cells.map((cell) => cell.text)).join(''))
}
