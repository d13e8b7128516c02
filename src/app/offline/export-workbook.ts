import { Type } from 'typebox'
import { writeOfflineWorkbook } from '../../documents/index.ts'
import { planSheet } from '../../domain/offline/plan-sheet.ts'
import { writeOrigin } from '../../domain/offline/workbook.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { editableSections } from '../records/own-fields.ts'
import type { PrintedDocument } from '../records/print-document.ts'
import { digestOf, getOfflineRecord, namesOf } from './offline-record.ts'

const NOTE =
  '白色的格可以填写，灰色的格由系统或其他岗位填写。填好后保存为 .xlsx，回到系统的这个事项里导入；导入前会逐格显示改动，确认后才写入。金额单位：万元。'

/** 导出离线填报表: the record as a workbook, open where this person may write. */
export const exportWorkbook = defineUseCase({
  id: 'records.exportWorkbook',
  title: '导出离线填报表',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  run: async (context, input): Promise<PrintedDocument> => {
    const data = await getOfflineRecord(context, input.recordId)
    const { form, content, project, record } = data
    const plan = planSheet({
      form,
      content,
      names: await namesOf(context, data),
      openSections: editableSections(context, data),
      facts: [
        ['项目名称', project?.name ?? ''],
        ['项目代码', project?.code ?? ''],
        ['主管部门', project?.departmentName ?? ''],
        ['实施单位', project?.unitName ?? ''],
        ['预算年度', `${record.fiscalYear}年`],
      ],
      note: NOTE,
    })
    const made = { form: form.id, recordId: record.id, version: record.version, exportedAt: context.now }
    const origin = writeOrigin({ ...made, base: content }, digestOf)
    return {
      fileName: `${project?.name ?? ''}-${data.kind.title}-离线填报.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes_base64: (await writeOfflineWorkbook({ plan, origin })).toString('base64'),
    }
  },
})
