import { expect, test } from 'vitest'
import { docxText, pdfPages } from '../../tests/golden/golden.ts'
import type { DocumentBlocks } from '../domain/documents/block.ts'
import { paragraph, row, table } from '../domain/documents/make-block.ts'
import { writeInWorker } from './write-in-worker.ts'

const document: DocumentBlocks = {
  title: '说明',
  isDemonstration: false,
  sections: [{ page: 'form', orientation: 'portrait', blocks: [paragraph('正文一段。')] }],
}

test('several documents at once come back each to its own caller', async () => {
  const [docx, pdf, again] = await Promise.all([
    writeInWorker(document, 'docx'),
    writeInWorker(document, 'pdf'),
    writeInWorker({ ...document, sections: [] }, 'docx'),
  ])
  expect(await docxText(docx)).toBe('正文一段。')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdfPages(pdf)).toHaveLength(1)
  expect(await docxText(again)).toBe('')
})

test('a fault of one document is told to its caller and stops no other', async () => {
  const crooked = table({ columns: [{ width: 1 }], headerRows: 0, size: 'small', rows: [row('甲', '乙')] })
  const faulty: DocumentBlocks = {
    ...document,
    sections: [{ page: 'form', orientation: 'portrait', blocks: [crooked] }],
  }
  await expect(writeInWorker(faulty, 'pdf')).rejects.toThrow('表格第1行第2列横向超出表格')
  expect((await writeInWorker(document, 'pdf')).length).toBeGreaterThan(1000)
})
