import { Decimal } from '../../shared/decimal.ts'

/** A unit as a factor of a base unit; numbers are comparable when their bases agree. */
export type Scale = { readonly factor: Decimal; readonly base: string }

const ONE = new Decimal(1)

/**
 * Measure words of things are one unit and those of events another, because target and actual of one
 * row are the same thing whatever the typist called it. Exact factors only; 亩 is two thousand thirds of a square metre, so areas count in thirds. */
const KNOWN: { readonly [unit: string]: readonly [number, string] } = {
  '%': [1, '%'],
  个百分点: [1, '%'],
  百分点: [1, '%'],
  '‰': [0.1, '%'],
  m: [1, '米'],
  米: [1, '米'],
  km: [1000, '米'],
  公里: [1000, '米'],
  千米: [1000, '米'],
  里程: [1000, '米'],
  cm: [0.01, '米'],
  厘米: [0.01, '米'],
  mm: [0.001, '米'],
  毫米: [0.001, '米'],
  平方米: [3, '⅓平方米'],
  平米: [3, '⅓平方米'],
  m2: [3, '⅓平方米'],
  亩: [2000, '⅓平方米'],
  公顷: [30_000, '⅓平方米'],
  hm2: [30_000, '⅓平方米'],
  平方公里: [3_000_000, '⅓平方米'],
  km2: [3_000_000, '⅓平方米'],
  吨: [1000, '千克'],
  t: [1000, '千克'],
  千克: [1, '千克'],
  公斤: [1, '千克'],
  kg: [1, '千克'],
  月: [1, '个月'],
  个月: [1, '个月'],
  年: [12, '个月'],
  天: [1, '天'],
  日: [1, '天'],
  周: [7, '天'],
  小时: [60, '分钟'],
  分钟: [1, '分钟'],
  人: [1, '人'],
  名: [1, '人'],
  位: [1, '人'],
  ...Object.fromEntries(
    [...'个家座处台套项件条所栋幢间份辆只头株棵块片艘'].map((unit) => [unit, [1, '个'] as const]),
  ),
  台套: [1, '个'],
  ...Object.fromEntries(['次', '期', '场', '批', '批次', '轮'].map((unit) => [unit, [1, '次'] as const])),
}
const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^亿/, 100_000_000],
  [/^千万/, 10_000_000],
  [/^百万/, 1_000_000],
  [/^万/, 10_000],
]

/** `万元` → 10,000 元; `公里` → 1,000 米; an unknown unit is its own base. */
export function scaleOf(unit: string): Scale {
  const plain = unit
    .normalize('NFKC')
    .replace(/[()\s]/g, '')
    .replace(/[*·.]/g, '·')
  for (const [pattern, times] of MULTIPLIERS) {
    if (!pattern.test(plain)) continue
    const rest = scaleOf(plain.replace(pattern, ''))
    return { factor: rest.factor.times(times), base: rest.base === '' ? '' : rest.base }
  }
  const known = KNOWN[plain] ?? KNOWN[plain.toLowerCase()]
  return known ? { factor: new Decimal(known[0]), base: known[1] } : { factor: ONE, base: plain }
}

/**
 * Whether numbers of two bases may be compared: the same, or one of them left out, or one only more
 * exact than the other (台 and 台套, 元/人 and 元/人·年). 人 and 人次, 户 and 人 are different things.
 */
export function areComparable(one: string, other: string): boolean {
  if (one === other || one === '' || other === '') return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return (
    long.startsWith(short) &&
    !/^次/.test(long.slice(short.length)) &&
    !long.slice(short.length).startsWith('/')
  )
}

/** A plain amount of money, not money per something. */
export function isMoneyUnit(unit: string): boolean {
  return /^(亿|千万|百万|万)?元$|^(亿|万)$/.test(unit.replace(/[()\s]/g, ''))
}

/** Money per something: 元/人, 万元/个. */
export function isUnitCost(unit: string): boolean {
  return /元\/|^(元|万元)?\/|每/.test(unit)
}
