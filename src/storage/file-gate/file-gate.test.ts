import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import * as CFB from 'cfb'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectFile, runGated, TABLE_FILE_KINDS } from './index.ts'
import { makeZip, officeParts, type ZipPart } from './make-zip.fixture.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'jiheng-gate-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function save(content: string | Uint8Array): Promise<string> {
  const file = path.join(directory, 'content')
  await writeFile(file, content)
  return file
}

const inspect = async (name: string, content: string | Uint8Array) => inspectFile(await save(content), name)
const office = (kind: 'xlsx' | 'docx', ...more: ZipPart[]) => makeZip([...officeParts(kind), ...more])

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const data = chunk('IDAT', deflateSync(Buffer.alloc(100)))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    data,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const JPG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080010002001011100ffda0008010100003f00d2ffd9',
  'hex',
)
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

describe('what may come in', () => {
  it.each([
    ['表.xlsx', 'xlsx', office('xlsx')],
    ['文.DOCX', 'docx', office('docx')],
    ['扫描.pdf', 'pdf', PDF],
    ['图.png', 'png', png(800, 600)],
    ['图.jpeg', 'jpg', JPG],
    ['数.csv', 'csv', '项目，金额\n道路,100\n'],
    ['宽.txt', 'txt', Buffer.from('\ufeff项目', 'utf16le')],
    ['旧.csv', 'csv', Buffer.from('cfeec4bf2cbdf0b6ee0a', 'hex')], // GBK
    ['说明.txt', 'txt', '说明'],
    ['数.json', 'json', '{"a":1}'],
  ])('%s is seen as %s', async (name, kind, content) => {
    expect(await inspect(name, content)).toMatchObject({ kind })
  })

  it('takes a workbook that a spreadsheet program wrote', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('目标').addRow(['数量指标', 100])
    expect(await inspect('目标.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatchObject({
      kind: 'xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  })
})

const xlsxWith = (part: ZipPart) => office('xlsx', part)
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)

describe('what is refused, and why', () => {
  it.each([
    ['空文件', 'a.txt', '', /文件是空的/],
    ['超过 20 MB', 'a.txt', Buffer.alloc(21 * 1024 * 1024, 65), /文件超过 20 MB/],
    ['程序', 'a.exe', Buffer.from('MZ'), /不能上传这种文件/],
    ['没有扩展名', 'readme', 'x', /没有扩展名/],
    ['旧格式', 'a.xls', Buffer.from('d0cf11e0', 'hex'), /另存为 xlsx/],
    ['扩展名与内容不符', 'a.pdf', office('docx'), /内容与扩展名不符/],
    ['改名的程序', 'a.csv', Buffer.from('7f454c46020101', 'hex'), /内容与扩展名不符/],
    ['改名的 Word', 'a.xlsx', office('docx'), /不是 xlsx 格式/],
    ['普通压缩包', 'a.docx', makeZip([{ name: 'a.txt', content: 'x' }]), /不是 docx 格式/],
    ['二进制冒充文本', 'a.txt', Buffer.from([65, 0, 66]), /不是文本/],
    ['坏的 JSON', 'a.json', '{"a":', /JSON 文件不完整/],
    ['截断的 PDF', 'a.pdf', PDF.replace('%%EOF', ''), /PDF 文件不完整/],
    ['带脚本的 PDF', 'a.pdf', PDF.replace('/Type', '/JavaScript(app.alert(1))/Type'), /脚本/],
    ['巨幅图片', 'a.png', png(60_000, 60_000), /图片尺寸过大/],
    ['截断的图片', 'a.png', png(8, 8).subarray(0, -12), /图片已损坏/],
    ['截断的照片', 'a.jpg', JPG.subarray(0, -2), /图片已损坏/],
    ['截断的表格', 'a.xlsx', office('xlsx').subarray(0, -30), /已损坏或被截断/],
    ['宏', 'a.xlsx', xlsxWith({ name: 'xl/vbaProject.bin', content: 'x' }), /含有宏/],
    ['重名部件', 'a.xlsx', xlsxWith({ name: 'XL/workbook.xml', content: 'x' }), /重名部件/],
    ['带密码', 'a.xlsx', xlsxWith({ name: 'xl/a.xml', content: 'x', flags: 1 }), /带有密码/],
    ['越界路径', 'a.xlsx', xlsxWith({ name: '../../etc/cron.d/x', content: 'x' }), /已损坏/],
    [
      '嵌套压缩包',
      'a.docx',
      office('docx', { name: 'word/media/a.png', content: office('xlsx') }),
      /嵌有另一个文件/,
    ],
    [
      '实体声明',
      'a.xlsx',
      xlsxWith({ name: 'xl/a.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
      /不允许的声明/,
    ],
    [
      'UTF-16 的实体声明',
      'a.xlsx',
      xlsxWith({ name: 'xl/a.xml', content: Buffer.from('<!DOCTYPE x>', 'utf16le') }),
      /不允许的声明/,
    ],
    ['压缩炸弹', 'a.xlsx', xlsxWith({ name: 'xl/sheet.xml', content: zeros(8) }), /压缩率异常/],
    [
      '谎报大小的炸弹',
      'a.xlsx',
      xlsxWith({ name: 'xl/sheet.xml', content: zeros(8), claimedSize: 10 }),
      /已损坏|压缩率异常/,
    ],
  ])('%s', async (_what, name, content, message) => {
    await expect(inspect(name, content)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringMatching(message),
    })
  })

  it('too many entries', async () => {
    const parts = Array.from({ length: 2001 }, (_, index) => ({ name: `xl/${index}.xml`, content: 'x' }))
    await expect(inspect('a.xlsx', makeZip([...officeParts('xlsx'), ...parts]))).rejects.toThrow('部件过多')
  })

  it('counts what it inflates over all entries, each of them harmless by itself', async () => {
    // 12 MB with a ratio just below the limit, twenty times
    const noise = Buffer.alloc(12 * 1024 * 1024)
    for (let at = 0; at < noise.length; at += 64) noise[at] = (at * 2654435761) >>> 24
    const parts = Array.from({ length: 20 }, (_, index) => ({ name: `xl/${index}.dat`, content: noise }))
    await expect(inspect('a.xlsx', makeZip([...officeParts('xlsx'), ...parts]))).rejects.toThrow('展开后过大')
  })
})

describe('an old workbook, where tables are read', () => {
  const CFB_HEAD = 'd0cf11e0a1b11ae1'
  const old = async (entries: { readonly [name: string]: string }, name = '表.xls') => {
    const book = CFB.utils.cfb_new()
    for (const [entry, content] of Object.entries(entries))
      CFB.utils.cfb_add(book, entry, Buffer.from(content))
    const file = await save(new Uint8Array(CFB.write(book, { type: 'buffer' }) as Buffer))
    return inspectFile(file, name, TABLE_FILE_KINDS)
  }
  const stream = 'x'.repeat(5000)

  it('passes; as an attachment it does not', async () => {
    expect(await old({ '/Workbook': stream })).toMatchObject({ kind: 'xls' })
    await expect(inspect('表.xls', Buffer.from(CFB_HEAD, 'hex'))).rejects.toThrow('另存为 xlsx')
    await expect(inspectFile(await save(PDF), '文.pdf', TABLE_FILE_KINDS)).rejects.toThrow('不能上传')
  })

  it.each([
    ['a letter', { '/WordDocument': stream }, /不是 xls 格式/],
    ['a macro', { '/Workbook': stream, '/_VBA_PROJECT_CUR/VBA/dir': 'x' }, /宏/],
    ['an embedded file', { '/Workbook': stream, '/MBD00012345/Package': 'x' }, /嵌有另一个文件/],
    ['a password', { '/EncryptedPackage': stream }, /密码/],
  ])('%s is refused', async (_what, entries, message) => {
    await expect(old(entries)).rejects.toThrow(message)
  })

  it('a new workbook behind a password is told as such', async () => {
    await expect(old({ '/EncryptedPackage': stream, '/EncryptionInfo': 'x' }, '表.xlsx')).rejects.toThrow(
      '密码',
    )
  })

  it('a broken container is refused, and a circle in it ends', async () => {
    await expect(
      inspectFile(await save(Buffer.from(`${CFB_HEAD}00`, 'hex')), '表.xls', TABLE_FILE_KINDS),
    ).rejects.toThrow('损坏')
    const circle = Buffer.alloc(512 * 20)
    circle.write(CFB_HEAD, 0, 'hex')
    circle.writeUInt16LE(9, 30)
    circle.writeUInt32LE(1, 48)
    circle.writeUInt32LE(0, 76)
    circle.writeUInt32LE(1, 512 + 4)
    await expect(inspectFile(await save(circle), '表.xls', TABLE_FILE_KINDS)).rejects.toThrow('损坏')
  })
})

describe('parsers behind the gate', () => {
  const parsers = new URL('./parsers.fixture.ts', import.meta.url)
  const run = async (input: string, limits = {}) => runGated(await save('内容'), parsers, input, limits)

  it('hands back what the parser made of the file', async () => {
    expect(await run('read')).toEqual({ text: '内容' })
  })

  it('passes the words of a refusal on, and none of a crash', async () => {
    await expect(run('refuse')).rejects.toMatchObject({
      message: '第 3 行缺少指标名称。',
      details: { row: 3 },
    })
    await expect(run('crash')).rejects.toThrow('文件读不出来')
    await expect(run('exit')).rejects.toThrow('文件读不出来')
  })

  it('ends a parser that runs too long, also in a closed loop', async () => {
    await expect(run('endless', { time_ms: 500 })).rejects.toThrow('用时过长')
  })

  it('ends a parser that takes too much memory, on the heap or beside it', async () => {
    await expect(run('heap', { heap_mb: 48 })).rejects.toThrow('占用内存过多')
    await expect(run('buffers', { growth_mb: 128 })).rejects.toThrow('占用内存过多')
  })

  it('uses a thread again for the next file, but none that failed, was spoiled or grew', {
    timeout: 60_000,
  }, async () => {
    const first = await run('thread')
    expect(await run('thread')).toBe(first)
    await expect(run('refuse')).rejects.toThrow('第 3 行')
    expect(await run('thread')).toBe(first)
    await expect(run('crash')).rejects.toThrow('文件读不出来')
    const second = await run('spoil')
    expect(second).not.toBe(first)
    const third = await run('swell')
    expect(third).not.toBe(second)
    expect(await run('thread')).not.toBe(third)
  })

  it('lets two run at a time and the others wait their turn', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => run('read')))
    expect(answers).toHaveLength(5)
  })
})
