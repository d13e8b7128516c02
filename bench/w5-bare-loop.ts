import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A form as plain figures: what is left of a self-evaluation when only the arithmetic counts. */
export type PlainForm = {
  readonly id: string
  readonly budget: number
  readonly executed: number
  readonly rows: readonly (readonly [
    id: string,
    operator: string | null,
    target: number,
    actual: number,
    percent: number,
    weight: number,
  ])[]
}

export async function readPlainForms(owner: pg.Pool): Promise<PlainForm[]> {
  const { rows } = await owner.query<PlainForm>(`
    select f.id, f.budget_fen::float8 as budget, f.executed_fen::float8 as executed,
      json_agg(json_build_array(s.id, s.operator, s.target, s.actual, s.percent, s.weight_x100) order by s.ordinal) as rows
    from plain_form f join plain_score s on s.jurisdiction_id = f.jurisdiction_id and s.record_id = f.id
    group by f.jurisdiction_id, f.id`)
  return rows
}

/** Scores, totals and grades with nothing around them; the digest of the lines the other two give as well. */
export function bareLoop(forms: readonly PlainForm[]): string {
  const lines: string[] = []
  for (const { id, budget, executed, rows } of forms) {
    let total = half(1000 * Math.min(executed, budget), budget)
    for (const [rowId, operator, target, actual, percent, weight] of rows) {
      const score = points(operator, target, actual, percent, weight)
      total += score
      lines.push(`${rowId}:${score}`)
    }
    const grade = total >= 9000 ? 'excellent' : total >= 8000 ? 'good' : total >= 6000 ? 'fair' : 'poor'
    lines.push(`${id}:${total}:${grade}`)
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}

function points(operator: string | null, target: number, actual: number, percent: number, weight: number) {
  if (operator === null) return half(weight * percent, 100)
  if (operator === 'ge') return actual >= target ? weight : half(weight * actual, target)
  if (operator === 'le') return actual <= target ? weight : half(weight * target, actual)
  return half(weight * Math.min(actual, target), Math.max(actual, target))
}

/** Half up; the figures here are whole and small enough for exact products. */
function half(top: number, bottom: number): number {
  return Math.floor((2 * top + bottom) / (2 * bottom))
}
