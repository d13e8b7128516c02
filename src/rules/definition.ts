import type { ParameterId } from '../domain/rules/parameter-values.ts'
import type { Standing } from '../domain/shared/standing.ts'

/** An official document, as `rules/sources.yaml` lists it. */
export type Source = {
  readonly id: string
  readonly title: string
  readonly number?: string
  readonly issuer: string
  readonly issuedOn?: string
  readonly url?: string
  /** What of the document was at hand: its text, parts of it, or only its mention elsewhere. */
  readonly text: 'full' | 'part' | 'cited' | 'own'
  readonly replacedBy?: string
  readonly note?: string
}

export { STANDINGS, type Standing } from '../domain/shared/standing.ts'

/** What lower levels may do: anything, only stricter, nothing. */
export const OVERLAY_MODES = { free: '可自定', tighten: '只可从严', locked: '不可改动' } as const
export type OverlayMode = keyof typeof OVERLAY_MODES

export const SELECTORS = { fiscal_year: '按预算年度', event_date: '按办理日期' } as const
export type Selector = keyof typeof SELECTORS

/** One value from one day on. `value: null` ends the validity. */
export type DatedValue = {
  readonly from: string
  readonly value: unknown
  readonly source: { readonly id: string; readonly article: string }
  readonly standing: Standing
  readonly checked: { readonly on: string | null; readonly by: string | null }
  /** When a place decided it; nobody could go by it before. Files have none. */
  readonly approvedOn?: string
}

export type ParameterDefinition = {
  readonly id: ParameterId
  readonly title: string
  readonly unit: string
  readonly selects: Selector
  readonly overlay: OverlayMode
  /** For `tighten`: which way each figure may move. */
  readonly tighten: { readonly [path: string]: 'lower' | 'higher' }
  /** How the value reads in Chinese: text with `{path:format}` places. */
  readonly reads: string
  readonly note?: string
  readonly values: readonly DatedValue[]
}

/** What a province, city or county sets for itself. */
export type Layer = {
  /** File or approval it came from; named in every refusal. */
  readonly origin: string
  readonly parameter: string
  readonly jurisdiction: string
  readonly isExample: boolean
  readonly note?: string
  readonly values: readonly DatedValue[]
}
