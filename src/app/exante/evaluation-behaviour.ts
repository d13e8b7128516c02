import { exanteEvaluation } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent, ProjectEntryContent } from '../../domain/forms/contents.ts'
import { rowsOf } from '../../domain/forms/form-index.ts'
import type { Content, ContentRow, FormDefinition } from '../../domain/forms/form.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { getForm } from '../records/record-data.ts'

export const exanteEvaluationBehaviour: RecordBehaviour = {
  kind: exanteEvaluation.kind,
  prefill: prefillEvaluation,
}

/** Years after the project's end in which its upkeep still weighs on the budget. */
const YEARS_AFTER = 2
const YEARS_MAX = 30

/** The object, its list of materials, the money asked for and the years of the affordability sheet. */
async function prefillEvaluation(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const entry = project.content as ProjectEntryContent
  const subject = entry.isPolicy ? 'policy' : 'project'
  return {
    subject,
    materials: materialsFor(getForm(context, exanteEvaluation.form), subject),
    affordability: yearsOf(entry, project.fiscalYear).map((year) => ({ year })),
    ...(entry.annual_fen ? { requested_fen: entry.annual_fen } : {}),
  } satisfies ExanteEvaluationContent as Content
}

function materialsFor(form: FormDefinition, subject: 'project' | 'policy'): ContentRow[] {
  const field = form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'materials')
  return rowsOf({ materials: field?.defaultRows ?? [] }, 'materials').filter(
    (row) => row['appliesTo'] === 'both' || row['appliesTo'] === subject,
  )
}

function yearsOf({ periodStart, periodEnd }: ProjectEntryContent, fiscalYear: number): number[] {
  const first = Math.max(Number(periodStart?.slice(0, 4) ?? fiscalYear), fiscalYear)
  const last = Math.max(Number(periodEnd?.slice(0, 4) ?? fiscalYear), first) + YEARS_AFTER
  return Array.from({ length: Math.min(last - first + 1, YEARS_MAX) }, (_, index) => first + index)
}
