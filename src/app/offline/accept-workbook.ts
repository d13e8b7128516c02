import { Type } from 'typebox'
import { applyMerge, undecided } from '../../domain/offline/apply-merge.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { requireVersion } from '../records/record-data.ts'
import { saveDraft } from '../records/save-draft.ts'
import { getOfflineRecord, readWorkbook, Sheets } from './offline-record.ts'

const Side = Type.Union([Type.Literal('mine'), Type.Literal('theirs')])

/**
 * 采纳离线填报表: writes what a person accepted of a workbook, all of it or nothing. The file is read and
 * compared once more here: what is written follows from it and the choices alone.
 */
export const acceptWorkbook = defineUseCase({
  id: 'records.acceptWorkbook',
  title: '采纳离线填报表',
  stage: 'shell',
  kind: 'command',
  by: BUSINESS,
  input: Type.Object(
    {
      recordId: Type.String({ format: 'uuid' }),
      /** The version the differences were shown for. */
      version: Type.Integer({ minimum: 1 }),
      sheets: Sheets,
      /** For each difference the side to keep; those not named follow the side that changed. */
      choices: Type.Record(Type.String({ maxLength: 300 }), Side),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    recordId: Type.String(),
    version: Type.Integer(),
    savedAt: Type.String(),
    taken: Type.Integer(),
  }),
  run: async (context, input) => {
    const data = await getOfflineRecord(context, input.recordId, { isLocked: true })
    requireVersion(data, input.version)
    const { merge } = await readWorkbook(context, data, input.sheets)
    const open = undecided(merge.items, input.choices)
    if (open.length > 0) {
      throw new DomainError(
        'RULE_VIOLATED',
        `有 ${open.length} 处两边都改过，还没有选定用哪一边，请逐处选定后再采纳。`,
        { undecided: open.map(({ key }) => key) },
      )
    }
    const content = applyMerge(data.form, data.content, merge, input.choices)
    const { recordId, version } = input
    const saved = await saveDraft.run(context, { recordId, version, content })
    return { ...saved, taken: Object.keys(content).length }
  },
})
