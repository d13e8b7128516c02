import { Type } from 'typebox'
import { activeOf, findInLibrary, revisionReasonOf, tellEvaluation } from '../../domain/indicators/index.ts'
import { libraryChange } from '../../domain/targets/index.ts'
import { findDoubtfulRows } from '../../storage/evaluated-repository.ts'
import { readLocalLibrary } from '../indicators/local-library.ts'
import { defineUseCase } from '../kernel/use-case.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])

/** 评价结果提示修订的指标: evaluated rows of this place that speak for revising their indicator. */
export const listRevisionCandidates = defineUseCase({
  id: 'targets.listRevisionCandidates',
  title: '评价结果提示修订的指标',
  stage: 'targets',
  kind: 'query',
  by: libraryChange.createdBy,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        rowId: Type.String(),
        projectId: Type.String(),
        projectName: Type.String(),
        fiscalYear: Type.Integer(),
        name: Type.String(),
        /** Of the library; null where it has no such indicator yet. */
        indicatorId: MaybeText,
        isLocked: Type.Boolean(),
        reason: Type.String(),
        why: Type.String(),
        note: Type.String(),
      }),
    ),
  }),
  run: async (context) => {
    const { jurisdictionId } = context.actor
    const entries = activeOf((await readLocalLibrary(context, jurisdictionId)).entries)
    const rows = await findDoubtfulRows(context.db, jurisdictionId)
    const items = rows.flatMap(({ row, libraryId, ...of }) => {
      const reason = revisionReasonOf(row)
      if (!reason) return []
      const entry = findInLibrary(entries, { libraryId, name: row.name ?? '' })
      return [
        {
          recordId: of.recordId,
          rowId: row.id ?? '',
          projectId: of.projectId,
          projectName: of.projectName,
          fiscalYear: of.fiscalYear,
          name: row.name ?? '',
          indicatorId: entry?.id ?? null,
          isLocked: entry?.isLocked ?? false,
          ...reason,
          note: tellEvaluation(row, { name: of.projectName, fiscalYear: of.fiscalYear }),
        },
      ]
    })
    return { items }
  },
})
