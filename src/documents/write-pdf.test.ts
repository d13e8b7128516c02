import { expect, test } from 'vitest'
import { pdfPages, squeeze } from '../../tests/golden/golden.ts'
import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import { cell, columns, heading, listTable, paragraph, row, table } from '../domain/documents/make-block.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

function report(blocks: readonly Block[], page: 'letter' | 'form' = 'letter'): DocumentBlocks {
  return { title: '报告', isDemonstration: false, sections: [{ page, orientation: 'portrait', blocks }] }
}

async function pagesOf(document: DocumentBlocks): Promise<string[]> {
  return pdfPages(await writePdf(document, { isCompressed: false })).map(squeeze)
}

test('characters the main font file lacks come from the other files of the package', async () => {
  const text = '执行率≥95%且≤100%，①完成②未完成，√符合□不符合，姓名：堃、毖、谰，25℃、5‰、→'
  const [page] = await pagesOf(report([paragraph(text)]))
  expect(page).toContain(squeeze(text))
})

test('a character no file has is printed as 〓 instead of an empty box', async () => {
  const [page] = await pagesOf(report([paragraph('姓名：\u{2A7DD}某')]))
  expect(page).toContain('姓名：〓某')
})

test('22 lines of body fill a page, the 23rd goes to the next', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}行`))
  expect(await pagesOf(report(lines(22)))).toHaveLength(1)
  expect(await pagesOf(report(lines(23)))).toHaveLength(2)
})

test('28 characters of body fill a line', async () => {
  const text = '示'.repeat(26 + 28 * 21)
  expect(await pagesOf(report([paragraph(text)]))).toHaveLength(1)
  expect(await pagesOf(report([paragraph(`${text}示`)]))).toHaveLength(2)
})

test('a heading is never the last line of a page', async () => {
  const lines = Array.from({ length: 21 }, (_, index) => paragraph(`第${index + 1}行`))
  const pages = await pagesOf(report([...lines, heading(1, '一、标题'), paragraph('正文。'.repeat(20))]))
  expect(pages[0]).not.toContain('一、标题')
  expect(pages[1]).toMatch(/^一、标题正文。/)
})

test('page numbers: odd right, even left in letters; of how many in forms; none on a cover', async () => {
  const two: Block[] = [paragraph('一'), { kind: 'pageBreak' }, paragraph('二')]
  expect((await pagesOf(report(two))).map((page) => page.at(-2))).toEqual(['1', '2'])
  expect(await pagesOf(report(two, 'form'))).toEqual(['一第1页共2页', '二第2页共2页'])
  const cover: DocumentBlocks = {
    ...report(two),
    sections: [
      {
        page: 'cover',
        orientation: 'portrait',
        blocks: [{ kind: 'cover', title: '报告', lines: [], issuer: '局', date: '' }],
      },
      ...report(two).sections,
    ],
  }
  expect(await pagesOf(cover)).toEqual(['报告局', '一—1—', '二—2—'])
})

test('a signature takes the last paragraph with it to the next page', async () => {
  const lines = Array.from({ length: 20 }, (_, index) => paragraph(`第${index + 1}行`))
  const pages = await pagesOf(
    report([...lines, { kind: 'signature', issuer: '示例县财政局', date: '2024年5月20日' }]),
  )
  expect(pages[1]).toMatch(/^第20行（印章）示例县财政局/)
})

test('the head of a long table is repeated on every page', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [String(index + 1), '项目'])
  const pages = await pagesOf(
    report([listTable({ head: ['序号', '名称'], columns: columns(1, 4), rows })], 'form'),
  )
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toMatch(/^序号名称/)
})

test('a cell over rows on two pages is set on the first, and its rows keep their order', async () => {
  const names = Array.from({ length: 70 }, (_, index) => `第${index + 1}项指标`)
  const rows = names.map((name, index) =>
    row(...(index === 0 ? [cell('产出指标', { rowSpan: names.length })] : []), cell(name)),
  )
  const blocks = [table({ columns: columns(1, 4), headerRows: 0, size: 'small', rows })]
  const pages = await pagesOf(report(blocks, 'form'))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages[0]).toMatch(/^产出指标第1项指标第2项指标/)
  expect(pages.join('').replace(/第\d+页共\d+页/g, '')).toBe(`产出指标${names.join('')}`)
})

test('a cell longer than a page is continued, nothing is lost', async () => {
  const text = '监控发现的情况说明。'.repeat(400)
  const pages = await pagesOf(
    report([listTable({ head: ['名称', '说明'], columns: columns(1, 4), rows: [['甲', text]] })], 'form'),
  )
  expect(pages.length).toBeGreaterThan(1)
  const body = pages.map((page) => page.replace(/^名称说明/, '').replace(/第\d+页共\d+页$/, '')).join('')
  expect(body).toBe(`甲${text}`)
})

test('a report of 30 pages is written to its end in Word and in PDF', async () => {
  const text =
    '经对示例县农田灌溉设施改造项目开展绩效评价，现将发现的问题和建议反馈你单位，请于2024年6月30日前完成整改。'.repeat(
      5,
    )
  const blocks = Array.from({ length: 66 }, (_, index) => [
    heading(1, `${index + 1}、标题`),
    paragraph(text),
  ]).flat()
  const pages = await pagesOf(report(blocks))
  expect(pages.length).toBeGreaterThanOrEqual(30)
  expect(pages.join('')).toContain('66、标题')
  expect((await writeDocx(report(blocks))).length).toBeGreaterThan(10_000)
})
