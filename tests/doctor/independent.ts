/**
 * The arithmetic of printed performance tables, written again without any code of the product: plain
 * numbers, the cells as the case files have them. What it finds is what the doctor must find.
 */
export type CaseFile = {
  readonly id: string
  readonly kind: string
  readonly complete: boolean
  readonly ocr: boolean
  readonly total_weight: string | null
  readonly total_score: string | null
  readonly funds: readonly Readonly<Record<string, string | null>>[]
  readonly indicators: readonly Readonly<Record<string, string | null>>[]
}

export type Count = { readonly checked: number; readonly wrong: readonly string[] }

type Cell = { readonly sign: string; readonly n: number }

export function points(cell: string | null | undefined): number | null {
  const text = (cell ?? '').replace(/[,，\s分]/g, '')
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

function decimals(cell: string | null | undefined): number {
  return /\.(\d+)/.exec(cell ?? '')?.[1]?.length ?? 0
}

function same(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9
}

function round(value: number, places: number): number {
  return Math.round(value * 10 ** places + 1e-9) / 10 ** places
}

const SIGN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(>=|≥|≧|不低于)|及以上$/, 'up'],
  [/^(<=|≤|≦|不超过)/, 'down'],
  [/^(=|═)/, 'equal'],
]

/** One number with its unit's size: 2.6亿元 and 2.45亿元, 200万 and 195.5万元 can be compared. */
function quantity(cell: string | null | undefined): Cell | null {
  const text = (cell ?? '').replace(/,/g, '').trim()
  if (/\d+(月|日)|年底|\d{4}\.\d/.test(text) && !/个月/.test(text)) return null
  const numbers = text.match(/\d+(\.\d+)?/g) ?? []
  if (numbers.length !== 1 || text.length > 16) return null
  const scale = /亿/.test(text) ? 1e8 : /万/.test(text) ? 1e4 : 1
  const sign = SIGN_WORDS.find(([words]) => words.test(text))?.[1] ?? ''
  return { sign, n: Number(numbers[0]) * scale }
}

const LESS = /成本|受害率|成灾率|死亡率|变动率|调整率|结余率|结转|补助标准|时限/

function direction(target: Cell, name: string): string {
  if (target.sign) return target.sign
  const inName = /(≥|>=|<=|≤|<)\s*\*/.exec(name)?.[1]
  if (inName) return inName.startsWith('<') || inName === '≤' ? 'down' : 'up'
  return LESS.test(name) ? 'down' : 'up'
}

export type RowException = {
  readonly row: number
  readonly is: 'full though missed' | 'integer deduction' | 'agrees after rounding' | 'cut though met'
}

/** Every scored row with two numbers, outside pictures, and those that are no plain "met, full marks". */
export function scoredRows(file: CaseFile): { checked: number; exceptions: RowException[] } {
  const exceptions: RowException[] = []
  let checked = 0
  if (file.ocr) return { checked, exceptions }
  for (const [row, cells] of file.indicators.entries()) {
    const weight = points(cells['weight'])
    const score = points(cells['score'])
    const target = quantity(cells['target_text'])
    const actual = quantity(cells['actual_text'])
    if (!weight || score === null || !target || !actual) continue
    checked += 1
    const way = direction(target, cells['name'] ?? '')
    const isMet =
      way === 'down'
        ? actual.n <= target.n
        : way === 'equal'
          ? same(actual.n, target.n)
          : actual.n >= target.n
    const isFull = same(score, weight)
    if (isMet && isFull) continue
    const share = way === 'down' ? target.n / actual.n : actual.n / target.n
    const fair = round(weight * Math.min(1, share), decimals(cells['score']))
    if (isMet) exceptions.push({ row, is: 'cut though met' })
    else if (isFull) exceptions.push({ row, is: 'full though missed' })
    else if (same(fair, score)) exceptions.push({ row, is: 'agrees after rounding' })
    else exceptions.push({ row, is: 'integer deduction' })
  }
  return { checked, exceptions }
}

function money(cell: string | null | undefined): number | null {
  const text = (cell ?? '').replace(/[,，\s]/g, '').replace(/(万元|元)$/, '')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

/** A printed rate as percent: 86%, a bare 79.27, a bare 1. */
function percent(cell: string | null | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec((cell ?? '').replace(/\s/g, ''))
  if (!match) return null
  const value = Number(match[1])
  return match[2] === '' && value <= 1.5 ? value * 100 : value
}

/** The first line of 项目资金 with a rate: is it executed ÷ annual budget at the printed decimals? */
export function executionRate({ funds }: CaseFile): Count {
  const [fund] = funds
  const rate = percent(fund?.['rate'])
  const budget = money(fund?.['adjusted_budget']) ?? money(fund?.['initial_budget'])
  const executed = money(fund?.['executed'])
  if (rate === null || !budget || executed === null) return { checked: 0, wrong: [] }
  const right = round((executed / budget) * 100, decimals(fund?.['rate']))
  return { checked: 1, wrong: same(right, rate) ? [] : ['fund 0'] }
}

/** Weight × printed rate to two decimals, at most the weight. */
export function executionScore({ funds }: CaseFile): Count {
  const [fund] = funds
  const weight = points(fund?.['weight'])
  const rate = percent(fund?.['rate'])
  const score = points(fund?.['score'])
  if (!weight || rate === null || score === null) return { checked: 0, wrong: [] }
  const right = (weight * Math.min(100, rate)) / 100
  return { checked: 1, wrong: Math.abs(right - score) < 0.0051 ? [] : ['fund 0'] }
}

/** The first sum line of 项目资金 against the lines below it, in the first column that has figures. */
export function fundParts({ funds }: CaseFile): Count {
  const isSum = (label: string | null | undefined) =>
    /总额|合计|小计|总投资|总金额|总预算|年度(金额|预算)/.test(label ?? '')
  if (funds.length < 2 || !isSum(funds[0]?.['source'])) return { checked: 0, wrong: [] }
  // 项目总预算 above 当年年度预算: the nearer one is the sum of what follows.
  const start = isSum(funds[1]?.['source']) ? 1 : 0
  const parts: (typeof funds)[number][] = []
  for (const fund of funds.slice(start + 1)) {
    if (/^\((二|三)\)/.test(fund['source'] ?? '')) break
    parts.push(fund)
  }
  for (const column of ['adjusted_budget', 'initial_budget', 'executed']) {
    const total = money(funds[start]?.[column])
    const figures = parts.flatMap((part) => money(part[column]) ?? [])
    if (total === null || (parts.length > 0 && figures.length === 0)) continue
    const sum = parts.length === 0 ? total : figures.reduce((all, each) => all + each, 0)
    return { checked: 1, wrong: Math.abs(sum - total) < 0.005 ? [] : [`fund ${start}`] }
  }
  return { checked: 0, wrong: [] }
}

function sumOf(file: CaseFile, column: 'weight' | 'score'): number | null {
  const figures = file.indicators.flatMap((row) => points(row[column]) ?? [])
  if (!file.complete || figures.length < 3) return null
  return figures.reduce((all, each) => all + each, points(file.funds[0]?.[column]) ?? 0)
}

/** All weights of a complete table make the printed total, or 100. */
export function weightSum(file: CaseFile): Count {
  const sum = sumOf(file, 'weight')
  if (sum === null) return { checked: 0, wrong: [] }
  return { checked: 1, wrong: same(sum, points(file.total_weight) ?? 100) ? [] : ['table'] }
}

/** All scores of a complete table make the printed total. */
export function scoreSum(file: CaseFile): Count {
  const sum = sumOf(file, 'score')
  const total = points(file.total_score)
  if (sum === null || total === null) return { checked: 0, wrong: [] }
  return { checked: 1, wrong: same(round(sum, decimals(file.total_score)), total) ? [] : ['table'] }
}
