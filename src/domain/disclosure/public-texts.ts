import type { PublishedProject } from './published-project.ts'
import { EXEMPT_PATHS, FREE_PATHS, PATH_LABELS } from './text-paths.ts'

/** A text of a publication, what a person calls its place, and whether words in it may be covered. */
export type PackageText = { readonly label: string; readonly text: string; readonly isFree: boolean }

type Path = readonly (string | number)[]

/** Every text of a publication but the exempted ones, in the order in which they stand. */
export function packageTexts(published: PublishedProject): PackageText[] {
  return textsOf(published, [])
    .filter(({ path, text }) => text.trim() !== '' && !(patternOf(path) in EXEMPT_PATHS))
    .map(({ path, text }) => ({ label: labelOf(path), text, isFree: isFree(published, path) }))
}

/** The publication with every text passed through a change in which words may be covered; the rest stays. */
export function mapFreeTexts(
  published: PublishedProject,
  change: (text: string) => string,
): PublishedProject {
  return mapPlaces(published, [], (text, path) => (isFree(published, path) ? change(text) : text))
}

/** The same value with every text passed through a change. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return mapPlaces(value, [], change)
}

function mapPlaces<T>(value: T, path: Path, change: (text: string, path: Path) => string): T {
  if (typeof value === 'string') return change(value, path) as T
  if (Array.isArray(value)) return value.map((one, at) => mapPlaces(one, [...path, at], change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapPlaces(one, [...path, key], change)]),
  ) as T
}

function textsOf(value: unknown, path: Path): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one, at) => textsOf(one, [...path, at]))
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key]))
}

function patternOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')
}

function labelOf(path: Path): string {
  if (path[0] === 'selfEvaluation' && path[1] === 'rules') return '公开数据“评分规则取值”'
  const row = path.find((step) => typeof step === 'number')
  const label = PATH_LABELS[patternOf(path)] ?? '其他文字*'
  return `公开数据“${label.replace('*', row === undefined ? '' : `第${Number(row) + 1}项`)}”`
}

/** A target or a result that is a figure, a date or a yes is computed with and stays as it is. */
function isFree(published: PublishedProject, path: Path): boolean {
  const pattern = patternOf(path)
  if (!FREE_PATHS.has(pattern)) return false
  const row = Number(path.find((step) => typeof step === 'number'))
  if (pattern === 'target.indicators.*.targetText') return published.target?.indicators[row]?.value === ''
  const self = published.selfEvaluation?.rows[row]
  if (!self || !pattern.startsWith('selfEvaluation.')) return true
  const { target, actual } = self
  if (pattern === 'selfEvaluation.rows.*.targetText') return !target.value && !target.dateValue
  const isAnswer = pattern.startsWith('selfEvaluation.rows.*.actual')
  return !isAnswer || (target.kind !== 'yesno' && !actual.actual && !actual.actualDate)
}
