import type { ExanteEvaluationContent } from '../../../forms/contents.ts'
import { BUDGETS, type Budget, COLUMNS_OF } from './columns.ts'
import { type FilledYear, fillByGrowth, type GrowthAssumption, type TypedYear } from './growth.ts'

/** Everything people type about affordability; the same object on the page and on the server. */
export type AffordabilitySheet = {
  readonly general: readonly TypedYear[]
  readonly fund: readonly TypedYear[]
  /** Whether the project draws on the government fund budget; unanswered is a missing input. */
  readonly usesFundBudget: boolean | null
  readonly assumptions: readonly GrowthAssumption[]
}

/** Reads the sheet out of a form, as far as it is filled in. */
export function affordabilitySheetOf(content: ExanteEvaluationContent): AffordabilitySheet {
  return {
    general: typedYears(content.affordability ?? []),
    fund: typedYears(content.fundAffordability ?? []),
    usesFundBudget: content.usesFundBudget ?? null,
    assumptions: (content.growthAssumptions ?? []).flatMap(({ column, rate, basis }) =>
      column && rate ? [{ column, rate, source: basis ?? '' }] : [],
    ),
  }
}

type Row = { readonly year?: number | null; readonly note?: string | null }

function typedYears(rows: readonly (Row & Readonly<Record<string, unknown>>)[]): TypedYear[] {
  return rows.flatMap(({ year, ...cells }) =>
    typeof year === 'number'
      ? [{ year, amounts: Object.fromEntries(Object.entries(cells).filter(isTextCell)) }]
      : [],
  )
}

function isTextCell(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}

/** The lines of the sheet: the general budget always, the fund budget where the project draws on it. */
export function budgetsOf({ usesFundBudget }: AffordabilitySheet): Budget[] {
  return usesFundBudget ? ['general', 'fund'] : ['general']
}

/** One budget of the sheet, blanks carried forward where an assumption says how. */
export function filledYears(sheet: AffordabilitySheet, budget: Budget): FilledYear[] {
  return fillByGrowth(sheet[budget], COLUMNS_OF[budget], sheet.assumptions)
}

/** An input that is not known, named so that somebody can go and fill it in. */
export type MissingCell = { readonly budget: Budget; readonly year: number; readonly label: string }

/** Every unknown cell of the sheet, year by year; whole years that are wanted and not there included. */
export function missingCells(sheet: AffordabilitySheet, requiredYears: readonly number[]): MissingCell[] {
  return budgetsOf(sheet).flatMap((budget) => {
    const filled = filledYears(sheet, budget)
    const absent = requiredYears.filter((year) => !filled.some((one) => one.year === year))
    return [
      ...filled.flatMap(({ year, cells }) =>
        cells
          .filter(({ amount }) => amount === undefined)
          .map(({ column }) => ({ budget, year, label: column.label })),
      ),
      ...absent.map((year) => ({ budget, year, label: '整年' })),
    ]
  })
}

/** 一般公共预算2024年“债务还本付息”、“三保支出”；政府性基金预算2025年“整年”. */
export function wordsOfMissing(missing: readonly MissingCell[]): string {
  const places = [...new Set(missing.map(({ budget, year }) => `${BUDGETS[budget]}${year}年`))]
  return places
    .map((place) => {
      const own = missing.filter(({ budget, year }) => `${BUDGETS[budget]}${year}年` === place)
      return `${place}${own.map(({ label }) => `“${label}”`).join('、')}`
    })
    .join('；')
}
