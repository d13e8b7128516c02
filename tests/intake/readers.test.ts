import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { readAnyTable } from '../../src/app/doctor/index.ts'
import type { ReadResult } from '../../src/domain/doctor/read/read-result.ts'
import { makeZip } from '../../src/storage/file-gate/make-zip.fixture.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name)

function save(name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

type Value = string | number | { formula: string; result?: number }
const cell = (value: Value): ExcelJS.CellValue => value as ExcelJS.CellValue

async function workbook(
  sheets: { readonly [name: string]: readonly (readonly Value[])[] },
  dress: (book: ExcelJS.Workbook) => void = () => undefined,
): Promise<ReadResult> {
  const book = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name)
    for (const row of rows) sheet.addRow(row.map(cell))
  }
  dress(book)
  return readAnyTable(save('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer())), 'a.xlsx')
}

const brief = ({ tables }: ReadResult) =>
  tables.map(({ indicators }) =>
    indicators.map((row) => [row.level2, row.name, row.target, row.actual, row.weight, row.score]),
  )

// Saved by LibreOffice from one workbook: formulas, percentages, days, merges, a cover, hidden parts.
describe.each(['official.xls', 'official.xlsx'])('a workbook another program saved: %s', (name) => {
  test('every cell as it is shown; money as it is stored; hidden parts read and said', async () => {
    const { tables, notes } = await readAnyTable(fixture(name), name)
    expect(tables).toHaveLength(1)
    expect(tables[0]).toMatchObject({
      kind: 'self_evaluation',
      isComplete: true,
      year: 2023,
      title: '项目支出绩效自评表',
      projectName: '示例道路养护项目',
      department: '示例县交通运输局',
      unit: '',
      annualGoal: '养护农村公路120公里',
      goalReached: '养护118公里',
      totalWeight: '100',
      totalScore: '98.1',
    })
    expect(
      tables[0]?.funds.map((fund) => [fund.label, fund.adjusted, fund.executed, fund.rate, fund.score]),
    ).toEqual([
      ['年度资金总额', '120.5678', '103.63', '85.95%', '8.60'],
      ['其中：财政拨款', '100.5678', '83.63', '83.16%', '—'],
      ['其他资金', '20', '20', '', '—'],
    ])
    expect(brief({ tables, notes })[0]).toEqual([
      ['数量指标', '养护里程', '≥120公里', '118公里', '30', '29.5'],
      ['质量指标', '验收合格率', '95%', '97%', '10', '10'],
      ['时效指标', '完工时间', '2023年11月30日', '2023年11月20日', '10', '10'],
      ['社会效益指标', '通行条件', '明显改善', '明显改善', '20', '20'],
      ['可持续影响指标', '养护机制', '健全', '健全', '10', '10'],
      ['服务对象满意度指标', '群众满意度', '≥90%', '92.5%', '10', '10'],
    ])
    expect(tables[0]?.indicators[1]?.cells).toMatchObject({ name: '自评表!C12', score: '自评表!G12' })
    expect(notes.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'skipped 封面',
      'hidden 自评表',
      'hidden 自评表',
      'rounded 自评表!D5',
      'rounded 自评表!D6',
    ])
  })
})

describe('irregular sheets', () => {
  const HEAD = ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分']
  const ROW = ['产出指标', '数量指标', '造林面积', '≥100亩', '100亩', '10', '10']

  test('several sheets are several tables; indexes and lists are passed over and said', async () => {
    const read = await workbook({
      目录: [
        ['序号', '项目'],
        [1, '造林'],
      ],
      一: [HEAD, ROW],
      二: [HEAD, ROW],
    })
    expect(brief(read)).toHaveLength(2)
    expect(read.notes.map(({ kind, place }) => [kind, place])).toEqual([['skipped', '目录']])
  })

  test('two tables on one sheet', async () => {
    const total = ['总分', '', '', '', '', '100', '95']
    const read = await workbook({
      表: [['甲项目自评表'], HEAD, ROW, total, ['乙项目自评表'], HEAD, ROW, ROW, total],
    })
    expect(brief(read).map((rows) => rows.length)).toEqual([1, 2])
    expect(read.tables.map(({ title, totalScore }) => [title, totalScore])).toEqual([
      ['甲项目自评表', '95'],
      ['乙项目自评表', '95'],
    ])
  })

  test('a long-term block above the year’s, and the two side by side: the year’s rows count', async () => {
    const head = ['一级指标', '二级指标', '指标内容', '指标值']
    const stacked = await workbook({
      表: [
        ['长期绩效指标'],
        head,
        ['产出指标', '数量指标', '甲', '9'],
        ['年度绩效指标'],
        head,
        ['产出指标', '数量指标', '乙', '3'],
      ],
    })
    expect(brief(stacked)).toEqual([[['数量指标', '乙', '3', null, null, null]]])
    const beside = await workbook({
      表: [
        ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
        ['产出指标', '数量指标', '甲', '9', '数量指标', '乙', '3'],
      ],
    })
    expect(brief(beside)).toEqual([[['数量指标', '乙', '3', null, null, null]]])
  })

  test.each([
    [
      'sign, value, unit under one heading',
      ['三级指标', '计算符号', '指标值', '计量单位', '分值'],
      ['甲', '≥', '735', '人次', '5'],
      '≥735人次',
    ],
    [
      'a sign as 指标性质',
      [
        '指标名称',
        '计量单位',
        '指标性质',
        '年初指标值',
        '调整指标值',
        '全年完成值',
        '得分系数(%)',
        '指标权重(分)',
        '指标得分(分)',
        '是否核心指标',
      ],
      ['甲', '%', '≥', '90', '', '95', '100', '5', '5', '是'],
      '≥90%',
    ],
    [
      'an adjusted value counts',
      ['指标名称', '年初指标值', '调整指标值', '指标权重'],
      ['甲', '90%', '95%', '5'],
      '95%',
    ],
    [
      'a quality in the sign column is none',
      ['指标名称', '指标性质', '指标值', '分值'],
      ['甲', '定性指标', '健全', '5'],
      '健全',
    ],
    ['one figure for each place', ['三级指标', '新罗区', '永定区', '分值'], ['甲', '2', '3', '5'], null],
  ])('%s', async (_what, head, row, target) => {
    const read = await workbook({ 表: [head, row] })
    expect(read.tables[0]?.indicators.map((one) => [one.name, one.target, one.weight])).toEqual([
      ['甲', target, '5'],
    ])
  })

  test('grades and places below one heading keep their names', async () => {
    const read = await workbook(
      {
        表: [
          ['绩效指标', '评价标准', '', '', '', '分值'],
          ['', '优', '良', '中', '差', ''],
          ['覆盖率', '100%', '90%', '85%', '80%', '5'],
        ],
      },
      (book) => book.getWorksheet('表')?.mergeCells('B1:E1'),
    )
    expect(read.tables[0]?.indicators[0]).toMatchObject({
      name: '覆盖率',
      target: '优100% 良90% 中85% 差80%',
    })
  })

  test('columns that only look alike are not taken', async () => {
    const read = await workbook({
      表: [
        [
          '三级指标',
          '上年完成值',
          '年度指标值',
          '完成率',
          '实际完成值',
          '得分系数',
          '分值',
          '自评得分',
          '复核得分',
          '赋分规则',
          '佐证资料',
          '指标值设置依据',
          '未完成原因',
        ],
        ['甲', '1', '2', '3%', '4', '5%', '6', '7', '8', '九', '十', '十一', '十二'],
      ],
    })
    expect(read.tables[0]?.indicators[0]).toMatchObject({
      target: '2',
      actual: '4',
      weight: '6',
      score: '7',
      reason: '十二',
    })
  })

  test('of a weight for every level, the one behind the name counts', async () => {
    const read = await workbook({
      表: [
        ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '指标值', '得分'],
        ['产出指标', '50', '数量指标', '20', '甲', '10', '5个', '9'],
      ],
    })
    expect(brief(read)).toEqual([[['数量指标', '甲', '5个', null, '10', '9']]])
  })

  test('a subtotal in the middle is no indicator and no end; a short heading will do', async () => {
    const read = await workbook({
      表: [
        ['一级指标', '指标', '目标值', '完成值', '分值', '得分'],
        ['产出指标', '甲', '5个', '5个', '10', '10'],
        ['产出指标小计', '', '', '', '10', '10'],
        ['效益指标', '乙', '好', '好', '20', '20'],
        ['合计', '', '', '', '30', '30'],
      ],
    })
    expect(brief(read)).toEqual([
      [
        [null, '甲', '5个', '5个', '10', '10'],
        [null, '乙', '好', '好', '20', '20'],
      ],
    ])
    expect(read.tables[0]).toMatchObject({ totalWeight: '30', totalScore: '30' })
  })

  test('points merged over two rows count once, and that is said', async () => {
    const read = await workbook({ 表: [HEAD, ROW, ['', '', '植树', '≥5株', '5株', '', '']] }, (book) => {
      for (const range of ['F2:F3', 'G2:G3']) book.getWorksheet('表')?.mergeCells(range)
    })
    expect(brief(read)[0]?.map((row) => row.slice(4))).toEqual([
      ['10', '10'],
      ['', ''],
    ])
    expect(read.notes.map(({ kind, place }) => [kind, place])).toEqual([
      ['merged', '表!F3'],
      ['merged', '表!G3'],
    ])
  })

  test('a formula without a stored result is blank and said; full-width digits are digits', async () => {
    const read = await workbook({ 表: [HEAD, [...ROW.slice(0, 5), '１０', { formula: 'F2*1' }]] })
    expect(brief(read)[0]?.[0]?.slice(4)).toEqual(['10', ''])
    expect(read.notes).toMatchObject([{ kind: 'formula', place: '表!G2' }])
  })

  test.each([
    [
      'label beside amount',
      [
        ['年度资金总额:', '936'],
        ['其中：财政拨款', '900'],
        ['其他资金', ''],
      ],
      [
        ['年度资金总额', '936'],
        ['其中：财政拨款', '900'],
        ['其他资金', ''],
      ],
    ],
    ['amount in the label', [['年度资金总额:50万']], [['年度资金总额', '50万']]],
    [
      'two pairs in a row',
      [['实施期资金总额:', '300', '年度资金总额:', '100']],
      [
        ['实施期资金总额', '300'],
        ['年度资金总额', '100'],
      ],
    ],
    ['words for an amount', [['年度资金总额', '参见附件1具体金额']], [['年度资金总额', '参见附件1具体金额']]],
    [
      'numbered lines',
      [
        ['(一)财政拨款小计', '4.00'],
        ['1、一般公共预算', '4.00'],
      ],
      [
        ['(一)财政拨款小计', '4.00'],
        ['1、一般公共预算', '4.00'],
      ],
    ],
  ])('money: %s', async (_what, lines, funds) => {
    const read = await workbook({ 表: [...lines, ['三级指标', '指标值'], ['甲', '5']] })
    expect(read.tables[0]?.funds.map(({ label, initial }) => [label, initial])).toEqual(funds)
  })

  test('the weight of the execution printed in a heading', async () => {
    const read = await workbook({
      表: [
        ['预算执行情况(万元)(20分)', '', '预算数(A)', '执行数(B)', '执行率(B/A)', '得分(20分*执行率)'],
        ['', '年度财政资金总额', '1.56', '1.56', '100%', '20'],
        ['三级指标', '指标值', '得分'],
        ['甲', '5', '10'],
      ],
    })
    expect(read.tables[0]?.funds).toMatchObject([
      { adjusted: '1.56', executed: '1.56', weight: '20', rate: '100%', score: '20' },
    ])
  })

  test('amounts in yuan are said by the head, not by an indicator', async () => {
    const yuan = await workbook({ 表: [['单位：元'], HEAD, ROW] })
    const indicator = await workbook({ 表: [HEAD, [...ROW.slice(0, 2), '人均补助(元)', ...ROW.slice(3)]] })
    expect([yuan, indicator].map(({ tables }) => tables[0]?.amountUnit)).toEqual(['元', '万元'])
  })
})

describe('Word', () => {
  test('a table another program saved, with the paragraphs around as text', async () => {
    const { tables } = await readAnyTable(fixture('word.docx'), 'word.docx')
    expect(tables[0]).toMatchObject({
      projectName: '示例道路养护项目',
      totalScore: '98.1',
      text: '附件\n表后说明。',
    })
    expect(
      tables[0]?.indicators.map(({ level1, name, score, place }) => [level1, name, score, place]),
    ).toEqual([
      ['产出指标', '养护里程', '29.5', '表1 第 6 行第 3 列'],
      ['产出指标', '验收合格率', '20', '表1 第 7 行第 3 列'],
      ['效益指标', '通行条件', '30', '表1 第 8 行第 3 列'],
      ['满意度指标', '群众满意度', '10', '表1 第 9 行第 3 列'],
    ])
  })

  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const table = (rows: readonly (readonly string[])[]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${text.startsWith('<') ? text : p(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const docx = (body: string) =>
    readAnyTable(
      save(
        'b.docx',
        makeZip([
          { name: '[Content_Types].xml', content: `<Types><Override ContentType="${MAIN}"/></Types>` },
          { name: 'word/document.xml', content: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
        ]),
      ),
      'b.docx',
    )

  test('a table inside a cell, deleted words, money in a table of its own, the title above', async () => {
    const inner = table([
      ['三级指标', '指标值', '分值'],
      ['甲', '≥5个', '10'],
    ])
    const money = table([
      ['项目资金', '全年预算数', '全年执行数'],
      ['年度资金总额', '100', '80'],
      ['其他资金', '', ''],
    ])
    const { tables } = await docx(
      `${p('2024年度项目支出绩效自评表')}${money}<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:r><w:t>新</w:t></w:r></w:p>${table([['外', `${inner}${p('后')}`]])}`,
    )
    expect(tables).toHaveLength(1)
    expect(tables[0]).toMatchObject({
      title: '2024年度项目支出绩效自评表',
      year: 2024,
      text: '2024年度项目支出绩效自评表\n新',
      indicators: [{ name: '甲', target: '≥5个', weight: '10' }],
    })
    expect(tables[0]?.funds.map(({ label, adjusted }) => [label, adjusted])).toEqual([
      ['年度资金总额', '100'],
      ['其他资金', ''],
    ])
  })

  test('a report without a table is read as text', async () => {
    const { tables } = await docx(p('绩效目标：数量指标：种植数量≥17600株;成活率≥85%。'))
    expect(tables[0]).toMatchObject({
      form: 'narrative',
      indicators: [
        { name: '种植数量', target: '≥17600株' },
        { name: '成活率', target: '≥85%' },
      ],
    })
  })
})

describe('separated text', () => {
  const gbk = Buffer.from(
    'c8fdbcb6d6b8b1ea2cd6b8b1ead6b52cb7d6d6b50ad1f8bba4c0efb3cc2ca1dd313230b9abc0ef2c33300a',
    'hex',
  )
  test.each([
    ['GB18030', gbk],
    ['UTF-8', '三级指标,指标值,分值\n养护里程,≥120公里,30\n'],
    ['UTF-8 with a mark', '\ufeff三级指标,指标值,分值\n养护里程,≥120公里,30\n'],
    ['UTF-16 with tabs', Buffer.from('\ufeff三级指标\t指标值\t分值\n养护里程\t≥120公里\t30\n', 'utf16le')],
    ['semicolons', '三级指标;指标值;分值\n养护里程;≥120公里;30\n'],
    ['a line break in quotes', '三级指标,指标值,分值\n"养护\n里程",≥120公里,30\n'],
  ])('%s', async (what, content) => {
    const read = await readAnyTable(save('c.csv', content), 'c.csv')
    expect(brief(read)).toEqual([[[null, '养护里程', '≥120公里', null, '30', null]]])
    expect(read.notes.map(({ kind }) => kind)).toEqual(/GB|16/.test(what) ? ['encoding'] : [])
  })
})
