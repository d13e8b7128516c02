import { Type } from 'typebox'
import { writeRubricWorkbook } from '../../../documents/index.ts'
import {
  AFFORDABILITY_CODE,
  exanteRubric,
  readRubricTable,
  RUBRIC_SUBJECTS,
  rubricRows,
} from '../../../domain/exante/index.ts'
import type { ExanteRubricContent } from '../../../domain/forms/contents.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import type { Context } from '../../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../../kernel/use-case.ts'
import { Sheets } from '../../offline/index.ts'
import type { PrintedDocument } from '../../records/print-document.ts'
import { getRecordData } from '../../records/record-data.ts'
import { writeDraft } from '../../records/save-draft.ts'

const RecordId = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }

/** 导出评分指标体系表: the lines of a version as a workbook, which is also the template for loading one. */
export const exportRubricTable = defineUseCase({
  id: 'exante.exportRubricTable',
  title: '导出评分指标体系表',
  stage: 'exante',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ recordId: RecordId }, closed),
  run: async (context, { recordId }): Promise<PrintedDocument> => {
    const content = await getRubric(context, recordId)
    const title = `${RUBRIC_SUBJECTS[content.subject ?? 'project']}评分指标体系`
    return {
      fileName: `${title}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes_base64: (await writeRubricWorkbook(title, rubricRows(content))).toString('base64'),
    }
  },
})

/**
 * 装入评分指标体系表: the lines and names of a workbook into the draft, all or nothing; a name of AFF that
 * the workbook does not give stays.
 * @throws DomainError RULE_VIOLATED with `faults`, each naming its cell; what saving a draft throws
 */
export const loadRubricTable = defineUseCase({
  id: 'exante.loadRubricTable',
  title: '装入评分指标体系表',
  stage: 'exante',
  kind: 'command',
  by: BUSINESS,
  input: Type.Object({ recordId: RecordId, version: Type.Integer({ minimum: 1 }), sheets: Sheets }, closed),
  output: Type.Object({ recordId: Type.String(), version: Type.Integer(), lines: Type.Integer() }),
  run: async (context, { recordId, version, sheets }) => {
    const before = await getRubric(context, recordId)
    const { dimensions, items, faults } = readRubricTable(sheets)
    if (faults.length > 0) {
      const message = `表中有 ${faults.length} 处需要改正，没有装入任何内容：${faults[0]?.message}`
      throw new DomainError('RULE_VIOLATED', message, { faults })
    }
    const isNamed = dimensions.some(({ code }) => code === AFFORDABILITY_CODE)
    const kept = (before.dimensions ?? []).filter(({ code }) => code === AFFORDABILITY_CODE && !isNamed)
    const content = { dimensions: [...dimensions, ...kept], items }
    const saved = await writeDraft(context, { recordId, version, content })
    return { recordId, version: saved.version, lines: items.length }
  },
})

async function getRubric(context: Context, recordId: string): Promise<ExanteRubricContent> {
  const { kind, content } = await getRecordData(context, recordId)
  if (kind === exanteRubric) return content as ExanteRubricContent
  throw new DomainError('NOT_FOUND', '没有找到这个评分指标体系，请从“规则”页面进入。')
}
