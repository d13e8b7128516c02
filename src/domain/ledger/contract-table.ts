import { isCommitment } from './commitment.ts'
import type { ContractLabels } from './contract.ts'
import { leafTitle } from './contract-words.ts'
import { genericPlace } from './personal-places.ts'
import type { SealedObject, SealedValue } from './sealed-value.ts'

/** What stands where a personal value was sealed and not shown. */
const PROTECTED = '(已保护)'
/** Keys of rows that only the program reads. */
const NOT_SHOWN = ['id', 'order', 'indicatorId']

/**
 * A contract record as a Chinese table for a terminal or a printer, made from the record alone.
 * @param opened personal values shown beside the record, by place
 */
export function contractTable(contract: SealedObject, opened: ReadonlyMap<string, string>): string[] {
  const labels = contract['labels'] as unknown as ContractLabels | undefined
  const reader = { labels, opened }
  return [
    ...facts(contract),
    ...publishedLines(contract),
    ...(contract['package'] === undefined
      ? contentLines((contract['content'] ?? {}) as SealedObject, 'content', reader)
      : []),
    ...chainLines(contract, reader),
    ...attachmentLines(contract),
    ...systemLines(contract),
  ]
}

const PUBLISHED: readonly (readonly [key: string, label: string])[] = [
  ['id', '公开编号'],
  ['version', '公开版本'],
  ['project', '项目'],
  ['year', '年度'],
  ['correction', '更正原因'],
]

/** What became public, by its digests: they are compared with those of the downloaded text. */
function publishedLines(contract: SealedObject): string[] {
  const published = contract['package'] as SealedObject | undefined
  if (!published) return []
  const lines = PUBLISHED.filter(([key]) => published[key] !== undefined)
  return [
    ...heading('公开数据'),
    ...table(lines.map(([key, label]) => [label, String(published[key])])),
    // In one piece, to be compared with what other programs print.
    `数据原文的 SHA-256 摘要 ${String(published['sha256'])}`,
    `数据原文的 SM3 摘要 ${String(published['sm3'])}`,
  ]
}

type Reader = { readonly labels: ContractLabels | undefined; readonly opened: ReadonlyMap<string, string> }

function facts(contract: SealedObject): string[] {
  const part = (key: string) => contract[key] as SealedObject | undefined
  const lines: readonly (readonly [string, SealedValue | undefined])[] = [
    ['类别', leafTitle(String(contract['type']))],
    ['地区', [part('jurisdiction')?.['name'], part('jurisdiction')?.['code']].filter(Boolean).join(' ')],
    ['年度', contract['year']],
    ['项目', [part('project')?.['name'], part('project')?.['code']].filter(Boolean).join(' ')],
    ['实施单位', (part('project')?.['unit'] as SealedObject | undefined)?.['name']],
    ['主管部门', (part('project')?.['department'] as SealedObject | undefined)?.['name']],
    ['事项', part('record')?.['title']],
    ['定稿版本', part('record')?.['version']],
    ['文号', contract['document']],
    ['登入时间', contract['sealedAt']],
  ]
  return table(
    lines
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([label, value]) => [label, String(value)]),
  )
}

function contentLines(content: SealedObject, root: string, reader: Reader): string[] {
  const entries = Object.entries(content)
  const isRows = (value: SealedValue) =>
    Array.isArray(value) && value.some((one: SealedValue) => typeof one === 'object')
  const plain = entries.filter(([, value]) => !isRows(value))
  const lists = entries.filter(([, value]) => isRows(value))
  return [
    ...heading('内容'),
    ...table(
      plain.map(([field, value]) => [
        labelOf(reader, `${root}/${field}`, field),
        wordsOf(reader, `${root}/${field}`, value),
      ]),
    ),
    ...lists.flatMap(([field, rows]) => [
      ...heading(labelOf(reader, `${root}/${field}`, field)),
      ...rowsTable(rows as readonly SealedObject[], `${root}/${field}`, reader),
    ]),
  ]
}

function rowsTable(rows: readonly SealedObject[], place: string, reader: Reader): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (key) => !NOT_SHOWN.includes(key),
  )
  const known = Object.keys(reader.labels?.fields ?? {})
  const order = (column: string) => known.indexOf(`${place}/${column}`)
  columns.sort((a, b) => order(a) - order(b))
  return table([
    ['序', ...columns.map((column) => labelOf(reader, `${place}/${column}`, column))],
    ...rows.map((row, index) => [
      String(row['order'] ?? index + 1),
      ...columns.map((column) => wordsOf(reader, `${place}/${index}/${column}`, row[column])),
    ]),
  ])
}

function chainLines(contract: SealedObject, reader: Reader): string[] {
  const chain = (contract['chain'] ?? []) as readonly SealedObject[]
  if (chain.length === 0) return []
  return [
    ...heading('办理经过'),
    ...table([
      ['序', '事项', '岗位', '机构', '办理人', '意见', '文号', '时间'],
      ...chain.map((link, index) => [
        String(link['order']),
        reader.labels?.actions[String(link['action'])] ?? String(link['action']),
        reader.labels?.roles[String(link['role'])] ?? String(link['role']),
        String((link['organisation'] as SealedObject | undefined)?.['name'] ?? ''),
        personWords(reader.opened.get(`chain/${index}/person`)),
        link['opinion'] === undefined ? '' : (reader.opened.get(`chain/${index}/opinion`) ?? PROTECTED),
        String(link['document'] ?? ''),
        String(link['at']).slice(0, 16).replace('T', ' '),
      ]),
    ]),
  ]
}

function personWords(opened: string | undefined): string {
  if (opened === undefined) return PROTECTED
  try {
    return String((JSON.parse(opened) as { name?: string }).name ?? '')
  } catch {
    return opened
  }
}

function attachmentLines(contract: SealedObject): string[] {
  const files = (contract['attachments'] ?? []) as readonly SealedObject[]
  if (files.length === 0) return []
  return [
    ...heading('附件'),
    ...table([
      ['文件名', '字节数', 'SM3', 'SHA-256'],
      ...files.map((file) => [
        String(file['name']),
        String(file['size']),
        String(file['sm3']).slice(0, 16),
        String(file['sha256']).slice(0, 16),
      ]),
    ]),
  ]
}

/** Leaves about the ledger itself say little; it is printed as it stands. */
function systemLines(contract: SealedObject): string[] {
  const parts = ['audit', 'checkpoint', 'leaf', 'places', 'reason'].filter(
    (key) => contract[key] !== undefined,
  )
  return parts.map((key) => `${key}: ${JSON.stringify(contract[key])}`)
}

function labelOf({ labels }: Reader, place: string, fallback: string): string {
  const label = labels?.fields[genericPlace(place)] ?? fallback
  return fallback.endsWith('_yuan') ? `${label}(元)` : label
}

function wordsOf({ labels, opened }: Reader, place: string, value: SealedValue | undefined): string {
  if (value === undefined) return ''
  if (isCommitment(value)) return opened.get(place) ?? PROTECTED
  if (typeof value === 'boolean') return value ? '是' : '否'
  const options = labels?.options[genericPlace(place)]
  if (Array.isArray(value))
    return value.map((one: SealedValue) => options?.[String(one)] ?? String(one)).join('、')
  return options?.[String(value)] ?? String(value)
}

function heading(text: string): string[] {
  return ['', `【${text}】`]
}

/** Widest a cell may be before it is broken into lines. */
const CELL_WIDTH = 40

/** Columns as wide as what stands in them; Chinese characters take two places. */
function table(rows: readonly (readonly string[])[]): string[] {
  const broken = rows.map((row) => row.map(breakCell))
  const widths = (broken[0] ?? []).map((_cell, column) =>
    Math.max(...broken.map((row) => Math.max(...(row[column] ?? ['']).map(widthOf)))),
  )
  return broken.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length))
    return Array.from(
      { length: height },
      (_none, line) =>
        `| ${row.map((cell, column) => pad(cell[line] ?? '', widths[column] ?? 0)).join(' | ')} |`,
    )
  })
}

function breakCell(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    let current = ''
    for (const character of line) {
      if (widthOf(current + character) > CELL_WIDTH) {
        lines.push(current)
        current = ''
      }
      current += character
    }
    return [...lines, current]
  })
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2), 0)
}
