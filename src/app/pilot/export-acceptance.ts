import { Type } from 'typebox'
import type { PilotAcceptanceContent } from '../../domain/forms/contents.ts'
import { acceptance } from '../../domain/pilot/index.ts'
import { computeAcceptanceScore } from '../../domain/pilot/compute/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { JurisdictionProgress } from '../../storage/cockpit-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import type { PrintedDocument } from '../records/print-document.ts'
import { getRecordData } from '../records/record-data.ts'
import { listedItems } from './listed-items.ts'
import { getPlaceProgress } from './project-progress.ts'

/** Lines that the agreement of figures decides: no state of a record tells them. */
const EXAMINED: readonly string[] = ['REC-1', 'CON-1']

/**
 * What a score file holds: where every record stands, the points, and what the product makes of them.
 * @param asOf the day on which the records stood so, YYYY-MM-DD
 */
export function scoreFile(progress: JurisdictionProgress, content: PilotAcceptanceContent, asOf: string) {
  const rows = listedItems(progress).filter(({ itemCode }) => !EXAMINED.includes(itemCode))
  const criteria = (content.criteria ?? []).map(({ itemCode, item, weight_x100, score_x100 }) => ({
    itemCode: itemCode ?? '',
    item: item ?? '',
    weight_x100: weight_x100 ?? 0,
    score_x100: score_x100 ?? null,
  }))
  const pass_x100 = content.pass_x100 ?? 0
  const { total_x100, isPassed } = computeAcceptanceScore({ rows: criteria, pass_x100 })
  return {
    asOf,
    place: progress.name,
    projects: progress.projects
      .filter(({ isPilot }) => isPilot)
      .map(({ name, isNew, isClassified, records, lost }) => ({
        name: name.slice(0, 100),
        isNew,
        isClassified,
        /** Kinds of records the ledger knows of and the system no longer holds. */
        lost: lost.map(({ kind }) => kind),
        records: records.map(({ kind, state, stage, isCarriedOut, problemCount }) => ({
          kind,
          state,
          stage,
          isCarriedOut,
          problemCount,
        })),
      })),
    records: progress.records.map(({ kind, state }) => ({ kind, state })),
    /** The same of what belongs to the place itself. */
    lost: progress.lost.map(({ kind }) => kind),
    criteria,
    pass_x100,
    result: {
      present: rows.filter(({ isPresent }) => isPresent).length,
      of: rows.length,
      missing: rows
        .filter(({ isPresent }) => !isPresent)
        .map(({ projectName, itemCode }) => `${projectName} ${itemCode}`),
      total_x100,
      isPassed,
    },
  }
}

/** 下载评分数据: everything anybody needs to compute completeness and score without this system. */
export const exportAcceptance = defineUseCase({
  id: 'pilot.exportAcceptance',
  title: '下载验收评分数据',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  run: async (context: Context, { recordId }): Promise<PrintedDocument> => {
    const data = await getRecordData(context, recordId)
    if (data.kind !== acceptance) throw new DomainError('NOT_FOUND', '没有找到这次验收，请从试点驾驶舱进入。')
    const progress = await getPlaceProgress(context, data.record.jurisdictionId)
    const file = scoreFile(progress, data.content as PilotAcceptanceContent, context.today)
    return {
      fileName: `${progress.name}-验收评分数据.json`,
      mediaType: 'application/json',
      bytes_base64: Buffer.from(`${JSON.stringify(file, null, 2)}\n`).toString('base64'),
    }
  },
})
