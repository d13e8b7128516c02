import { exanteEvaluation, listMaterials } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent, ProjectEntryContent } from '../../domain/forms/contents.ts'
import { rowsOf } from '../../domain/forms/form-index.ts'
import type { Content, ContentRow, FormDefinition } from '../../domain/forms/form.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { getForm } from '../records/record-data.ts'
import { assessEvaluation } from './assess-evaluation.ts'
import { exanteReportDocument } from './evaluation-document.ts'
import { yearsToCover } from './evaluation-figures.ts'
import { materialsNoticeDocument } from './materials-notice-document.ts'
import { opinionsDocument } from './panel/opinions-document.ts'

export const exanteEvaluationBehaviour: RecordBehaviour = {
  kind: exanteEvaluation.kind,
  prefill: prefillEvaluation,
  assess: assessEvaluation,
  documents: {
    'exante-report': exanteReportDocument,
    'expert-opinions': opinionsDocument,
    'exante-materials-notice': materialsNoticeDocument,
  },
}

/** As many lines as the form has room for. */
const YEARS_MAX = 30

/** The object, its list of materials, the money asked for and the years of the affordability sheet. */
async function prefillEvaluation(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const entry = project.content as ProjectEntryContent
  const subject = entry.isPolicy ? 'policy' : 'project'
  const { jurisdictionId: jurisdiction, fiscalYear } = project
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  return {
    subject,
    materials: listMaterials(
      materialsFor(getForm(context, exanteEvaluation.form), subject),
      entry,
      rules.value('exante.materials_by_category').value,
    ),
    affordability: yearsToCover(project, rules)
      .slice(0, YEARS_MAX)
      .map((year) => ({ year })),
    simulationSeed: rules.value('exante.affordability_simulation').value.seed,
    ...(entry.annual_fen ? { requested_fen: entry.annual_fen } : {}),
  } satisfies ExanteEvaluationContent as Content
}

function materialsFor(form: FormDefinition, subject: 'project' | 'policy'): ContentRow[] {
  const field = form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'materials')
  return rowsOf({ materials: field?.defaultRows ?? [] }, 'materials').filter(
    (row) => row['appliesTo'] === 'both' || row['appliesTo'] === subject,
  )
}
