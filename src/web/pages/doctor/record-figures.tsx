import { tableOfSelfEvaluation } from '../../../domain/doctor/forms/table-of-self-evaluation.ts'
import type { DoctorTable } from '../../../domain/doctor/index.ts'
import type { EvaluationSelfContent } from '../../../domain/forms/contents.ts'
import { formatWeight } from '../../../domain/shared/score.ts'
import { QueryState } from '../../components/query-state.tsx'
import { useRecord } from '../../queries.ts'
import { RecomputePanel } from './recompute-panel.tsx'
import { rulesDay, useRuleReader } from './use-rule-reader.ts'

/** 自己算一遍 with the figures of a self-evaluation, for whoever may read it. */
export function RecordFigures({ recordId }: { readonly recordId: string }) {
  const record = useRecord(recordId)
  const year = record.data?.fiscalYear
  const { query, reader } = useRuleReader(rulesDay(year ?? null, ''), year !== undefined)
  return (
    <QueryState query={record} lines={8}>
      {({ content, fiscalYear, project, record: { id, version } }) => (
        <QueryState query={query} lines={8}>
          {() => {
            if (!reader) return null
            const { points_x100 } = reader.value('evaluation.execution_points').value
            const table: DoctorTable = tableOfSelfEvaluation(content as EvaluationSelfContent, {
              year: fiscalYear,
              projectName: project?.name ?? '',
              executionWeight: formatWeight(points_x100),
            })
            return <RecomputePanel key={`${id}-${version}`} given={table} />
          }}
        </QueryState>
      )}
    </QueryState>
  )
}
