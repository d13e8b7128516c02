/** What stands in the query string of each page: filters, sort and page, so that an address can be sent. */

export type ProjectsSearch = {
  readonly status?: string
  /** Cursors of the pages walked through, the last one being shown; empty on the first page. */
  readonly trail?: readonly string[]
}
export type DocumentsSearch = { readonly q?: string }
export const RULES_TABS = ['parameters', 'rules', 'sources', 'rubrics', 'blueprints', 'trial'] as const
export type RulesTab = (typeof RULES_TABS)[number]
export type RulesSearch = {
  readonly q?: string
  readonly stage?: string
  readonly unchecked?: boolean
  readonly show?: RulesTab
}
export type IndicatorsSearch = {
  readonly q?: string
  readonly sector?: string
  /** A first level, or first and second: `output`, `output/quality`. */
  readonly level?: string
  readonly state?: 'local' | 'retired' | 'locked' | 'used'
  /** The indicator whose card is open. */
  readonly open?: string
  readonly show?: 'candidates'
}
/** `record`: the self-evaluation whose figures are computed again. */
export type DoctorSearch = { readonly tab?: 'recompute'; readonly record?: string }
export type CockpitSearch = { readonly view?: 'map' | 'table' | 'boundary'; readonly place?: string }
export const PILOT_TABS = ['calendar', 'selection', 'ranking', 'joint', 'registers', 'programme'] as const
export type PilotTab = (typeof PILOT_TABS)[number]
export type PilotSearch = { readonly tab?: PilotTab }
export type MonitoringSearch = { readonly month?: number; readonly by?: 'category' }
export type OversightSearch = { readonly date?: string }
export type FigureSearch = { readonly figure?: number }
export type FileSearch = { readonly tab?: string }
export type RecordSearch = {
  readonly compare?: number
  /** The frozen version on the screen. */
  readonly version?: number
  readonly preview?: string
}
export type AdminSearch = { readonly tab?: string; readonly q?: string; readonly before?: string }
export type ReviewSearch = { readonly sort?: 'findings' | 'risk' | 'amount' | 'due'; readonly page?: number }
export type ExpertsSearch = { readonly q?: string; readonly field?: string; readonly state?: string }
export type AgenciesSearch = {
  readonly q?: string
  readonly type?: string
  readonly state?: string
  readonly page?: number
}
export const RECTIFICATION_SHOWS = ['open', 'overdue', 'verified', 'exempted'] as const
export type RectificationSearch = {
  readonly q?: string
  readonly show?: string
  readonly type?: string
  readonly page?: number
}
/** `scenario`: the one that is open. */
export type WhatIfSearch = { readonly scenario?: string }
export type LoginSearch = { readonly to?: string }

type Raw = Readonly<Record<string, unknown>>

function text(raw: Raw, name: string): string | undefined {
  const value = raw[name]
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'number' ? String(value) : undefined
}

function trail(raw: Raw): readonly string[] | undefined {
  const value = raw['trail']
  return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined
}

/** Drops what is not set, so that addresses stay short. */
function compact<T extends object>(given: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T
}

const isTrue = (raw: Raw, name: string): true | undefined => (raw[name] === true ? true : undefined)

export function readProjectsSearch(raw: Raw): ProjectsSearch {
  return compact<ProjectsSearch>({ status: text(raw, 'status'), trail: trail(raw) })
}

export function readDocumentsSearch(raw: Raw): DocumentsSearch {
  return compact<DocumentsSearch>({ q: text(raw, 'q') })
}

export function readDoctorSearch(raw: Raw): DoctorSearch {
  if (text(raw, 'tab') !== 'recompute') return {}
  return compact<DoctorSearch>({ tab: 'recompute', record: text(raw, 'record') })
}

export function readRulesSearch(raw: Raw): RulesSearch {
  return compact<RulesSearch>({
    q: text(raw, 'q'),
    stage: text(raw, 'stage'),
    unchecked: isTrue(raw, 'unchecked'),
    show: RULES_TABS.find((known) => known === text(raw, 'show')),
  })
}

const LIBRARY_STATES = ['local', 'retired', 'locked', 'used'] as const

export function readIndicatorsSearch(raw: Raw): IndicatorsSearch {
  const state = text(raw, 'state')
  return compact<IndicatorsSearch>({
    q: text(raw, 'q'),
    sector: text(raw, 'sector'),
    level: text(raw, 'level'),
    state: LIBRARY_STATES.find((known) => known === state),
    open: text(raw, 'open'),
    show: text(raw, 'show') === 'candidates' ? 'candidates' : undefined,
  })
}

export function readCockpitSearch(raw: Raw): CockpitSearch {
  return compact<CockpitSearch>({
    view: (['table', 'boundary'] as const).find((known) => known === text(raw, 'view')),
    place: text(raw, 'place'),
  })
}

export function readPilotSearch(raw: Raw): PilotSearch {
  return compact<PilotSearch>({ tab: PILOT_TABS.find((known) => known === text(raw, 'tab')) })
}

export function readMonitoringSearch(raw: Raw): MonitoringSearch {
  const month = Number(raw['month'])
  return compact<MonitoringSearch>({
    month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined,
    by: text(raw, 'by') === 'category' ? 'category' : undefined,
  })
}

export function readWhatIfSearch(raw: Raw): WhatIfSearch {
  return compact<WhatIfSearch>({ scenario: text(raw, 'scenario') })
}

/** The day the reading room looks at; today when none is named. */
export function readOversightSearch(raw: Raw): OversightSearch {
  const date = text(raw, 'date')
  return compact<OversightSearch>({
    date: date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
  })
}

/** The figure of a report that is followed. */
export function readFigureSearch(raw: Raw): FigureSearch {
  const figure = Number(raw['figure'])
  return compact<FigureSearch>({ figure: Number.isInteger(figure) && figure > 0 ? figure : undefined })
}

export function readFileSearch(raw: Raw): FileSearch {
  return compact<FileSearch>({ tab: text(raw, 'tab') })
}

export function readRecordSearch(raw: Raw): RecordSearch {
  const number = (name: string) => {
    const value = Number(raw[name])
    return Number.isInteger(value) && value >= 0 && raw[name] !== undefined ? value : undefined
  }
  return compact<RecordSearch>({
    compare: number('compare'),
    version: number('version'),
    preview: text(raw, 'preview'),
  })
}

export function readAdminSearch(raw: Raw): AdminSearch {
  return compact<AdminSearch>({ tab: text(raw, 'tab'), q: text(raw, 'q'), before: text(raw, 'before') })
}

const QUEUE_SORTS = ['findings', 'risk', 'amount', 'due'] as const

export function readReviewSearch(raw: Raw): ReviewSearch {
  const page = Number(raw['page'])
  return compact<ReviewSearch>({
    sort: QUEUE_SORTS.find((sort) => sort === raw['sort']),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  })
}

export function readExpertsSearch(raw: Raw): ExpertsSearch {
  return compact<ExpertsSearch>({
    q: text(raw, 'q'),
    field: text(raw, 'field'),
    state: text(raw, 'state'),
  })
}

export function readAgenciesSearch(raw: Raw): AgenciesSearch {
  const page = Number(raw['page'])
  return compact<AgenciesSearch>({
    q: text(raw, 'q'),
    type: text(raw, 'type'),
    state: text(raw, 'state'),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  })
}

export function readRectificationSearch(raw: Raw): RectificationSearch {
  const page = Number(raw['page'])
  const show = text(raw, 'show')
  return compact<RectificationSearch>({
    q: text(raw, 'q'),
    show: RECTIFICATION_SHOWS.find((one) => one === show),
    type: text(raw, 'type'),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  })
}

/** Only an address of this site may be returned to after signing in. */
export function readLoginSearch(raw: Raw): LoginSearch {
  const to = text(raw, 'to')
  return to?.startsWith('/') && !to.startsWith('//') ? { to } : {}
}
