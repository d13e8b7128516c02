import type { DoctorFund } from '../table.ts'
import { figureText, isBlankSign, plainLabel, withoutBrackets } from './cell-text.ts'
import { cellKey, type Grid, isCoveredFromAbove, placeOf, roundedNote } from './grid.ts'
import type { ReadNote } from './read-result.ts'
import { lastIndexWhere } from './lists.ts'

type FundRole = 'initial' | 'adjusted' | 'executed' | 'weight' | 'rate' | 'score' | 'other'

/** Headings of 项目资金, in the order they are tried. */
const ROLES: readonly (readonly [FundRole, RegExp])[] = [
  ['other', /上年|去年|结余|到位率/],
  ['weight', /^(执行率)?(分值|权重)$|执行率(权重|分值)/],
  ['score', /得分/],
  ['rate', /(执行|支出|完成|使用)率/],
  ['executed', /执行(数|金额|情况|额)|支出(数|金额|额)|实际(支出|执行|使用)|^(执行|支出)$|使用金额/],
  ['initial', /年初|预算(批复|安排)数?$|批复(数|金额)|申报/],
  ['adjusted', /全年|调整|预算(数|金额|总额)?$|资金总额|下达|到位(数|金额|资金)/],
]

const LABEL =
  /资金总额|总金额|当年度?金额|年度金额|^总额|资金合计|^合计|^总计|财政(拨款|资金|补助)|上年结转|结转资金|其[他它](资金|收入|来源)?$|自有资金|一般公共预算|政府性基金|国有资本经营|中央(财政|补助|资金|预算)|[省市县区]级(财政|补助|资金|配套)|地方(财政)?资金|自筹|贷款|债券|单位资金|事业(收入|资金)|非财政|统筹整合|衔接.*资金|年度预算|项目总预算|总投资|总预算|预算内投资|基本支出|项目支出|部门预算|支出合计|收入合计|资金小计|小计/
/** Labels that are plainly a money line even with nothing beside them. */
const PLAIN_LABEL =
  /^(\(?[一二三四五六\d]+[)、.]*)?(其中:?)?(((本年|当年|年度|项目|实施期)?(财政)?资金总额)|总额|合计|总计|((本年|当年|年度)?财政(拨款|资金|补助))|((上年|以前年度)?结转(结余)?资金)|(其[他它](资金|收入)?)|(自[有筹]资金)|单位资金|一般公共预算(拨款|资金)?|政府性基金|国有资本经营预算|((中央|[省市县区]级|地方)(财政)?(补助|资金|拨款|配套)(资金)?))(小计)?$/
/** Names of the block, not of a line in it. */
const BLOCK =
  /^(项目|年度|部门)?(资金|预算)(情况|执行情况|来源|安排|构成|使用情况|投入|申请|及来源)?(\(.*\))*(\d+分)?$/
const STOP = /目标|绩效|项目名称|单位|部门(?!预算)|概况|负责人|期限|类[型别]|属性|内容|依据|电话/

/** A longer cell is prose, not a label with its amount. */
const LABEL_MAX = 60

type Found = {
  readonly funds: readonly DoctorFund[]
  readonly rows: ReadonlySet<number>
  readonly notes: readonly ReadNote[]
}

/** 项目资金 above (or, in some forms, below) the indicators: with headings, or label beside amount. */
export function readFunds(grid: Grid, from: number, to: number): Found {
  const rows = new Set<number>()
  const funds: DoctorFund[] = []
  const notes: ReadNote[] = []
  for (let row = from; row < to; row += 1) {
    const header = headerAt(grid, row)
    if (header) {
      rows.add(row)
      for (row += 1; row < to; row += 1) {
        const fund = readUnder(grid, row, header)
        if (!fund) break
        rows.add(row)
        funds.push(fund)
        notes.push(...roundedNotes(grid, row, header))
      }
      row -= 1
    } else {
      const beside = readBeside(grid, row)
      if (beside.length > 0) rows.add(row)
      funds.push(...beside)
    }
  }
  return { funds, rows, notes }
}

function roundedNotes(grid: Grid, row: number, { columns }: FundHeader): ReadNote[] {
  return (['initial', 'adjusted', 'executed'] as const).flatMap((role) => {
    const column = columns.get(role)
    const note = column === undefined ? undefined : roundedNote(grid, row, column, 'stored')
    return note ? [note] : []
  })
}

type FundHeader = {
  readonly columns: ReadonlyMap<FundRole, number>
  readonly first: number
  /** 预算执行情况(20分): the weight printed in a heading instead of a column. */
  readonly weight: string | null
}

function headerAt(grid: Grid, row: number): FundHeader | undefined {
  const columns = new Map<FundRole, number>()
  const line = grid.rows[row] ?? []
  let weight: string | null = null
  for (const [column, text] of line.entries()) {
    if (text === '' || text.length > 30) continue
    const label = plainLabel(text)
    const role = BLOCK.test(label)
      ? undefined
      : ROLES.find(([, words]) => words.test(withoutBrackets(label) || label))?.[0]
    if (role && !columns.has(role)) columns.set(role, column)
    weight = /\((\d+)分/.exec(label)?.[1] ?? weight
  }
  const amounts = [columns.get('initial'), columns.get('adjusted'), columns.get('executed')]
  const known = amounts.filter((column) => column !== undefined)
  if (known.length === 0 || columns.size < 2 || line.some((text) => /\d{2,}\.?\d*$/.test(text)))
    return undefined
  return { columns, first: Math.min(...columns.values()), weight }
}

function readUnder(grid: Grid, row: number, header: FundHeader): DoctorFund | undefined {
  const line = grid.rows[row] ?? []
  const labelColumn = lastIndexWhere(line, (text, column) => column < header.first && text !== '')
  const label = labelColumn < 0 ? '' : (line[labelColumn] ?? '')
  const value = (role: FundRole) => {
    const column = header.columns.get(role)
    return column === undefined ? null : figureText(line[column] ?? '')
  }
  const amounts = [...header.columns.values()].map((column) => line[column] ?? '')
  const hasFigure = amounts.some((text) => /\d/.test(text))
  const isFund = LABEL.test(plainLabel(label)) && !BLOCK.test(plainLabel(label))
  if (!isFund && (!hasFigure || STOP.test(label) || headerAt(grid, row))) return undefined
  const exact = (role: FundRole) => {
    const column = header.columns.get(role)
    return (column === undefined ? undefined : grid.exact.get(cellKey(row, column))) ?? value(role)
  }
  const isTotal = header.weight !== null && value('weight') === null && /\d/.test(value('score') ?? '')
  const place =
    header.columns.get('initial') ?? header.columns.get('adjusted') ?? header.columns.get('executed')
  return {
    place: placeOf(grid, row, place ?? Math.max(0, labelColumn)),
    label: label === '' ? null : label.replace(/[:：\s]+$/, ''),
    initial: exact('initial'),
    adjusted: exact('adjusted'),
    executed: exact('executed'),
    weight: isTotal ? header.weight : value('weight'),
    rate: value('rate'),
    score: value('score'),
    cells: cellsOf(grid, row, header.columns, labelColumn),
  }
}

function cellsOf(grid: Grid, row: number, columns: ReadonlyMap<FundRole, number>, labelColumn: number) {
  const cells: Record<string, string> = {}
  for (const [role, column] of columns) if (role !== 'other') cells[role] = placeOf(grid, row, column)
  if (labelColumn >= 0) cells['label'] = placeOf(grid, row, labelColumn)
  return cells
}

/** 年度资金总额 | 936, several pairs in a row, or 年度资金总额:50万 in one cell. */
function readBeside(grid: Grid, row: number): DoctorFund[] {
  const line = grid.rows[row] ?? []
  return line.flatMap((text, column) => {
    const { label, amount } = splitLabel(text)
    if (label.length > LABEL_MAX / 2 || !LABEL.test(plainLabel(label)) || BLOCK.test(plainLabel(label)))
      return []
    if (isCoveredFromAbove(grid, row, column) || (STOP.test(label) && amount === '')) return []
    if (amount !== '') return [fundOf(grid, row, column, column, label, amount)]
    const at = nextWritten(line, column)
    const next = line[at] ?? ''
    const isAmount =
      next !== '' && !isLabel(next) && !STOP.test(next) && (/\d/.test(next) || /见|附/.test(next))
    if (isAmount) return [fundOf(grid, row, column, at, label, next)]
    if (!PLAIN_LABEL.test(plainLabel(label))) return []
    const isSign = next !== '' && isBlankSign(next)
    return [fundOf(grid, row, column, isSign ? at : column, label, isSign ? next : '')]
  })
}

const isLabel = (text: string) => LABEL.test(plainLabel(splitLabel(text).label))

function nextWritten(line: readonly string[], column: number): number {
  return line.findIndex((text, index) => index > column && text !== '')
}

/** `年度资金总额:50万` → label and amount; a label alone keeps its text. */
function splitLabel(text: string): { readonly label: string; readonly amount: string } {
  if (text.length > LABEL_MAX) return { label: text, amount: '' }
  const match = /^(.*?[^\d\s:：])\s*[:：]\s*(\d[\d.,，]*\s*(?:万|亿)?元?)\s*$/.exec(text)
  return match ? { label: match[1] as string, amount: match[2] as string } : { label: text, amount: '' }
}

function fundOf(
  grid: Grid,
  row: number,
  labelColumn: number,
  column: number,
  label: string,
  amount: string,
): DoctorFund {
  const place = placeOf(grid, row, column)
  return {
    place,
    label: label.replace(/[:：\s]+$/, ''),
    initial: grid.exact.get(cellKey(row, column)) ?? (isBlankSign(amount) ? amount : figureText(amount)),
    adjusted: null,
    executed: null,
    weight: null,
    rate: null,
    score: null,
    cells: { initial: place, label: placeOf(grid, row, labelColumn) },
  }
}

/** The money lines of a grid that is nothing but them. */
export function readFundsOf(grid: Grid): readonly DoctorFund[] {
  return readFunds(grid, 0, grid.rows.length).funds
}
