import * as CFB from 'cfb'
import JSZip from 'jszip'
import { makeZip, officeParts, type ZipPart } from '../../src/storage/file-gate/make-zip.fixture.ts'
import type { PrintedForm } from './printed-form.ts'
import { seeded } from './seeded.ts'
import { toDocx, toSeparated, toXlsx } from './write-form.ts'
import { toXls } from './write-xls.ts'

export type HostileFile = {
  readonly what: string
  readonly name: string
  readonly content: Uint8Array
  /** What the answer has to be; without it any clear answer will do. */
  readonly answer?: RegExp
}

type Chance = () => number
const bytes = (text: string) => new TextEncoder().encode(text)
const pick = <Item>(items: readonly Item[], chance: Chance): Item =>
  items[Math.floor(chance() * items.length)] as Item

/** A small made-up self-evaluation that reads well in every kind of file before it is spoiled. */
export const GOOD_FORM: PrintedForm = {
  sheet: '自评表',
  rows: [
    ['项目支出绩效自评表(2023年度)'],
    ['项目名称', '示例道路养护项目', '', '主管部门', '示例县交通运输局'],
    ['项目资金(万元)', '', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['', '年度资金总额', '120.5', '103.63', '10', '86%', '8.6'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    ['产出指标', '数量指标', '养护里程', '≥120公里', '118公里', '30', '29.5', '雨季停工'],
    ['', '质量指标', '验收合格率', '≥95%', '97%', '20', '20', ''],
    ['效益指标', '社会效益指标', '通行条件', '明显改善', '明显改善', '30', '30', ''],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '92%', '10', '10', ''],
    ['总分', '', '', '', '', '100', '98.1'],
  ],
  merges: [
    [0, 0, 0, 7],
    [5, 0, 6, 0],
  ],
  hiddenColumns: [],
  hiddenRows: [],
}

type Good = {
  readonly xlsx: Uint8Array
  readonly docx: Uint8Array
  readonly xls: Uint8Array
  readonly csv: Uint8Array
  readonly json: Uint8Array
  readonly parts: { readonly xlsx: readonly ZipPart[]; readonly docx: readonly ZipPart[] }
}

async function makeGood(): Promise<Good> {
  const xlsx = await toXlsx(GOOD_FORM, true)
  const docx = await toDocx(GOOD_FORM)
  const json = bytes(
    JSON.stringify({
      kind: 'self_evaluation',
      form: 'table',
      project: { name: '示例' },
      funds: [],
      indicators: [
        { name: '养护里程', target_text: '≥120公里', actual_text: '118', weight: '30', score: '29.5' },
      ],
    }),
  )
  const csv = bytes(toSeparated(GOOD_FORM, ','))
  return {
    xlsx,
    docx,
    xls: toXls(GOOD_FORM),
    csv,
    json,
    parts: { xlsx: await unzip(xlsx), docx: await unzip(docx) },
  }
}

async function unzip(content: Uint8Array): Promise<ZipPart[]> {
  const zip = await JSZip.loadAsync(content)
  const files = Object.values(zip.files).filter(({ dir }) => !dir)
  return Promise.all(
    files.map(async (file) => ({ name: file.name, content: await file.async('uint8array') })),
  )
}

/**
 * Hostile, spoiled and unlucky files, always the same for the same seed.
 * @param count how many; the first ones are crafted, the rest are mutations of good files
 */
export async function makeHostileFiles(count: number, seed: number): Promise<HostileFile[]> {
  const chance = seeded(seed)
  const good = await makeGood()
  const crafted = [
    ...craftedZips(good),
    ...craftedSheets(good),
    ...craftedWords(good),
    ...craftedOld(good),
    ...craftedTexts(good, chance),
  ]
  const files = crafted.slice(0, count)
  for (let index = 0; files.length < count; index += 1) files.push(mutate(good, index, chance))
  return files
}

const withPart = (parts: readonly ZipPart[], part: ZipPart): Uint8Array =>
  makeZip([...parts.filter(({ name }) => name !== part.name), part])

const REFUSED = /请/

function craftedZips({ parts, xlsx, docx }: Good): HostileFile[] {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)
  const sheet = 'xl/worksheets/sheet1.xml'
  const entity =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
  const outside = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x"><x/>'
  const named = (
    what: string,
    content: Uint8Array,
    answer: RegExp | undefined,
    name = 'a.xlsx',
  ): HostileFile => ({ what, name, content, ...(answer ? { answer } : {}) })
  return [
    named('ratio bomb', withPart(parts.xlsx, { name: sheet, content: zeros(60) }), /压缩率异常/),
    named(
      'ratio bomb in Word',
      withPart(parts.docx, { name: 'word/document.xml', content: zeros(60) }),
      /压缩率异常/,
      'a.docx',
    ),
    named(
      'nested zip',
      withPart(parts.xlsx, { name: 'xl/embeddings/a.xlsx', content: xlsx }),
      /嵌有另一个文件/,
    ),
    named(
      'nested zip in Word',
      withPart(parts.docx, { name: 'word/media/a.png', content: docx }),
      /嵌有另一个文件/,
      'a.docx',
    ),
    named(
      'lying size',
      withPart(parts.xlsx, { name: sheet, content: zeros(8), claimedSize: 10 }),
      /损坏|压缩率异常/,
    ),
    named(
      'many entries',
      makeZip([
        ...parts.xlsx,
        ...Array.from({ length: 2100 }, (_, index) => ({ name: `xl/x${index}.xml`, content: 'x' })),
      ]),
      /部件过多/,
    ),
    named(
      'same name twice',
      makeZip([...parts.xlsx, { name: sheet.toUpperCase(), content: 'x' }]),
      /重名部件/,
    ),
    named('path outside', makeZip([...parts.xlsx, { name: '../../etc/x', content: 'x' }]), /损坏/),
    named('macro', withPart(parts.xlsx, { name: 'xl/vbaProject.bin', content: 'x' }), /宏/),
    named(
      'macro content type',
      withPart(parts.xlsx, {
        name: '[Content_Types].xml',
        content:
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
      /宏/,
    ),
    named('entity bomb', withPart(parts.xlsx, { name: sheet, content: entity }), /不允许的声明/),
    named(
      'entity bomb in Word',
      withPart(parts.docx, { name: 'word/document.xml', content: entity }),
      /不允许的声明/,
      'a.docx',
    ),
    named(
      'external entity',
      withPart(parts.docx, { name: 'word/document.xml', content: outside }),
      /不允许的声明/,
      'a.docx',
    ),
    named(
      'shared strings with a document type',
      withPart(parts.xlsx, { name: 'xl/sharedStrings.xml', content: entity }),
      /不允许的声明/,
    ),
    named('encrypted entry', withPart(parts.xlsx, { name: sheet, content: 'x', flags: 1 }), /密码/),
    named('only the skeleton', makeZip(officeParts('xlsx')), REFUSED),
    named('only the skeleton of Word', makeZip(officeParts('docx')), undefined, 'a.docx'),
    named('no directory', xlsx.subarray(0, xlsx.length - 400), /损坏/),
    named('head only', xlsx.subarray(0, 40), /损坏/),
    named(
      'zip head then noise',
      new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, at) => (at * 7) % 256)]),
      /损坏/,
    ),
  ]
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

function craftedSheets({ parts }: Good): HostileFile[] {
  const xlsx = (what: string, body: string, answer?: RegExp): HostileFile => {
    const content = `<?xml version="1.0" encoding="UTF-8"?><worksheet ${NS}>${body}</worksheet>`
    const file = withPart(parts.xlsx, { name: 'xl/worksheets/sheet1.xml', content })
    return { what, name: 'a.xlsx', content: file, ...(answer ? { answer } : {}) }
  }
  const letters = (column: number): string =>
    (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
  const head = ['三级指标', '指标值', '实际完成值', '分值', '得分']
    .map((text, column) => inline(`${letters(column)}1`, text))
    .join('')
  const row = (at: number) => `<row r="${at}">${inline(`A${at}`, '指标')}${inline(`B${at}`, '≥1个')}</row>`
  const wide = Array.from({ length: 16_384 }, (_, column) => inline(`${letters(column)}2`, 'x')).join('')
  const merges = (count: number, ref: string) =>
    `<mergeCells count="${count}">${`<mergeCell ref="${ref}"/>`.repeat(count)}</mergeCells>`
  const table = `<sheetData><row r="1">${head}</row>${row(2)}</sheetData>`
  return [
    xlsx('16,384 columns', `<sheetData><row r="1">${head}</row><row r="2">${wide}</row></sheetData>`),
    xlsx(
      'a stray cell in the last row and column',
      `<sheetData><row r="1">${head}</row>${row(2)}<row r="1048576">${inline('XFD1048576', 'x')}</row></sheetData>`,
    ),
    xlsx('a million declared rows', `<dimension ref="A1:XFD1048576"/>${table}`),
    xlsx(
      '100,000 rows',
      `<sheetData><row r="1">${head}</row>${Array.from({ length: 100_000 }, (_, at) => row(at + 2)).join('')}</sheetData>`,
    ),
    xlsx('a merge over everything', `${table}${merges(1, 'A1:XFD1048576')}`),
    xlsx('50,000 merges over each other', `${table}${merges(50_000, 'A1:CV20000')}`),
    xlsx('all columns hidden', `<cols><col min="1" max="16384" width="9" hidden="1"/></cols>${table}`),
    xlsx(
      'columns beyond the last',
      `<cols><col min="1" max="999999999" width="9" hidden="1"/></cols>${table}`,
    ),
    xlsx(
      'formulas without results',
      `<sheetData><row r="1">${head}</row><row r="2">${inline('A2', '指标')}<c r="B2"><f>1+1</f></c><c r="D2"><f>cmd|' /C calc'!A0</f></c></row></sheetData>`,
    ),
    xlsx(
      'external link',
      `<sheetData><row r="1">${head}</row><row r="2">${inline('A2', '指标')}<c r="B2"><f>[1]Sheet1!$A$1</f><v>5</v></c></row></sheetData>`,
    ),
    xlsx(
      'shared formula without end',
      `<sheetData><row r="1">${head}</row><row r="2">${inline('A2', '指标')}<c r="B2"><f t="shared" ref="B2:B1048576" si="0">B1</f></c></row></sheetData>`,
    ),
    xlsx(
      'a cell of eight megabytes',
      `<sheetData><row r="1">${head}</row><row r="2">${inline('A2', '长'.repeat(2_600_000))}</row></sheetData>`,
    ),
    xlsx(
      'negative row numbers',
      `<sheetData><row r="-5">${inline('A-5', 'x')}</row><row r="1">${head}</row></sheetData>`,
    ),
    xlsx(
      'cell references that are none',
      `<sheetData><row r="1">${head}</row><row r="2">${inline('ZZZZZZ9999999999', 'x')}${inline('', 'x')}</row></sheetData>`,
    ),
    xlsx(
      'shared string that does not exist',
      `<sheetData><row r="1">${head}</row><row r="2"><c r="A2" t="s"><v>99999999</v></c></row></sheetData>`,
    ),
    xlsx(
      'a number that is none',
      `<sheetData><row r="1">${head}</row><row r="2">${inline('A2', '指标')}<c r="D2"><v>1e999</v></c><c r="E2"><v>NaN</v></c></row></sheetData>`,
    ),
    xlsx(
      'names every object inherits',
      `<sheetData><row r="1">${head}</row><row r="2">${inline('A2', '__proto__')}${inline('B2', 'constructor')}</row></sheetData>`,
    ),
    xlsx('100,000 unclosed tags', `<sheetData>${'<row>'.repeat(100_000)}`),
    xlsx(
      'an attribute of a megabyte',
      `<sheetData><row r="1" x="${'a'.repeat(1_000_000)}">${head}</row></sheetData>`,
    ),
  ]
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

function craftedWords({ parts }: Good): HostileFile[] {
  const docx = (what: string, body: string): HostileFile => ({
    what,
    name: 'a.docx',
    content: withPart(parts.docx, {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    }),
  })
  const cell = (text: string, more = '') =>
    `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const head = ['三级指标', '指标值', '分值'].map((text) => cell(text)).join('')
  return [
    docx('tables in tables, 5,000 deep', '<w:tbl><w:tr><w:tc>'.repeat(5000)),
    docx(
      'a span of a billion',
      `<w:tbl><w:tr>${head}</w:tr><w:tr>${cell('指标', '<w:gridSpan w:val="1000000000"/>')}</w:tr></w:tbl>`,
    ),
    docx(
      'a span that is no number',
      `<w:tbl><w:tr>${head}</w:tr><w:tr>${cell('指标', '<w:gridSpan w:val="-3"/><w:vMerge w:val="x"/>')}</w:tr></w:tbl>`,
    ),
    docx(
      'a merge without a beginning',
      `<w:tbl><w:tr>${head}</w:tr><w:tr>${cell('指标', '<w:vMerge/>')}${cell('5')}${cell('10')}</w:tr></w:tbl>`,
    ),
    docx(
      '50,000 rows',
      `<w:tbl><w:tr>${head}</w:tr>${`<w:tr>${cell('指标')}${cell('5个')}${cell('1')}</w:tr>`.repeat(50_000)}</w:tbl>`,
    ),
    docx('100,000 paragraphs', '<w:p><w:r><w:t>绩效指标产出指标数量指标</w:t></w:r></w:p>'.repeat(100_000)),
    docx('cells outside a table', `${cell('一')}${cell('二')}</w:tbl>`),
    docx('nothing', ''),
  ]
}

function craftedOld({ xls }: Good): HostileFile[] {
  const wrap = (entries: Readonly<Record<string, Uint8Array>>) => {
    const book = CFB.utils.cfb_new()
    for (const [name, content] of Object.entries(entries)) CFB.utils.cfb_add(book, name, Buffer.from(content))
    return new Uint8Array(CFB.write(book, { type: 'buffer' }) as Buffer)
  }
  const stream = CFB.find(CFB.read(Buffer.from(xls), { type: 'buffer' }), '/Workbook')?.content as Uint8Array
  const filePass = Buffer.from([0x2f, 0, 6, 0, 1, 0, 1, 0, 1, 0])
  const locked = Buffer.concat([Buffer.from(stream.slice(0, 20)), filePass, Buffer.from(stream.slice(20))])
  const loop = Buffer.from(xls)
  loop.writeUInt32LE(0, 512)
  return [
    {
      what: 'encrypted workbook',
      name: 'a.xlsx',
      content: wrap({ '/EncryptedPackage': bytes('x'.repeat(5000)), '/EncryptionInfo': bytes('x') }),
      answer: /密码/,
    },
    {
      what: 'old workbook with a password',
      name: 'a.xls',
      content: wrap({ '/Workbook': locked }),
      answer: /密码/,
    },
    {
      what: 'old workbook with a macro',
      name: 'a.xls',
      content: wrap({ '/Workbook': stream, '/_VBA_PROJECT_CUR/VBA/dir': bytes('x') }),
      answer: /宏/,
    },
    {
      what: 'old workbook with an embedded file',
      name: 'a.xls',
      content: wrap({ '/Workbook': stream, '/MBD00012345/Package': bytes('PK') }),
      answer: /嵌有另一个文件/,
    },
    {
      what: 'a letter named .xls',
      name: 'a.xls',
      content: wrap({ '/WordDocument': bytes('x'.repeat(5000)) }),
      answer: /不是 xls 格式/,
    },
    { what: 'allocation table in a circle', name: 'a.xls', content: loop },
    { what: 'empty stream', name: 'a.xls', content: wrap({ '/Workbook': new Uint8Array(0) }) },
    { what: 'zeros in the stream', name: 'a.xls', content: wrap({ '/Workbook': new Uint8Array(100_000) }) },
    { what: 'head of an old file only', name: 'a.xls', content: xls.subarray(0, 600) },
  ]
}

function craftedTexts(good: Good, chance: Chance): HostileFile[] {
  const gbk = Buffer.from(
    'c8fdbcb6d6b8b1ea2cd6b8b1ead6b52cb7d6d6b50ad1f8bba4c0efb3cc2ca1dd313230b9abc0ef2c33300a',
    'hex',
  )
  const text = (what: string, name: string, content: string | Uint8Array, answer?: RegExp): HostileFile => ({
    what,
    name,
    content: typeof content === 'string' ? bytes(content) : content,
    ...(answer ? { answer } : {}),
  })
  const noise = Array.from({ length: 5000 }, () =>
    String.fromCharCode(0x4e00 + Math.floor(chance() * 20_000)),
  ).join('')
  const heading = '一级指标二级指标三级指标年度指标值实际完成值分值得分产出指标数量指标'
  const kinds = { 'a.xlsx': good.xlsx, 'a.xls': good.xls, 'a.docx': good.docx, 'a.csv': good.csv } as const
  const swapped = Object.keys(kinds).flatMap((name) =>
    Object.entries(kinds)
      .filter(([other]) => other !== name)
      .map(([other, content]) =>
        text(`${other} named ${name}`, name, content, name === 'a.csv' ? REFUSED : /不符|不是|格式/),
      ),
  )
  return [
    ...['a.xlsx', 'a.xls', 'a.docx', 'a.csv', 'a.txt', 'a.json'].map((name) =>
      text('empty', name, '', /空的/),
    ),
    ...swapped,
    text('GBK', 'a.csv', gbk),
    text('UTF-16', 'a.csv', Buffer.from(`\ufeff${toSeparated(GOOD_FORM, '\t')}`, 'utf16le')),
    text('NUL bytes', 'a.csv', Uint8Array.from([65, 0, 66, 0]), /不是文本/),
    text('a program', 'a.csv', Uint8Array.from([0x4d, 0x5a, 0x90]), /不符/),
    text('a picture', 'a.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /不符/),
    text('an ending nobody takes', 'a.exe', 'MZ', /不能上传/),
    text('no ending', 'readme', 'x', /没有扩展名/),
    text('noise', 'a.txt', noise),
    text('digits without end', 'a.txt', `${heading}${'1'.repeat(150_000)}`),
    text('digits and names without end', 'a.txt', `${heading}${'造林面积10'.repeat(20_000)}`),
    text('cells without end', 'a.txt', `${heading}${'造林面积≥10亩10亩1010'.repeat(10_000)}`),
    text('levels without end', 'a.txt', '一级指标二级指标三级指标指标值产出指标数量指标'.repeat(9_000)),
    text('spaces without end', 'a.txt', `${heading}${' '.repeat(190_000)}造林`),
    text('brackets without end', 'a.txt', `${heading}${'(≥'.repeat(90_000)}`),
    text(
      'words apart without end',
      'a.txt',
      `三级指标 年度指标值 实际完成值 分值 得分 数量指标 ${'造林面积 10 10 '.repeat(9_000)}`,
    ),
    text('bars without end', 'a.txt', `绩效\n${'|'.repeat(100_000)}\n${'| |'.repeat(20_000)}`),
    text('one line of two megabytes', 'a.csv', `三级指标,指标值,${'x,'.repeat(1_000_000)}`),
    text('a quote that never closes', 'a.csv', `三级指标,指标值,分值\n"${'a,b\n'.repeat(200_000)}`),
    text('JSON that breaks off', 'a.json', '{"project":{"name":', /JSON/),
    text('JSON that is a number', 'a.json', '5', REFUSED),
    text(
      'JSON with inherited names',
      'a.json',
      '{"__proto__":{"x":1},"project":{},"funds":[],"indicators":[{"__proto__":{"name":"x"}}]}',
    ),
    text('JSON nested 100,000 deep', 'a.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, REFUSED),
    text('JSON with wrong types', 'a.json', '{"project":7,"funds":"x","indicators":{"a":1}}', REFUSED),
  ]
}

/** A good file with a few bytes turned, a piece lost or doubled; for zips also inside the packed XML. */
function mutate(good: Good, index: number, chance: Chance): HostileFile {
  const kind = pick(
    ['xlsx', 'xls', 'docx', 'csv', 'json', 'xlsxInside', 'docxInside', 'xlsxInside', 'xls'] as const,
    chance,
  )
  const what = `mutation ${index} of ${kind}`
  if (kind === 'xlsxInside' || kind === 'docxInside') {
    const ending = kind === 'xlsxInside' ? 'xlsx' : 'docx'
    const parts = good.parts[ending]
    const at = Math.floor(chance() * parts.length)
    const spoiled = parts.map((part, place) =>
      place === at ? { ...part, content: spoil(Buffer.from(part.content), chance) } : part,
    )
    return { what, name: `a.${ending}`, content: makeZip(spoiled) }
  }
  return { what, name: `a.${kind}`, content: spoil(Buffer.from(good[kind]), chance) }
}

function spoil(content: Buffer, chance: Chance): Uint8Array {
  const at = Math.floor(chance() * content.length)
  switch (Math.floor(chance() * 5)) {
    case 0:
      return content.subarray(0, at)
    case 1: {
      const until = Math.min(content.length, at + 1 + Math.floor(chance() * 64))
      return Buffer.concat([content.subarray(0, at), content.subarray(until)])
    }
    case 2:
      return Buffer.concat([content.subarray(0, at), content.subarray(0, at), content.subarray(at)])
    default: {
      const turned = Buffer.from(content)
      for (let count = 1 + Math.floor(chance() * 12); count > 0; count -= 1)
        turned[Math.floor(chance() * turned.length)] = Math.floor(chance() * 256)
      return turned
    }
  }
}
