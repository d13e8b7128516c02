import {
  anonymise,
  numbersOfContent,
  isTelling,
  type Originals,
  typedNames,
} from '../../domain/blueprint/index.ts'
import type { PilotBlueprintCasesRow } from '../../domain/forms/contents.ts'
import { PLAN_STAGES } from '../../domain/workflow/record-kind.ts'
import { findTellingNames } from '../../storage/blueprint-repository.ts'
import { findPilotProjects, type ProjectRow } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { completeRecord } from '../records/record-data.ts'
import { tellStage } from '../pilot/index.ts'

/** The pilot projects of the accepted places, with every number that stands in their records. */
export type PilotEvidence = {
  readonly projects: readonly ProjectRow[]
  readonly originals: Originals
  /** Place → kind of record → numbers in it. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>
}

/** Reads it once; cases and lessons are both held against it. */
export async function readEvidence(
  context: Context,
  jurisdictions: readonly string[],
): Promise<PilotEvidence> {
  const projects = (await findPilotProjects(context.db)).filter(({ jurisdictionId }) =>
    jurisdictions.includes(jurisdictionId),
  )
  const numbers = new Map<string, Map<string, Set<string>>>()
  const all = new Set<string>()
  const typed = new Set<string>()
  for (const project of projects) {
    const { jurisdictionId, id: projectId, jurisdictionName } = project
    const kinds = numbers.get(jurisdictionName) ?? new Map<string, Set<string>>()
    numbers.set(jurisdictionName, kinds)
    for (const number of numbersOfContent(project.content)) all.add(number)
    for (const record of await findRecords(context.db, { jurisdictionId, projectId })) {
      const { content, form } = await completeRecord(context, record)
      for (const name of typedNames(form, content)) typed.add(name)
      const own = kinds.get(record.kind) ?? new Set<string>()
      kinds.set(record.kind, own)
      for (const number of numbersOfContent(content)) own.add(number)
      for (const number of own) all.add(number)
    }
  }
  const names = await findTellingNames(context.db)
  const originals: Originals = {
    ...names,
    persons: [...new Set([...names.persons, ...typed])],
    projects: projects.map(({ name }) => name),
    numbers: new Set([...all, ...yearsOf(projects)].filter(isTelling)),
    firstYear: Math.min(...projects.map(({ fiscalYear }) => fiscalYear)),
  }
  return { projects, originals, numbers }
}

/** Years say when it was, in whichever record they stand. */
function yearsOf(projects: readonly ProjectRow[]): string[] {
  return projects.flatMap(({ fiscalYear }) => [-1, 0, 1, 2].map((step) => String(fiscalYear + step)))
}

/** Room in the form. */
const TEXT_MAX = 4000

/** Each pilot project's story, stage by stage, in which nobody and no figure can be found again. */
export async function tellCases(
  context: Context,
  { projects, originals }: PilotEvidence,
  scalePercent: number,
): Promise<PilotBlueprintCasesRow[]> {
  const rows: PilotBlueprintCasesRow[] = []
  for (const [index, project] of projects.entries()) {
    const own = { ...originals, firstYear: project.fiscalYear }
    for (const stage of PLAN_STAGES) {
      const { outcome, problems, suggestions, hasRecords } = await tellStage(context, project, stage)
      const told = [
        outcome,
        problems === '' ? '' : `问题：\n${problems}`,
        suggestions === '' ? '' : `建议：\n${suggestions}`,
      ]
      const text = anonymise(told.filter((part) => part !== '').join('\n'), own, scalePercent)
      if (!hasRecords || text.trim() === '') continue
      rows.push({ caseTitle: `案例${index + 1}`, stage, text: cut(text), isTaken: true })
    }
  }
  return rows
}

/** Whole lines as far as there is room. */
function cut(text: string): string {
  if (text.length <= TEXT_MAX) return text
  const end = text.lastIndexOf('\n', TEXT_MAX)
  return text.slice(0, end > 0 ? end : TEXT_MAX)
}
