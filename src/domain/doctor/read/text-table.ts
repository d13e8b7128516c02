import type { DoctorIndicator, DoctorTable, TableKind } from '../table.ts'
import { cellText } from './cell-text.ts'
import { makeGrid } from './grid.ts'
import { readGrid } from './read-grid.ts'
import type { ReadNote, ReadResult } from './read-result.ts'
import { kindOf, yearOf } from './table-kind.ts'
import { readTextFacts, readTextFunds, readTextTotals } from './text-facts.ts'
import { findBlocks, type TextBlock } from './text-headings.ts'
import { cutAtLevels, type Segment } from './text-levels.ts'
import { readFundLines, readLines } from './text-lines.ts'
import { readNarrative } from './text-narrative.ts'
import { readRunTogether, type TextRow } from './text-rows.ts'
import { readTokens } from './text-tokens.ts'

/** More is no table but a book; the rest is not read, and that is said. */
const TEXT_MAX = 200_000
const BLOCKS_MAX = 20
/** A stretch under one level that is longer is no list of indicators. */
const SEGMENT_MAX = 6_000

/**
 * Reads pasted text: cells apart by tabs, bars or several spaces; rows apart by spaces; tables whose
 * cells ran together; indicators in sentences. Pure, so that a page can use it while someone types.
 * What cannot be told apart is `null` and noted, never guessed.
 * @returns one table with the whole text; none when nothing in the text speaks of performance
 */
export function readTableText(pasted: string): ReadResult {
  const notes: ReadNote[] = []
  const whole = pasted.replace(/\r\n?/g, '\n')
  // Longer runs of spaces say no more than two do.
  const text = whole.slice(0, TEXT_MAX).replace(/ {3,}/g, '  ')
  if (whole.length > TEXT_MAX) notes.push(tooLong())
  const separated = readSeparatedLines(text)
  if (separated) return { tables: separated.tables, notes: [...notes, ...separated.notes] }
  if (!/绩效|指标|预算|自评|项目/.test(text)) return { tables: [], notes: [...notes, noTable()] }
  const flowing = text.split('\n').map(cellText).join(' ')
  const blocks = findBlocks(flowing)
  const read =
    blocks.length > 0 ? readBlocks(flowing, blocks) : (readBareLines(text) ?? readSentences(flowing))
  return {
    tables: read.tables.map((table, index) => (index === 0 ? { ...table, text: flowing } : table)),
    notes: [...notes, ...read.notes],
  }
}

/** Lines whose cells are apart by tabs, bars or runs of spaces. */
function readSeparatedLines(text: string): ReadResult | undefined {
  const lines = text.split('\n')
  for (const separator of [/\t/, / ?\| ?/, / {2,}/]) {
    if (lines.filter((line) => separator.test(line.trim())).length < 2) continue
    const rows = lines.map((line) =>
      line
        .replace(/^\s*\|/, '')
        .split(separator)
        .map(cellText),
    )
    const read = readGrid(makeGrid({ name: '表1', rows, addressing: 'words' }), { isWhole: false })
    if (read.tables.some(({ indicators }) => indicators.length > 0)) return read
  }
  return undefined
}

function readBlocks(text: string, blocks: readonly TextBlock[]): ReadResult {
  const yearly = blocks.filter(({ isLongTerm }) => !isLongTerm)
  const used = (yearly.length > 0 ? yearly : blocks).slice(0, BLOCKS_MAX)
  const notes: ReadNote[] = []
  if (yearly.length > BLOCKS_MAX)
    notes.push({
      kind: 'skipped',
      place: '',
      message: `文中的表太多，只读取了前 ${BLOCKS_MAX} 张。请分开检查。`,
    })
  else if (used.length < blocks.length)
    notes.push({ kind: 'skipped', place: '', message: '长期（实施期）指标没有检查，只检查了年度指标。' })
  const tables = used.map((block) => {
    const head = text.slice(0, blocks[0]?.top ?? 0)
    const [body = '', after = ''] = splitAtEnd(text.slice(block.body, block.end))
    const facts = readTextFacts(head)
    const money = readTextFunds(head)
    const before = notes.length
    const rows = readSegments(cutAtLevels(body), block, after === '', notes)
    const isWhole = notes.length === before
    const hasWeight = block.columns.includes('weight')
    notes.push(...facts.notes, ...money.notes)
    const { notes: _notes, ...names } = facts
    return {
      ...emptyTable(text, block),
      ...names,
      funds: money.funds,
      indicators: rows,
      ...readTextTotals(after === '' ? head : after, hasWeight),
      // A table of which rows could not be read has no sum to compare.
      isComplete: isWhole && /^(总分|合计)/.test(after),
      isOcr: block.isGarbled || countStrayLetters(text) >= 2,
    }
  })
  if (!/\d/.test(text.slice(used[0]?.top ?? 0).replace(/[(（][^)）]{0,40}[)）]/g, '')))
    notes.push(digitsLost())
  return { tables, notes }
}

/** Where the rows end: at 总分, or at the notes below. */
function splitAtEnd(body: string): [string, string] {
  const at = body.search(/总分|合计[\s\d]|[注备说][注明]?[:：]\s*1|填报说明|偏差大或目标未完成/)
  return at < 0 ? [body, ''] : [body.slice(0, at), body.slice(at)]
}

function readSegments(
  segments: readonly Segment[],
  block: TextBlock,
  isCut: boolean,
  notes: ReadNote[],
): DoctorIndicator[] {
  const rows: DoctorIndicator[] = []
  const written = segments.filter(({ text }) =>
    /[\u4e00-\u9fff]{2}|\d/.test(text.replace(/[(（]分[)）]/g, '')),
  )
  for (const [index, segment] of written.entries()) {
    const isLast = isCut && index === written.length - 1
    const isSpaced = segment.text.split(/\s+/).length >= Math.max(2, segment.text.length / 16)
    const read =
      segment.text.length > SEGMENT_MAX
        ? NOTHING
        : isSpaced
          ? readTokens(segment.text, block.columns, isLast)
          : readRunTogether(segment.text, block.columns)
    let isDoubtful = false
    for (const row of read.rows) {
      rows.push(toIndicator(row, segment, block, rows.length, isDoubtful))
      // Points were taken: a reason may stand here, run together with the next name.
      isDoubtful = !isSpaced && block.columns.includes('reason') && isCutShort(row)
    }
    if (read.isWhole) continue
    notes.push(isLast ? cutOff(segment) : unclear(segment))
    if (read.rows.length === 0 && !isLast)
      rows.push(toIndicator({ name: null, cells: {} }, segment, block, rows.length, false))
  }
  return rows
}

const NOTHING = { rows: [], isWhole: false }

const isCutShort = ({ cells }: TextRow) => Number(cells.score ?? 0) < Number(cells.weight ?? 0)

function toIndicator(
  { name, cells }: TextRow,
  { level1, level2 }: Segment,
  { columns }: TextBlock,
  index: number,
  isDoubtful: boolean,
): DoctorIndicator {
  const value = (column: 'target' | 'actual' | 'weight' | 'score') => cells[column] ?? null
  // A name that swallowed a garbled level word shows that the level, too, has changed unseen.
  const isLost = name === null && Object.keys(cells).length > 0
  return {
    place: `指标/${index}`,
    level1: isLost ? null : level1,
    level2: isLost ? null : level2,
    name: isDoubtful ? null : name,
    target: value('target'),
    actual: value('actual'),
    weight: value('weight'),
    score: value('score'),
    reason: columns.includes('reason') ? (cells.reason ?? null) : null,
  }
}

/** Rows pasted without their headings. */
function readBareLines(text: string): ReadResult | undefined {
  if (text.length > SEGMENT_MAX * 4) return undefined
  const lines = text.split('\n').map(cellText).join('\n')
  const empty = emptyTable(lines, null)
  const { indicators, notes } = readLines(lines, kindOfSentences(text))
  if (indicators.length === 0) return undefined
  const { notes: doubts, ...names } = readTextFacts(lines)
  const holds = (column: 'actual' | 'score') => indicators.some((row) => row[column] !== null)
  const totals = readTextTotals(lines.slice(Math.max(0, lines.search(/总分/))), holds('score'))
  const kind = kindOf(empty.title ?? '', { values: holds('actual'), scores: holds('score') })
  const table = { ...empty, kind, ...names, ...totals, funds: readFundLines(lines), indicators }
  return { tables: [table], notes: [...doubts, ...notes] }
}

function readSentences(text: string): ReadResult {
  const indicators = readNarrative(text)
  const facts = readTextFacts(text)
  const { notes, ...names } = facts
  return {
    tables: [
      { ...emptyTable(text, null), ...names, kind: kindOfSentences(text), form: 'narrative', indicators },
    ],
    notes: indicators.length > 0 ? notes : [...notes, noTable()],
  }
}

/** Without a title the columns cannot tell; only what the sentences plainly say counts. */
function kindOfSentences(text: string): TableKind {
  const head = text.slice(0, 200)
  if (/事前(绩效)?评估|立项必要性/.test(head)) return 'ex_ante'
  return /自评|监控|整体支出|目标(申报|表)|评价报告/.test(head)
    ? kindOf(head, { values: false, scores: false })
    : 'unknown'
}

function emptyTable(text: string, block: TextBlock | null): DoctorTable {
  const title = /[^\s。；，:：]{2,40}(?:表|报告|公示)/.exec(text.slice(0, 80))?.[0] ?? null
  const holds = (column: 'actual' | 'score') => block?.columns.includes(column) ?? false
  return {
    kind: kindOf(title ?? '', { values: holds('actual'), scores: holds('score') }),
    form: 'table',
    isComplete: false,
    isOcr: false,
    amountUnit: /[(（]元[)）]|单位[:：]元/.test(text) && !/万元/.test(text) ? '元' : '万元',
    year: yearOf(text.slice(0, 200)),
    title,
    projectName: null,
    department: null,
    unit: null,
    annualGoal: null,
    goalReached: null,
    funds: [],
    indicators: [],
    totalWeight: null,
    totalScore: null,
    grade: null,
    conclusions: null,
    text: null,
  }
}

/** Latin letters inside Chinese words: what reading from a picture leaves behind. */
function countStrayLetters(text: string): number {
  return text.match(/[\u4e00-\u9fff][A-Za-z]{1,4}[\u4e00-\u9fff]/g)?.length ?? 0
}

function unclear({ level2, level1, text }: Segment): ReadNote {
  return {
    kind: 'run_together',
    place: level2 ?? level1 ?? '',
    message: `“${text.slice(0, 40)}”各栏连在一起，分不清，没有读取。请把各栏用制表符分开，或直接上传原来的文件。`,
  }
}

function cutOff({ text }: Segment): ReadNote {
  return {
    kind: 'skipped',
    place: '',
    message: `文本到“${text.slice(-20)}”就断了，最后这一段没有读取。请粘贴完整的表。`,
  }
}

function digitsLost(): ReadNote {
  return {
    kind: 'digits_lost',
    place: '',
    message: '文本里没有一个数字，应是复制或转换时丢失了，不能当作 0。请直接上传原来的文件。',
  }
}

function noTable(): ReadNote {
  return { kind: 'skipped', place: '', message: '没有找到绩效指标表，也没有读出带数值的指标。' }
}

function tooLong(): ReadNote {
  return { kind: 'skipped', place: '', message: `文本很长，只读取了前 ${TEXT_MAX} 个字。` }
}
