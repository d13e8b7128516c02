import { dueScore_x100, printPoints, proportion } from '../clean/scores.ts'
import { printMeasure, printNumber } from '../clean/values.ts'
import { missOne } from '../clean/rows.ts'
import type { Draft } from '../clean/draft.ts'
import type { Random } from '../random.ts'
import { filledRows, inFund, numberRows, pickOrNull, printed, type Fault, SCORED } from './fault.ts'

const REASONS = ['', '', '受天气影响，工期延后。', '部分对象自愿放弃。']

export const scoreAboveWeight: Fault = {
  code: 'CHK-SCORE-ABOVE-WEIGHT',
  family: 'arithmetic',
  forms: SCORED,
  plant(draft, random) {
    draft.conclusions = null
    const over = random.pick([1, 10, 50, 100, 200, 500])
    if (draft.executionWeight_x100 !== null && random.chance(20)) {
      draft.executionScore_x100 = draft.executionWeight_x100 + over
      return inFund(draft, 0, `执行得分超${over / 100}`)
    }
    const row = random.pick(filledRows(draft))
    row.score_x100 = (row.weight_x100 ?? 0) + over
    row.reason = ''
    return printed(draft, `${row.name}得分超${over / 100}`, row)
  },
}

export const fullThoughMissed: Fault = {
  code: 'CHK-FULL-THOUGH-MISSED',
  family: 'arithmetic',
  forms: SCORED,
  plant(draft, random) {
    draft.conclusions = null
    draft.reached = null
    const late = draft.rows.filter((row) => row.measure.type === 'date' && row.measure.month < 12)
    if (late.length > 0 && random.chance(25)) return finishLate(draft, random)
    const row = pickOrNull(
      numberRows(draft).filter(({ measure }) => measure.target >= 3 && !measure.isTotalCost),
      random,
    )
    if (!row) return null
    const { measure } = row
    const step = Math.max(1, Math.floor((measure.target * random.pick([0, 2, 5, 20, 60])) / 100))
    measure.actual = measure.sign === 'le' ? measure.target + step : measure.target - step
    if (measure.actual < 0) return null
    printMeasure(row, draft, random)
    // One hectare short of ten thousand is still full marks at two decimals.
    const { target, actual } = measure
    const due_x100 =
      measure.sign === 'le' ? proportion(row.weight_x100 ?? 0, target, actual) : dueScore_x100(row)
    if (due_x100 === row.weight_x100) return null
    row.score_x100 = row.weight_x100
    row.reason = random.pick(REASONS)
    return printed(draft, `目标${row.target}实际${row.actual}满分`, row)
  },
}

function finishLate(draft: Draft, random: Random) {
  const row = random.pick(draft.rows.filter(({ measure }) => measure.type === 'date' && measure.month < 12))
  if (row.measure.type !== 'date') return null
  row.measure.actualMonth = random.int(row.measure.month + 1, 12)
  printMeasure(row, draft, random)
  row.score_x100 = row.weight_x100
  return printed(draft, `时限${row.target}实际${row.actual}满分`, row)
}

export const cutThoughMet: Fault = {
  code: 'CHK-CUT-THOUGH-MET',
  family: 'arithmetic',
  forms: SCORED,
  plant(draft, random) {
    draft.conclusions = null
    const rows = draft.rows.filter(
      (row) =>
        row.measure.type === 'date' ||
        (row.measure.type === 'number' && dueScore_x100(row) === row.weight_x100),
    )
    const row = pickOrNull(rows, random)
    if (!row?.weight_x100) return null
    row.score_x100 = row.weight_x100 - random.pick([1, 10, 50, 100, 150])
    row.reason = random.pick(REASONS)
    return printed(
      draft,
      `目标${row.target}实际${row.actual}得${printPoints(row.score_x100)}/${printPoints(row.weight_x100)}`,
      row,
    )
  },
}

export const rowScore: Fault = {
  code: 'CHK-ROW-SCORE',
  family: 'arithmetic',
  forms: SCORED,
  plant(draft, random) {
    draft.conclusions = null
    draft.reached = null
    const row = pickOrNull(
      numberRows(draft, 'ge', 'eq').filter((one) => one.measure.target >= 10),
      random,
    )
    if (!row || !missOne(draft, row, random)) return null
    const due = row.score_x100 ?? 0
    const weight = row.weight_x100 ?? 0
    const wrong = random.pick([
      due + random.pick([-150, -100, -60, -30, 30, 60, 100]),
      weight - 100,
      Math.floor(due / 100) * 100 - 100,
    ])
    const isRounded = wrong % 100 === 0 && Math.round(due / 100) * 100 === wrong
    const isRoundedToTenths = wrong % 10 === 0 && Math.round(due / 10) * 10 === wrong
    if (wrong <= 0 || wrong >= weight || wrong === due || isRounded || isRoundedToTenths) return null
    row.score_x100 = wrong
    return printed(
      draft,
      `目标${row.target}实际${row.actual}应${printPoints(due)}印${printPoints(wrong)}`,
      row,
    )
  },
}

export const partialNoReason: Fault = {
  code: 'CHK-PARTIAL-NO-REASON',
  family: 'wording',
  forms: SCORED,
  plant(draft, random) {
    draft.conclusions = null
    draft.reached = null
    const row = random.pick(filledRows(draft))
    if (!missOne(draft, row, random)) return null
    row.reason = random.pick(['', '', '', '0', '无', '/', '-', '—', '无。', '\\', ' '])
    return printed(draft, `${row.name}原因“${row.reason}”`, row)
  },
}

export const overAchieved: Fault = {
  code: 'CHK-OVER-ACHIEVED',
  family: 'arithmetic',
  forms: [...SCORED, 'scoresOnly'],
  plant(draft, random) {
    draft.conclusions = null
    draft.reached = null
    const row = pickOrNull(
      numberRows(draft, 'ge').filter(({ measure }) => measure.unit !== '%' && measure.target >= 4),
      random,
    )
    if (!row) return null
    const { measure } = row
    measure.actual = Math.ceil((measure.target * random.pick([135, 150, 180, 240, 500])) / 100)
    printMeasure(row, draft, random)
    row.score_x100 = row.weight_x100
    row.reason = random.pick(['', '', '无', '/'])
    return printed(draft, `目标${row.target}实际${printNumber(measure.actual, measure.decimals)}`, row)
  },
}
