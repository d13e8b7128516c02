/** Rows that sum up others: 年度资金总额, 合计, (一)财政拨款小计, 当年年度预算. */
const TOTAL =
  /总额|合计|总计|总金额|总投资|总预算|总投入|总支出|小计|资金总量|总数|年度(预算|金额)|年(度)?预算$/
const PART_ONLY = /其中/
const FISCAL = /财政(拨款|资金|投入|衔接|安排|预算)|预算拨款/
const FISCAL_PART =
  /中央|省|自治区|市级|市本级|县级|区级|县本级|区本级|上级|本级|一般公共预算|政府性基金|国有资本/
const NUMBERING: readonly RegExp[] = [/^\(?[一二三四五六七八九十]+[)、.]/, /^\d+[、.](?!\d)/, /^\(\d+\)/]

export type FundLabel = { readonly depth: number; readonly isTotal: boolean; readonly isPart: boolean }

/**
 * Which fund row is part of which, from their labels: numbering where there is one, 其中 under the row
 * above, otherwise everything under the total; 中央/省级… under 财政拨款 where that has a row.
 */
export function readFundLabels(labels: readonly (string | null)[]): FundLabel[] {
  const read: FundLabel[] = []
  let hasFiscalRow = false
  for (const printed of labels) {
    const label = (printed ?? '')
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/:.*$/, (tail) => partTail(tail))
    const before = read[read.length - 1]
    const numbered = NUMBERING.findIndex((pattern) => pattern.test(label))
    const isPart = PART_ONLY.test(label)
    const isTotal = TOTAL.test(label) && !isPart && !/估算/.test(label)
    const depth = depthOf(
      { numbered, isPart, isTotal, isUnderFiscal: hasFiscalRow && FISCAL_PART.test(label) },
      before,
    )
    if (isTotal) hasFiscalRow = false
    else if (FISCAL.test(label) && !FISCAL_PART.test(label)) hasFiscalRow = true
    read.push({ depth, isTotal, isPart })
  }
  return read
}

/** 其中:财政拨款 keeps what follows the colon, 年度资金总额:50万 does not need it. */
function partTail(tail: string): string {
  return /\d/.test(tail) ? '' : tail
}

type Signs = {
  readonly numbered: number
  readonly isPart: boolean
  readonly isTotal: boolean
  readonly isUnderFiscal: boolean
}

function depthOf({ numbered, isPart, isTotal, isUnderFiscal }: Signs, before: FundLabel | undefined): number {
  if (numbered >= 0) return numbered + 1
  if (isTotal) return 0
  if (isPart && before) return before.isPart ? before.depth : before.depth + 1
  return isUnderFiscal ? 2 : 1
}

/** Rows that make up the row at `index`: the next depth below it, up to the next row beside or above. */
export function partsOf(labels: readonly FundLabel[], index: number): number[] {
  const own = labels[index]
  if (!own) return []
  const below: number[] = []
  for (let at = index + 1; at < labels.length && (labels[at]?.depth ?? 0) > own.depth; at += 1) below.push(at)
  const nearest = Math.min(...below.map((at) => labels[at]?.depth ?? 0))
  return below.filter((at) => labels[at]?.depth === nearest)
}
