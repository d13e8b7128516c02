import { checkScoreSheet } from '../../domain/exante/checks/index.ts'
import { exanteScoreSheet } from '../../domain/exante/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findRecord } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'

/** 提交评分: pledged, without interest, every line marked; only while the panel is scoring. */
export const submitScores = defineAct(exanteScoreSheet, 'submit', {
  gate: async (context, data) => {
    await requireScoring(context, data)
    return checkScoreSheet(data.content)
  },
})

/** A sheet that comes after the end would change a result others already rest on. */
export async function requireScoring(context: Context, { record }: RecordData): Promise<void> {
  const evaluation = record.subjectId ? await findRecord(context.db, record.subjectId) : undefined
  if (evaluation?.state === 'scoring') return
  throw new DomainError('ACTION_NOT_AVAILABLE', '评分已经结束，不能再办理，请与财政绩效股联系。', {
    version: record.version,
    availableActions: [],
  })
}
