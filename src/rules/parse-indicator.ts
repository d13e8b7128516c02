import { checkIndicator } from '../domain/indicators/check-indicator.ts'
import {
  BASES,
  COUNTS,
  EVIDENCE_CLASSES,
  FREQUENCIES,
  KINDS,
  type LibraryIndicator,
  OBTAINING,
  OPERATORS,
} from '../domain/indicators/indicator.ts'
import { checkShape } from '../domain/rules/check-shape.ts'
import * as s from '../domain/rules/shape.ts'
import { STANDINGS } from '../domain/shared/standing.ts'
import type { Source } from './definition.ts'
import type { Parsed } from './parse.ts'

const keysOf = <T extends object>(of: T) => s.choice(...(Object.keys(of) as (keyof T & string)[]))

/** What every entry of a file says; what only some say stands in `OPTIONAL`. */
const REQUIRED = {
  id: s.text,
  name: s.text,
  level: s.text,
  definition: s.text,
  value: s.object({ basis: keysOf(BASES), obtaining: keysOf(OBTAINING), example: s.text }),
  data: s.object({
    source: s.text,
    class: keysOf(EVIDENCE_CLASSES),
    papers: s.text,
    frequency: keysOf(FREQUENCIES),
  }),
  kinds: s.list(s.text),
  synonyms: s.list(s.text),
  origin: s.object({ source: s.text, standing: keysOf(STANDINGS) }),
  mistakes: s.text,
} as const

const OPTIONAL = {
  version: s.integer(1, 999),
  locked: s.boolean,
  formula: s.text,
  numerator: s.text,
  denominator: s.text,
} as const

const QUANTITY = s.object({
  kind: s.choice('quant'),
  operator: keysOf(OPERATORS),
  unit: s.text,
  count: keysOf(COUNTS),
})
const STATE = s.object({ kind: keysOf(KINDS) })

const ID = /^[A-Z]{3}-\d{3}$/

type Raw = Readonly<Record<string, unknown>>
type Entry = s.ValueOf<{ kind: 'object'; of: typeof REQUIRED }> &
  Partial<s.ValueOf<{ kind: 'object'; of: typeof OPTIONAL }>>

/**
 * Reads one entry of `rules/indicators/<sector>.yaml`. Strict: an unknown key does not load.
 * @param sector the file it stands in
 */
export function parseIndicator(
  sector: string,
  raw: unknown,
  sources: readonly Source[],
): Parsed<LibraryIndicator> {
  if (!isObject(raw)) return { ok: false, faults: ['应为一组字段'] }
  const faults = checkEntry(raw)
  if (faults.length > 0) return { ok: false, faults }
  const indicator = toIndicator(sector, raw as Entry, raw['measure'] as Measure)
  const wrong = [...checkIndicator(indicator), ...checkOrigin(indicator, sources)]
  return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, value: indicator }
}

function checkEntry(raw: Raw): string[] {
  const { measure, ...rest } = raw
  const shape = Object.fromEntries(
    Object.entries({ ...REQUIRED, ...OPTIONAL }).filter(
      ([key]) => Object.hasOwn(REQUIRED, key) || Object.hasOwn(rest, key),
    ),
  )
  const isQuantity = isObject(measure) && measure['kind'] === 'quant'
  return [
    ...checkShape(s.object(shape), rest, '指标'),
    ...checkShape(isQuantity ? QUANTITY : STATE, measure, 'measure'),
    ...(typeof raw['id'] === 'string' && !ID.test(raw['id']) ? ['编号应为三个大写字母加三位数字'] : []),
    ...checkFormula(rest),
  ]
}

/** Either a numerator with its denominator, or a formula in words. */
function checkFormula({ formula, numerator, denominator }: Raw): string[] {
  const isRatio = numerator !== undefined && denominator !== undefined
  const isHalf = (numerator === undefined) !== (denominator === undefined)
  return isHalf || isRatio === (formula !== undefined) ? ['应写明分子和分母，或者写明公式，二者择一'] : []
}

type Measure = Pick<LibraryIndicator, 'kind' | 'operator' | 'unit' | 'count'>

function toIndicator(sector: string, entry: Entry, measure: Measure): LibraryIndicator {
  const [level1 = '', level2 = ''] = entry.level.split('/')
  const { value, data, origin } = entry
  return {
    id: entry.id,
    version: entry.version ?? 1,
    sector,
    level1: level1 as LibraryIndicator['level1'],
    level2,
    name: entry.name,
    definition: entry.definition,
    formula: entry.formula ?? ratioText(entry, measure.unit),
    ...measure,
    basis: value.basis,
    obtaining: value.obtaining,
    example: value.example,
    dataSource: data.source,
    evidenceClass: data.class,
    evidence: data.papers,
    frequency: data.frequency,
    projectKinds: entry.kinds,
    synonyms: entry.synonyms,
    isLocked: entry.locked ?? false,
    sourceId: origin.source,
    standing: origin.standing,
    mistakes: entry.mistakes,
  }
}

function ratioText({ numerator, denominator }: Entry, unit: string | undefined): string {
  const part = (text: string | undefined) => (/[−+×]/.test(text ?? '') ? `（${text}）` : text)
  const scale = unit === '%' ? ' × 100%' : unit === '‰' ? ' × 1000‰' : ''
  return `${part(numerator)} ÷ ${part(denominator)}${scale}`
}

/** What is said to be seen must be at hand; what is proposed is ours; what binds all is official. */
function checkOrigin(
  { sourceId, standing, isLocked }: LibraryIndicator,
  sources: readonly Source[],
): string[] {
  const source = sources.find(({ id }) => id === sourceId)
  if (!source) return [`依据 ${sourceId} 未列入 sources.yaml`]
  const isOwn = source.text === 'own'
  return [
    ...(standing === 'seen' && (isOwn || source.text === 'cited')
      ? ['没有读到原文的依据不能写“见于原文”']
      : []),
    ...((standing === 'proposal') !== isOwn ? ['“系统建议值”只能以本系统为依据，其他依据应写明来历'] : []),
    ...(isLocked && isOwn ? ['锁定的指标应有官方依据'] : []),
  ]
}

function isObject(value: unknown): value is Raw {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
