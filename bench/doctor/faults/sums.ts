import { printPoints } from '../clean/scores.ts'
import { filledRows, inFund, pickOrNull, printed, type Fault, SCORED } from './fault.ts'

/** Row, execution and group weights that no longer add up to what is printed. */
export const weightSum: Fault = {
  code: 'CHK-WEIGHT-SUM',
  family: 'arithmetic',
  forms: [...SCORED, 'declaration'],
  plant(draft, random) {
    const rows = filledRows(draft)
    const way = random.int(0, draft.style.hasGroupTitles ? 3 : 2)
    if (way === 3) return swapBetweenGroups(draft, random)
    if (way === 0) {
      const true_x100 =
        rows.reduce((sum, row) => sum + (row.weight_x100 ?? 0), 0) + (draft.executionWeight_x100 ?? 0)
      draft.printed.totalWeight = printPoints(true_x100 + random.pick([-500, -100, -50, 100, 200, 1500]))
      return printed(draft, `总分值印${draft.printed.totalWeight}`)
    }
    const row = random.pick(rows)
    const change = random.pick([-100, -50, 50, 100, 200, 300])
    const titles = draft.style.hasGroupTitles ? groupTitles(draft) : null
    row.weight_x100 = (row.weight_x100 ?? 0) + change
    if (row.score_x100 !== null) row.score_x100 += change
    if (titles) for (const other of draft.rows) other.level1 = titles.get(other.group) as string
    draft.printed.totalWeight = draft.form === 'declaration' && random.chance(50) ? '90' : '100'
    return printed(draft, `${row.name}分值多${change / 100}`)
  },
}

function groupTitles(draft: Parameters<Fault['plant']>[0]): Map<string, string> {
  const sums = new Map<string, number>()
  for (const row of draft.rows) sums.set(row.group, (sums.get(row.group) ?? 0) + (row.weight_x100 ?? 0))
  return new Map([...sums].map(([group, sum]) => [group, `${group}（${printPoints(sum)}分）`]))
}

/** The total stays right; two group titles do not. */
function swapBetweenGroups(draft: Parameters<Fault['plant']>[0], random: Parameters<Fault['plant']>[1]) {
  const titles = groupTitles(draft)
  const from = random.pick(
    filledRows(draft).filter((row) => (row.weight_x100 ?? 0) >= 400 && row.reason === ''),
  )
  const to = pickOrNull(
    filledRows(draft).filter((row) => from && row.group !== from.group && row.reason === ''),
    random,
  )
  if (!from || !to) return null
  for (const [row, change] of [
    [from, -200],
    [to, 200],
  ] as const) {
    row.weight_x100 = (row.weight_x100 ?? 0) + change
    if (row.score_x100 !== null) row.score_x100 += change
  }
  for (const row of draft.rows) row.level1 = titles.get(row.group) as string
  return printed(draft, `${from.group}移2分到${to.group}`)
}

export const scoreSum: Fault = {
  code: 'CHK-SCORE-SUM',
  family: 'arithmetic',
  forms: [...SCORED, 'scoresOnly'],
  plant(draft, random) {
    const rows_x100 = draft.rows.reduce((sum, row) => sum + (row.score_x100 ?? 0), 0)
    const true_x100 = rows_x100 + (draft.executionScore_x100 ?? 0)
    const wrong_x100 = random.pick([
      true_x100 + random.pick([-1, 1, 2, -10, 10, 50, -100, 100, 500, -1000]),
      rows_x100,
      10_000,
    ])
    if (wrong_x100 === true_x100) return null
    draft.printed.totalScore = printPoints(wrong_x100)
    // A total in whole points is a rounded one, not a wrong one, as long as it rounds.
    if (wrong_x100 % 100 === 0 && Math.round(true_x100 / 100) * 100 === wrong_x100) return null
    if (wrong_x100 % 10 === 0 && Math.round(true_x100 / 10) * 10 === wrong_x100) return null
    draft.conclusions = null
    return printed(draft, `总得分应${printPoints(true_x100)}印${draft.printed.totalScore}`)
  },
}

export const fundParts: Fault = {
  code: 'CHK-FUND-PARTS',
  family: 'arithmetic',
  plant(draft, random) {
    const total = draft.funds[0]
    if (!total || draft.funds.length < 2) return null
    const columns = (['initial_fen', 'adjusted_fen', 'executed_fen'] as const).filter(
      (column) => total[column] !== null && (column !== 'initial_fen' || draft.style.hasInitial),
    )
    const column = random.pick(columns)
    const part = draft.funds[random.int(1, 2)]
    if (!part) return null
    const amount = part[column]
    if (amount === null) return null
    const step = 10_000
    const wrong = random.pick([
      amount + step * random.pick([-1, 1, 2, 7, -9, 100, -100, 2500]),
      amount * 10,
      Math.round(amount / 10 / step) * step,
    ])
    if (wrong === amount || wrong < 0 || (wrong === 0 && part.blank === '' && draft.funds.length < 4))
      return null
    if (random.chance(20) && column === 'initial_fen' && draft.form !== 'declaration') {
      total.overrides.initial = '0'
      return inFund(draft, 0, '总额印0')
    }
    // 938 may be 937.99 rounded: only what shows at the printed decimals is certain.
    const isRounded = (total[column] ?? 0) % 1_000_000 === 0 && Math.abs(wrong - amount) < 500_000
    if (isRounded && draft.style.money.unit === '万元' && draft.style.money.decimals === 2) return null
    part[column] = wrong
    return inFund(draft, 0, `${part.label}的${column}由${amount}改为${wrong}`)
  },
}
