import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentBlocks } from '../domain/documents/block.ts'
import { heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import { writeDocx } from './write-docx.ts'

const letter: DocumentBlocks = {
  title: '整改通知',
  isDemonstration: false,
  sections: [
    {
      page: 'letter',
      orientation: 'portrait',
      blocks: [
        { kind: 'letterhead', mark: '示例县财政局文件', documentNumber: '示财绩〔2024〕3号' },
        { kind: 'title', text: '示例县财政局关于整改的通知' },
        { kind: 'addressee', text: '示例县农业农村局' },
        paragraph('请于2024年6月30日前完成整改。', '时限。'),
        heading(1, '一、问题'),
        heading(2, '（一）预算执行'),
        listTable({
          head: ['序号', '问题'],
          columns: [{ width: 1 }, { width: 4 }],
          rows: [['1', '支出进度偏低']],
        }),
        { kind: 'signature', issuer: '示例县财政局', date: '2024年5月20日' },
        { kind: 'imprint', copiesTo: ['县审计局'], issuer: '示例县财政局办公室', printedOn: '2024年5月20日' },
      ],
    },
    { page: 'form', orientation: 'landscape', blocks: [paragraph('横页')] },
  ],
}

/** A paragraph of the body by a piece of its text. */
function paragraphWith(xml: string, text: string): string {
  return xml.match(/<w:p>.*?<\/w:p>/gs)!.find((one) => one.includes(text))!
}

describe('GB/T 9704-2012', () => {
  let xml = ''
  let zip: JSZip
  beforeAll(async () => {
    zip = await JSZip.loadAsync(await writeDocx(letter))
    xml = await zip.file('word/document.xml')!.async('string')
  })

  test('数字、年份不能回行: figures are not set as Chinese, which office programs break anywhere', async () => {
    const styles = await zip.file('word/styles.xml')!.async('string')
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')
  })

  test('a line break in a paragraph begins the next, so that no line is stretched to the margin', async () => {
    const two = { kind: 'paragraph', lead: '成效。', text: '第一行\n第二行' } as const
    const sections = [{ page: 'letter', orientation: 'portrait', blocks: [two] }] as const
    const file = await JSZip.loadAsync(await writeDocx({ title: '', isDemonstration: false, sections }))
    const body = await file.file('word/document.xml')!.async('string')
    expect(body).not.toContain('<w:br')
    expect(paragraphWith(body, '第二行')).toContain('w:firstLine')
    expect(paragraphWith(body, '成效。')).toContain('第一行')
  })

  test('page is A4 with 天头 37 mm, 订口 28 mm and a type area of 156 × 225 mm', () => {
    const [first] = xml.match(/<w:pgSz[^>]*>/)!
    expect(first).toContain('w:w="11906" w:h="16838"')
    const margin = Object.fromEntries(
      [...xml.match(/<w:pgMar[^>]*>/)![0].matchAll(/w:(\w+)="(\d+)"/g)].map((match) => [
        match[1],
        Number(match[2]),
      ]),
    )
    const standard = { top: 2098, bottom: 1984, left: 1587, right: 1474 }
    for (const [side, twips] of Object.entries(standard)) {
      expect(Math.abs(margin[side]! - twips), side).toBeLessThanOrEqual(6)
    }
  })

  test('body is 3号仿宋 with exact leading of 28.95 pt and a first line two characters in', () => {
    const body = paragraphWith(xml, '请于2024年')
    expect(body).toContain('w:line="579" w:lineRule="exact"')
    expect(body).toContain('w:firstLine="640"')
    expect(body).toMatch(/w:eastAsia="仿宋_GB2312"[^>]*\/>.*<w:sz w:val="32"\/>/s)
    expect(body).toContain('w:eastAsia="楷体_GB2312"')
  })

  test('title is 2号小标宋 in the middle; headings are 黑体 and 楷体', () => {
    const title = paragraphWith(xml, '关于整改的通知')
    expect(title).toContain('w:eastAsia="方正小标宋简体"')
    expect(title).toContain('<w:sz w:val="44"/>')
    expect(title).toContain('<w:jc w:val="center"/>')
    expect(paragraphWith(xml, '一、问题')).toContain('w:eastAsia="黑体"')
    expect(paragraphWith(xml, '（一）预算执行')).toContain('w:eastAsia="楷体_GB2312"')
  })

  test('发文机关标志 is red, 35 mm below the type area’s upper edge; a red line follows', () => {
    const mark = paragraphWith(xml, '示例县财政局文件')
    expect(mark).toContain('<w:color w:val="D60000"/>')
    expect(mark).toContain('w:before="1984"')
    expect(xml).toMatch(/<w:pBdr><w:bottom w:val="single" w:color="D60000"/)
  })

  test('page number is 4号 between dashes, odd pages right and even pages left', async () => {
    const footers = await Promise.all(
      Object.keys(zip.files)
        .filter((path) => /word\/footer\d+\.xml/.test(path))
        .map((path) => zip.file(path)!.async('string')),
    )
    const [odd, even] = [
      footers.find((one) => one.includes('"right"'))!,
      footers.find((one) => one.includes('"left"'))!,
    ]
    for (const footer of [odd, even]) {
      expect(footer).toContain('<w:sz w:val="28"/>')
      expect(footer).toMatch(/>— <.*PAGE.*> —</s)
    }
    expect(await zip.file('word/settings.xml')!.async('string')).toContain('<w:evenAndOddHeaders')
  })

  test('版记 hangs on the last line of the page, thick rules outside and a thin one between', () => {
    expect(xml).toMatch(/<w:tblpPr[^>]*w:tblpYSpec="bottom"[^>]*w:vertAnchor="margin"/)
    const first = paragraphWith(xml.slice(xml.indexOf('tblpYSpec')), '抄送：县审计局。')
    expect(first).toContain('<w:sz w:val="28"/>')
  })

  test('heads of tables are repeated and rows are not cut', () => {
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('<w:cantSplit/>')
  })

  test('a landscape section turns the page', () => {
    expect(xml).toContain('w:w="16838" w:h="11906" w:orient="landscape"')
  })

  test('no font is embedded; each named face has a substitute', async () => {
    expect(Object.keys(zip.files).filter((path) => /fonts\/|\.odttf|\.ttf/.test(path))).toEqual([])
    const table = await zip.file('word/fontTable.xml')!.async('string')
    expect(table).toContain('w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
  })
})

test('the marks stand on every page of a draft with invented data', async () => {
  const draft: DocumentBlocks = { ...letter, isDemonstration: true, draft: '征求意见稿' }
  const zip = await JSZip.loadAsync(await writeDocx(draft))
  const headers = Object.keys(zip.files).filter((path) => /word\/header\d+\.xml/.test(path))
  expect(headers).toHaveLength(4)
  for (const path of headers) {
    const header = await zip.file(path)!.async('string')
    expect(header).toContain('演示数据')
    expect(header).toContain('征求意见稿')
  }
})
