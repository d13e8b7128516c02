import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const FOLDER = path.join(import.meta.dirname, '../doctor/cases')

type Cell = string | null

/** One published table as transcribed by hand. */
export type GivenCase = {
  readonly id: string
  readonly kind: string
  readonly form: 'table' | 'narrative'
  readonly raw_form: 'excerpt' | 'cells'
  readonly raw_text: string
  readonly project: {
    readonly name: Cell
    readonly department: Cell
    readonly unit: Cell
    readonly annual_goal: Cell
  }
  readonly funds: readonly {
    readonly source: string
    readonly initial_budget: Cell
    readonly adjusted_budget: Cell
    readonly executed: Cell
    readonly weight: Cell
    readonly rate: Cell
    readonly score: Cell
  }[]
  readonly indicators: readonly {
    readonly level1: Cell
    readonly level2: Cell
    readonly name: Cell
    readonly target_text: Cell
    readonly actual_text: Cell
    readonly weight: Cell
    readonly score: Cell
    readonly deviation_reason: Cell
  }[]
  readonly total_weight: Cell
  readonly total_score: Cell
}

export const GIVEN_CASES: readonly GivenCase[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')))
