import type { ProjectEntryContent } from '../forms/contents.ts'
import type { Content } from '../forms/form.ts'
import type { Entity } from './profile.ts'
import { type ExchangeSource, headOf, namesOf } from './to-entities.ts'

const TEXTS = ['category', 'overview', 'total_fen', 'annual_fen', 'planTitle', 'planClause'] as const
/** Who answers for it: read from a file, never written into one. */
const PEOPLE = ['projectPerson', 'unitHead', 'departmentHead', 'financeSection'] as const
const FLAGS = ['isClassified', 'isNew', 'isMajor', 'isPolicy'] as const
const DAYS = ['periodStart', 'periodEnd'] as const

/** 项目基本信息 (our own table): what the project was entered with. */
export function projectEntity(
  source: Omit<ExchangeSource<unknown>, 'recordId' | 'createdAt' | 'stateSince'>,
): Entity {
  const content = source.content as ProjectEntryContent
  const texts = [...TEXTS, ...PEOPLE, ...DAYS].map((field) => [field, content[field] ?? null])
  const flags = FLAGS.map((field) => {
    const value = content[field]
    return [field, value === undefined || value === null ? null : String(value)]
  })
  return { ...headOf(source), ...namesOf(source), ...Object.fromEntries([...texts, ...flags]) }
}

/** What a row says of a project as fields of the entry form; offices are looked up by whoever reads it. */
export function entryOf(entity: Entity): Content {
  const said = (fields: readonly string[]) => fields.filter((field) => entity[field])
  return Object.fromEntries([
    ...(entity['projectName'] ? [['name', entity['projectName']]] : []),
    ...said([...TEXTS, ...PEOPLE]).map((field) => [field, entity[field]]),
    ...said(FLAGS).map((field) => [field, entity[field] === 'true']),
    // A date may be written with a time of day.
    ...said(DAYS).map((field) => [field, entity[field]?.slice(0, 10)]),
  ])
}

/** Fields of a row that `entryOf` takes. */
export function isOfEntry(field: string): boolean {
  return field === 'projectName' || ([...TEXTS, ...PEOPLE, ...FLAGS, ...DAYS] as string[]).includes(field)
}
