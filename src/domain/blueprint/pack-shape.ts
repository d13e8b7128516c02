import { checkShape } from '../rules/check-shape.ts'
import type { Shape } from '../rules/shape.ts'
import * as s from '../rules/shape.ts'
import {
  BASES,
  COUNTS,
  EVIDENCE_CLASSES,
  FREQUENCIES,
  KINDS,
  LEVELS,
  OBTAINING,
  OPERATORS,
} from '../indicators/index.ts'
import { PLAN_STAGES } from '../workflow/record-kind.ts'
import { PACK_PART_IDS, type PackPartId } from './pack.ts'

const keys = (of: object) => Object.keys(of) as [string, ...string[]]
const standing = s.choice('seen', 'memory', 'proposal')
const stage = s.choice(...PLAN_STAGES)
const count = s.integer(0, 10_000_000)
const code = s.text

const parameter = s.object({
  id: code,
  title: s.text,
  unit: s.text,
  text: s.text,
  from: s.date,
  sourceTitle: s.text,
  article: s.text,
  standing,
  isChecked: s.boolean,
  places: s.list(s.text),
})
const rubric = s.object({
  subject: s.choice('project', 'policy'),
  place: s.text,
  effectiveFrom: s.nullable(s.date),
  basis: s.text,
  dimensions: s.list(s.object({ code, name: s.text })),
  items: s.list(
    s.object({ dimension: s.text, itemCode: s.text, item: s.text, weight_x100: s.integer(1, 100_00) }),
  ),
})

/** Each entry of a part without what may be of any shape (`OPEN`), which is looked at where it is used. */
const ENTRIES: Readonly<Record<PackPartId, Shape>> = {
  forms: s.object({ id: code, title: s.text, uses: count }),
  parameters: parameter,
  templates: parameter,
  calendars: parameter,
  indicators: s.object({ cited: s.text, revisedBy: s.nullable(s.text), uses: count }),
  rubrics: rubric,
  cases: s.object({
    title: s.text,
    rule: s.text,
    stages: s.list(s.object({ stage, text: s.text })),
  }),
  lessons: s.object({ stage, problem: s.text, practice: s.text, figure: s.text, trace: s.text }),
}
const OPEN: Readonly<Partial<Record<PackPartId, string>>> = {
  forms: 'definition',
  parameters: 'value',
  templates: 'value',
  calendars: 'value',
  indicators: 'indicator',
}

const INDICATOR = {
  id: code,
  version: s.integer(1, 100_000),
  sector: s.text,
  level1: s.choice(...keys(LEVELS)),
  level2: s.text,
  name: s.text,
  definition: s.text,
  formula: s.text,
  kind: s.choice(...keys(KINDS)),
  basis: s.choice(...keys(BASES)),
  obtaining: s.choice(...keys(OBTAINING)),
  example: s.text,
  dataSource: s.text,
  evidenceClass: s.choice(...keys(EVIDENCE_CLASSES)),
  evidence: s.text,
  frequency: s.choice(...keys(FREQUENCIES)),
  projectKinds: s.list(s.text),
  synonyms: s.list(s.text),
  isLocked: s.boolean,
  sourceId: s.text,
  standing,
  mistakes: s.text,
}
/** What a place's own indicator may leave empty. */
const MAY_BE_EMPTY = ['dataSource', 'evidence', 'mistakes', 'definition', 'formula', 'example', 'level2']
const OPTIONAL = {
  operator: s.choice(...keys(OPERATORS)),
  unit: s.text,
  count: s.choice(...keys(COUNTS)),
  sourceText: s.text,
}

/** What is wrong with the entries of a part, one sentence each. */
export function checkPart(id: PackPartId, raw: unknown): string[] {
  if (!Array.isArray(raw)) return ['应为列表']
  return raw.flatMap((entry, index) => checkEntry(id, entry, `第${index + 1}项`))
}

function checkEntry(id: PackPartId, entry: unknown, place: string): string[] {
  const open = OPEN[id]
  if (open === undefined) return checkShape(ENTRIES[id], entry, place)
  if (entry === null || typeof entry !== 'object' || !Object.hasOwn(entry, open))
    return [`${place} 缺少 ${open}`]
  const { [open]: inner, ...rest } = entry as Record<string, unknown>
  return [
    ...checkShape(ENTRIES[id], rest, place),
    ...(id === 'indicators' ? checkIndicatorShape(inner, `${place}.indicator`) : []),
  ]
}

function checkIndicatorShape(raw: unknown, place: string): string[] {
  const given = raw !== null && typeof raw === 'object' ? (raw as Readonly<Record<string, unknown>>) : {}
  const extra = Object.entries(OPTIONAL).filter(([key]) => Object.hasOwn(given, key))
  const isEmpty = (key: string) => MAY_BE_EMPTY.includes(key) && given[key] === ''
  const asked = [...Object.entries(INDICATOR), ...extra].filter(([key]) => !isEmpty(key))
  const filled = Object.entries(given).filter(([key]) => !isEmpty(key))
  return checkShape(s.object(Object.fromEntries(asked)), Object.fromEntries(filled), place)
}

const digests = { sha256: s.text, sm3: s.text }

/** The head of the file, without the parts. */
export const MANIFEST_SHAPE: Shape = s.object({
  name: s.text,
  version: s.text,
  purpose: s.text,
  publisher: s.text,
  jurisdiction: s.text,
  publishedOn: s.date,
  pilots: s.list(
    s.object({ place: s.text, jurisdiction: s.text, acceptedOn: s.date, documentNumber: s.text }),
  ),
  parts: s.object(Object.fromEntries(PACK_PART_IDS.map((id) => [id, s.object({ count, ...digests })]))),
})
export const DIGEST_SHAPE: Shape = s.object(digests)
