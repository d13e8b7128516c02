import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { computeYearEndForecast } from '../../src/domain/monitoring/compute/index.ts'
import type { ParameterReader } from '../../src/domain/rules/parameter-values.ts'

type Published = {
  readonly kind: string
  readonly source: { readonly title: string }
  readonly project?: { readonly name?: string | null }
  readonly funds?: readonly { readonly adjusted_budget?: string | null; readonly executed?: string | null }[]
}

export type GivenResult = {
  readonly tables: number
  /** Those that print a budget and what was paid of it. */
  readonly withMoney: number
  /** Those of a month before December: only there is anything to predict. */
  readonly beforeDecember: number
  /** Those whose project has a year-end table too: only there a forecast can be scored. */
  readonly withYearEnd: number
  /** What the model answers to those with money: it has no past years of any of them. */
  readonly notEnough: number
}

/** What the published monitoring tables allow: they say how far a year had come, hardly ever how it ended. */
export function givenCases(folder: string, rules: ParameterReader): GivenResult {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Published)
  const tables = all.filter(({ kind }) => kind === 'monitoring')
  const withMoney = tables.filter((table) => shareOf(table) !== undefined)
  const ends = new Set(
    all.filter(({ kind }) => kind === 'self_evaluation').map(({ project }) => project?.name ?? ''),
  )
  return {
    tables: tables.length,
    withMoney: withMoney.length,
    beforeDecember: tables.filter((table) => (monthOf(table) ?? 12) < 12).length,
    withYearEnd: tables.filter(({ project }) => ends.has(project?.name ?? '—')).length,
    notEnough: withMoney.filter((table) => {
      const month = Math.min(11, monthOf(table) ?? 7)
      const share_bp = shareOf(table) ?? null
      return (
        computeYearEndForecast({ line: 'money', month, share_bp, curves: [] }, rules).basis === 'straight'
      )
    }).length,
  }
}

/** 1-7月 in the title. */
function monthOf({ source }: Published): number | undefined {
  const found = /1\s*[-—–至]\s*(\d{1,2})\s*月/.exec(source.title)
  return found ? Number(found[1]) : undefined
}

function shareOf({ funds = [] }: Published): number | undefined {
  const row = funds.find(({ adjusted_budget, executed }) => Number(adjusted_budget) > 0 && executed)
  return row && Math.floor((Number(row.executed) / Number(row.adjusted_budget)) * 10_000)
}
