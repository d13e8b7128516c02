import { proportion, printPoints } from '../clean/scores.ts'
import { inFund, type Fault, SCORED } from './fault.ts'

const RATED = [...SCORED, 'scoresOnly'] as const

export const executionRate: Fault = {
  code: 'CHK-EXEC-RATE',
  family: 'arithmetic',
  forms: RATED,
  plant(draft, random) {
    const total = draft.funds[0]
    if (!total?.adjusted_fen || total.executed_fen === null || total.initial_fen === null) return null
    const decimals = draft.style.rateDecimals
    const scale = 10 ** decimals
    const true_scaled = proportion(total.executed_fen, 100 * scale, total.adjusted_fen)
    const wrong_scaled = random.pick([
      true_scaled + random.pick([-1, 1, 2, -3, 10, -25]),
      100 * scale,
      proportion(total.executed_fen, 100 * scale, total.initial_fen),
      swapDigits(true_scaled),
    ])
    if (wrong_scaled === true_scaled || wrong_scaled <= 0) return null
    const text = (wrong_scaled / scale).toFixed(decimals)
    total.overrides.rate = random.pick([`${text}%`, `${text}%`, text, `${text} %`])
    draft.conclusions = null
    return inFund(draft, 0, `执行率应${(true_scaled / scale).toFixed(decimals)}印${total.overrides.rate}`)
  },
}

/** 87.35 typed as 78.35. */
function swapDigits(value: number): number {
  const text = String(value)
  return Number(`${text[1] ?? ''}${text[0] ?? ''}${text.slice(2)}`)
}

export const executionScore: Fault = {
  code: 'CHK-EXEC-SCORE',
  family: 'arithmetic',
  forms: RATED,
  plant(draft, random) {
    const weight = draft.executionWeight_x100
    const due = draft.executionScore_x100
    const total = draft.funds[0]
    if (weight === null || due === null || !total?.adjusted_fen || total.executed_fen === null) return null
    const wrong = random.pick([
      weight,
      Math.round(due / 100) * 100,
      due + random.pick([-100, -50, -10, 10, 50]),
      due - random.pick([2, 3, 5]),
      0,
    ])
    if (wrong > weight || wrong < 0 || Math.abs(wrong - due) < 2 || fromPrinted(draft.rate, weight) === wrong)
      return null
    draft.executionScore_x100 = wrong
    draft.conclusions = null
    return inFund(draft, 0, `执行得分应${printPoints(due)}印${printPoints(wrong)}`)
  },
}

/** A score from the printed rate is right too. */
function fromPrinted(rate: string | null, weight_x100: number): number {
  return Math.round((Number.parseFloat(rate ?? '0') * weight_x100) / 100)
}
