/**
 * A table before it is printed: the figures behind the cells, so that a fault can be planted without
 * disturbing what depends on it. Weights and scores in hundredths of a point, money in 分.
 */
export type Draft = {
  form: Form
  year: number
  sector: number
  place: { county: string; town: string }
  projectName: string
  department: string
  unit: string
  goal: string
  reached: string | null
  conclusions: string | null
  style: Style
  funds: DraftFund[]
  rows: DraftRow[]
  executionWeight_x100: number | null
  executionScore_x100: number | null
  rate: string | null
  /** What is printed instead of the true figure; a fault sets these. */
  printed: { totalWeight?: string; totalScore?: string; year?: number; title?: string }
}

export const FORMS = ['national', 'costFirst', 'declaration', 'transfer', 'department', 'scoresOnly'] as const
export type Form = (typeof FORMS)[number]

export type Style = {
  signs: Readonly<Record<Sign, string>>
  /** 产出指标（50分） */
  hasGroupTitles: boolean
  /** ★ or 指标1： before the names, or the official template's （≥**户） behind them. */
  prefix: 'none' | 'star' | 'number' | 'template'
  /** 项目完成指标 of the older catalogue, 数量指标（必填） of some provinces. */
  levels: 'standard' | 'old' | 'marked'
  money: { unit: '万元' | '元'; decimals: number; hasCommas: boolean; hasUnit?: boolean }
  /** A form with budget and execution only; the budget is then the adjusted one. */
  hasInitial: boolean
  rateDecimals: number
  /** 98.5 instead of 98.5%. */
  hasBareRate: boolean
  hasText: boolean
  isOcr: boolean
}

export type Sign = 'ge' | 'le' | 'eq'

export type DraftFund = {
  label: string
  isPart: boolean
  initial_fen: number | null
  adjusted_fen: number | null
  executed_fen: number | null
  /** Printed as blank although it is nothing. */
  blank: '' | '0' | '—'
  overrides: { initial?: string; adjusted?: string; executed?: string; rate?: string; score?: string }
}

export type Group = '成本指标' | '产出指标' | '效益指标' | '满意度指标'

export type Measure =
  | {
      type: 'number'
      sign: Sign
      /** Times ten to the power of `decimals`. */
      target: number
      actual: number
      decimals: number
      unit: string
      isTotalCost: boolean
    }
  | { type: 'date'; month: number; day: number; actualMonth: number; actualDay: number }
  | { type: 'words' | 'yesno' | 'empty' | 'child' }

export type DraftRow = {
  group: Group
  level1?: string
  level2: string
  name: string
  measure: Measure
  target: string
  actual: string
  weight_x100: number | null
  score_x100: number | null
  reason: string
}
