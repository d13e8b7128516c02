import type { DoctorTable } from '../../src/domain/doctor/table.ts'

/** Words that look like the name of a place and are none. */
const COMMON = /^(?:农|社|小|地|园|灾|牧|全|市|城|乡|集|山|郊|辖|该|各|项目|示范|服务|自治|本|我|高新|开发)$/
const STEMS = ['青禾', '云溪', '白石', '松岭', '桃林', '双井', '河湾', '南屏', '金岗', '茶亭', '柳园', '丰泽']

/** Every text of the table through `change`; null stays null. */
function mapTexts(table: DoctorTable, change: (text: string) => string): DoctorTable {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string' && !['kind', 'form', 'amountUnit', 'place'].includes(key))
      return change(value)
    if (Array.isArray(value)) return value.map((one) => walk(one, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
  }
  return walk(table, '') as DoctorTable
}

/** The same table of another place: each county, district and town has another name, the same everywhere. */
export function movePlaces(table: DoctorTable): DoctorTable {
  const names = new Map<string, string>()
  for (const text of [table.department, table.unit, table.title, table.projectName]) {
    for (const match of (text ?? '').matchAll(
      /(?<=^|[省市县区镇乡、\]-])([\u4e00-\u9fa5]{2,3}?)(?=[省市县区镇乡])/g,
    )) {
      const stem = match[1] as string
      if (!COMMON.test(stem) && !names.has(stem)) names.set(stem, STEMS[names.size] ?? stem)
    }
  }
  const stems = [...names.keys()].sort((a, b) => b.length - a.length)
  if (stems.length === 0) return table
  return mapTexts(table, (text) =>
    text.replace(new RegExp(stems.join('|'), 'g'), (stem) => names.get(stem) ?? stem),
  )
}

const MONEY = /(\d[\d,]*(?:\.\d+)?)(?=\s*(?:万|亿)?元)/g

/** The same table with ten times the money, everywhere it is mentioned; counts and points stay. */
export function scaleMoney(table: DoctorTable): DoctorTable {
  const scaled = mapTexts(table, (text) => text.replace(MONEY, tenfold))
  const amount = (cell: string | null) =>
    cell === null || /元/.test(cell) || !/^[\d,.]+$/.test(cell) ? cell : tenfold(cell)
  const funds = scaled.funds.map((fund) => ({
    ...fund,
    initial: amount(fund.initial),
    adjusted: amount(fund.adjusted),
    executed: amount(fund.executed),
  }))
  const printed = new Set(
    table.funds
      .flatMap(({ initial, adjusted, executed }) => [initial, adjusted, executed])
      .filter((cell): cell is string => cell !== null && /^\d[\d,]*\.\d+$/.test(cell)),
  )
  const bare = (text: string | null) =>
    text?.replace(/\d[\d,]*\.\d+(?![\d.]|\s*(?:万|亿)?元)/g, (number) =>
      printed.has(number) ? tenfold(number) : number,
    ) ?? null
  const isCost = (name: string | null, level2: string | null) => /成本|金额|资金/.test(`${name}${level2}`)
  const indicators = scaled.indicators.map((row) => {
    const cells = [row.target, row.actual]
    if (!isCost(row.name, row.level2) || cells.some((cell) => /元|率|%/.test(cell ?? ''))) return row
    if (!/\D/.test(row.name ?? '') || /率/.test(row.name ?? '')) return row
    const [target, actual] = cells.map((cell) => cell?.replace(/\d[\d,]*(?:\.\d+)?/, tenfold) ?? null)
    return { ...row, target: target ?? null, actual: actual ?? null }
  })
  return { ...scaled, funds, indicators, text: bare(scaled.text), conclusions: bare(scaled.conclusions) }
}

/** 202.64 → 2026.4, without binary fractions. */
function tenfold(number: string): string {
  const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.')
  if (fraction === '') return /^0+$/.test(whole) ? whole : `${whole}0`
  const moved = `${whole}${fraction[0]}`.replace(/^0+(?=\d)/, '')
  return fraction.length === 1 ? `${moved}.0` : `${moved}.${fraction.slice(1)}`
}
