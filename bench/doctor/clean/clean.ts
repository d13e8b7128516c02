import type { Random } from '../random.ts'
import type { DoctorTable } from '../../../src/domain/doctor/table.ts'
import { FORMS, type Draft, type DraftRow, type Form, type Sign, type Style } from './draft.ts'
import { drawFunds, printMoney, settleExecution } from './funds.ts'
import { drawRows, score, weigh } from './rows.ts'
import { printPoints } from './scores.ts'
import { PLACES, SECTORS, type Sector } from './sectors.ts'
import { gradeOf } from './table.ts'
import { printNumber } from './values.ts'

/**
 * Draws a table nobody should find fault with: figures that add up, targets with sign and unit,
 * facts as actual values, reasons where points were taken, one project from title to conclusion.
 */
export function drawClean(random: Random, wanted?: Form): Draft {
  const form = wanted ?? random.pick(FORMS)
  const isWhole = form === 'department'
  const sector = random.pick(SECTORS.filter((candidate) => (candidate.whole ?? false) === isWhole))
  const draft = drawHead(form, sector, random)
  draft.rows = drawRows(draft, sector, random)
  settleMoney(draft, random)
  weigh(draft, random)
  if (form === 'declaration') {
    if (random.chance(20)) draft.printed.totalWeight = '90'
  } else {
    settleExecution(draft)
    score(draft, random)
  }
  addOddRows(draft, random)
  draft.goal = goalOf(draft, sector)
  draft.reached = random.pick([null, '', reachedOf(draft)])
  draft.conclusions = form === 'declaration' ? null : concludeOf(draft, random)
  dressNames(draft, random)
  return draft
}

function drawHead(form: Form, sector: Sector, random: Random): Draft {
  const place = random.pick(PLACES)
  const town = random.pick(place.towns)
  const year = random.int(2018, 2025)
  const isWhole = sector.whole ?? false
  const owner = isWhole || random.chance(60) ? place.county : `${place.county}${town}`
  return {
    form,
    year,
    sector: SECTORS.indexOf(sector),
    place: { county: place.county, town },
    projectName: isWhole
      ? '部门整体支出'
      : `${random.pick(['', `${year}年`])}${owner}${sector.project}${random.pick(['项目', ''])}`,
    department: `${place.county}${sector.department}`,
    unit: isWhole
      ? `${place.county}${sector.department}`
      : random.pick([`${place.county}${sector.department}`, `${place.county}${town}人民政府`]),
    goal: '',
    reached: null,
    conclusions: null,
    style: drawStyle(form, random),
    funds: [],
    rows: [],
    executionWeight_x100: form === 'declaration' ? null : form === 'scoresOnly' ? 2000 : 1000,
    executionScore_x100: null,
    rate: null,
    printed: {},
  }
}

function drawStyle(form: Form, random: Random): Style {
  const signs: Readonly<Record<Sign, string>> = random.pick([
    { ge: '≥', le: '≤', eq: '=' },
    { ge: '>=', le: '<=', eq: '=' },
    { ge: '≧', le: '≦', eq: '=' },
    { ge: '≥', le: '≤', eq: '＝' },
  ])
  return {
    signs,
    hasGroupTitles: form !== 'scoresOnly' && random.chance(50),
    prefix: random.pick(['none', 'none', 'star', 'number', 'template'] as const),
    levels:
      form === 'costFirst'
        ? 'standard'
        : random.pick(['standard', 'standard', 'standard', 'old', 'marked'] as const),
    hasInitial: form !== 'transfer' || random.chance(50),
    hasBareRate: random.chance(12),
    money: random.pick([
      { unit: '万元', decimals: 2, hasCommas: false, hasUnit: true },
      { unit: '万元', decimals: 2, hasCommas: false },
      { unit: '万元', decimals: 2, hasCommas: true },
      { unit: '万元', decimals: 6, hasCommas: false },
      { unit: '元', decimals: 2, hasCommas: false },
    ] as const),
    rateDecimals: random.pick([2, 2, 2, 1, 0]),
    hasText: random.chance(50),
    isOcr: false,
  }
}

/** A unit cost times its count stays within the budget; a total cost target is the budget itself. */
function settleMoney(draft: Draft, random: Random): void {
  const budget_fen = Math.max(impliedBudget_fen(draft.rows, random), random.int(900, 60_000) * 100_000)
  const totalCost = draft.rows.find((row) => row.measure.type === 'number' && row.measure.isTotalCost)
  draft.funds = drawFunds(draft, Math.ceil(budget_fen / 10_000) * 10_000, totalCost !== undefined, random)
  if (totalCost?.measure.type !== 'number') return
  const total = draft.funds[0]
  totalCost.measure.target = total?.initial_fen ?? 0
  totalCost.measure.actual = total?.executed_fen ?? 0
  totalCost.target = `${draft.style.signs.le}${printNumber(totalCost.measure.target, 6)}万元`
  totalCost.actual = `${printNumber(totalCost.measure.actual, 6)}万元`
}

function impliedBudget_fen(rows: readonly DraftRow[], random: Random): number {
  for (const cost of rows) {
    if (cost.measure.type !== 'number') continue
    const [money, per] = cost.measure.unit.split('/') as [string, string | undefined]
    const counted = rows.find(
      (row) => row.level2 === '数量指标' && row.measure.type === 'number' && row.measure.unit === per,
    )
    if (counted?.measure.type !== 'number') continue
    const cost_fen =
      (cost.measure.target / 10 ** cost.measure.decimals) * (money === '万元' ? 1_000_000 : 100)
    const count = counted.measure.target / 10 ** counted.measure.decimals
    return Math.round(cost_fen * count * (random.int(100, 130) / 100))
  }
  return 0
}

/** What real tables also have and nobody should be blamed for: unused rows, 其中 rows without points. */
function addOddRows(draft: Draft, random: Random): void {
  const first = draft.rows.findIndex((row) => row.measure.type === 'number' && row.level2 === '数量指标')
  const parent = draft.rows[first]
  if (random.chance(10) && parent?.measure.type === 'number' && parent.measure.target >= 10) {
    const share = Math.floor(parent.measure.target * 0.4)
    const done = Math.floor(parent.measure.actual * 0.4)
    const { decimals, unit, sign } = parent.measure
    draft.rows.splice(first + 1, 0, {
      ...parent,
      name: `其中：${draft.place.town}片区`,
      measure: { type: 'child' },
      target: `${draft.style.signs[sign]}${printNumber(share, decimals)}${unit}`,
      actual: `${printNumber(Math.min(Math.max(share, done), Math.floor(share * 1.2)), decimals)}${unit}`,
      weight_x100: null,
      score_x100: null,
      reason: '',
    })
  }
  if (random.chance(25)) {
    const at = draft.rows.findIndex((row) => row.group === '满意度指标')
    draft.rows.splice(at, 0, {
      group: '效益指标',
      level2: '生态效益指标',
      name: '',
      measure: { type: 'empty' },
      target: '',
      actual: '',
      weight_x100: null,
      score_x100: null,
      reason: '',
    })
  }
}

/** ★, 指标1：, the template's （≥**户）, and units that stand in the name instead of the cell. */
function dressNames(draft: Draft, random: Random): void {
  const counts = new Map<string, number>()
  for (const row of draft.rows) {
    if (row.name === '') continue
    const number = (counts.get(row.level2) ?? 0) + 1
    counts.set(row.level2, number)
    if (draft.style.prefix === 'number') row.name = `指标${number}：${row.name}`
    if (draft.style.prefix === 'star' && row.level2 === '数量指标') row.name = `★${row.name}`
    if (row.measure.type !== 'number' || row.measure.isTotalCost) continue
    const { sign, unit } = row.measure
    if (draft.style.prefix === 'template') row.name += `（${draft.style.signs[sign]}**${unit}）`
    else if (random.chance(6) && unit !== '%' && row.target.endsWith(unit)) {
      row.name += `（${unit}）`
      row.target = row.target.slice(0, row.target.length - unit.length)
      if (row.actual.endsWith(unit)) row.actual = row.actual.slice(0, row.actual.length - unit.length)
    }
  }
}

/** A page that ends before the satisfaction rows: what is not visible is nobody's fault. */
export function cutOff(table: DoctorTable): DoctorTable {
  const indicators = table.indicators.filter((row) => row.level1?.startsWith('满意度') !== true)
  return {
    ...table,
    indicators,
    isComplete: false,
    totalWeight: null,
    totalScore: null,
    grade: null,
    conclusions: null,
  }
}

function goalOf(draft: Draft, sector: Sector): string {
  const clauses = draft.rows.flatMap((row) => {
    const { measure } = row
    const says = sector.indicators.find((material) => row.name.endsWith(material.name))?.says
    if (says === undefined || measure.type !== 'number') return []
    return [says.replace('{v}', `${printNumber(measure.target, measure.decimals)}${measure.unit}`)]
  })
  return `${sector.lead}${clauses.length > 0 ? `${clauses.join('，')}，` : ''}${sector.tail}`
}

function reachedOf(draft: Draft): string {
  const clauses = draft.rows.flatMap(({ name, measure, level2 }) =>
    measure.type === 'number' && level2 === '数量指标'
      ? [`${name}实际${printNumber(measure.actual, measure.decimals)}${measure.unit}`]
      : [],
  )
  return `${clauses.join('；')}。`
}

function concludeOf(draft: Draft, random: Random): string | null {
  const total = draft.funds[0]
  const { rows: indicators } = draft
  const scores_x100 =
    indicators.reduce((sum, row) => sum + (row.score_x100 ?? 0), 0) + (draft.executionScore_x100 ?? 0)
  const money = (amount: number | null | undefined) =>
    `${printMoney(amount ?? 0, { unit: '万元', decimals: 2, hasCommas: false })}万元`
  return random.pick([
    null,
    '',
    `自评得分${printPoints(scores_x100)}分，评价等级为“${gradeOf(scores_x100)}”。`,
    `全年预算数${money(total?.adjusted_fen)}，全年执行数${money(total?.executed_fen)}，执行率${draft.rate?.replace('%', '')}%。存在问题：个别指标设置不够精细。改进措施：下年细化指标并按季跟踪。`,
    '存在问题：资料归档不够及时。改进措施：明确专人负责，按月整理归档。',
  ])
}
