import { expect, test } from 'vitest'
import { DOCUMENT_TITLES, type DocumentName } from '../../src/domain/documents/document-name.ts'
import type { DocumentBlocks } from '../../src/domain/documents/block.ts'
import { affordabilitySheetOf, assessAffordability } from '../../src/domain/exante/compute/index.ts'
import { readerOf } from '../../src/domain/rules/testing.ts'
import { type DocumentInputs, documentBuilders } from '../../src/documents/index.ts'
import { writeDocx } from '../../src/documents/write-docx.ts'
import { writePdf } from '../../src/documents/write-pdf.ts'
import { docxPart, pdfPages } from './golden.ts'
import { sampleInputs } from './samples/index.ts'

const RULES = readerOf({ 'exante.affordability_pressure': { warn_bp: 9500, fail_bp: 10_000 } })

const names = Object.keys(DOCUMENT_TITLES) as DocumentName[]

/** The sample with nothing filled in, as a record looks a minute after it was begun. */
function emptyDraft(name: DocumentName): DocumentBlocks {
  const { content: _content, ...input } = sampleInputs[name] as DocumentInputs[DocumentName] & {
    content?: unknown
  }
  const lists = {
    sheets: [],
    affordability: assessAffordability(affordabilitySheetOf({}), RULES, { requiredYears: [] }),
    opinions: [],
    vetoes: [],
    stages: [],
    projects: [],
    results: [],
    // A point about a target is printed once it has been raised, never before it has words.
    findings: name === 'target-review' ? [] : [{}],
  }
  const kept = Object.fromEntries(Object.entries(lists).filter(([key]) => key in input))
  const draft = { ...input, ...kept, content: {}, frame: { isDemonstration: false, draft: '草稿' } }
  return (documentBuilders[name].build as (input: unknown) => DocumentBlocks)(draft)
}

test.each(names)('%s of an empty draft prints, marked as one on every page', async (name) => {
  const document = emptyDraft(name)
  const pages = pdfPages(await writePdf(document, { isCompressed: false }))
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.filter((page) => !page.includes('草稿'))).toEqual([])
  const body = await docxPart(await writeDocx(document), 'word/document.xml')
  expect(body).not.toMatch(/undefined|null|NaN|\[object/)
})
