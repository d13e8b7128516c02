import { useMemo } from 'react'
import {
  type AffordabilityAssessment,
  affordabilitySheetOf,
  assessAffordability,
  yearsOfPeriod,
} from '../../../../domain/exante/compute/affordability/index.ts'
import type { ExanteEvaluationContent, ProjectEntryContent } from '../../../../domain/forms/contents.ts'
import type { Content } from '../../../../domain/forms/form.ts'
import type { ParameterValues } from '../../../../domain/rules/parameter-values.ts'
import { useProjectFile } from '../../../queries.ts'
import type { RecordView } from '../../../shapes.ts'
import { rulesDay, useRuleReader } from '../../doctor/use-rule-reader.ts'

export type LiveAffordability =
  | { readonly state: 'loading' | 'failed' }
  | {
      readonly state: 'ready'
      readonly assessment: AffordabilityAssessment
      readonly bounds: ParameterValues['exante.affordability_pressure']
    }

/** The sheet as it is being typed, by the same rules and numbers as on the server. */
export function useAffordability(view: RecordView, content: Content): LiveAffordability {
  const { jurisdictionId, fiscalYear, project } = view
  const { query, reader } = useRuleReader(rulesDay(fiscalYear, ''), true, jurisdictionId)
  const file = useProjectFile(jurisdictionId, project?.id ?? '')
  const period = file.data?.project.content as ProjectEntryContent | undefined
  return useMemo((): LiveAffordability => {
    if (query.isError || file.isError) return { state: 'failed' }
    if (!reader || !period) return { state: 'loading' }
    const typed = content as ExanteEvaluationContent
    const assessment = assessAffordability(affordabilitySheetOf(typed), reader, {
      requiredYears: yearsOfPeriod(period, reader),
      seed: typed.simulationSeed ?? null,
    })
    return { state: 'ready', assessment, bounds: reader.value('exante.affordability_pressure').value }
  }, [content, reader, period, query.isError, file.isError])
}
