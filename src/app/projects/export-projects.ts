import { Type } from 'typebox'
import { statusTitle } from '../../domain/project/status.ts'
import { formatWanYuan } from '../../domain/shared/money.ts'
import { writeXlsx } from '../../documents/index.ts'
import { findProjectLines } from '../../storage/project-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import type { PrintedDocument } from '../records/print-document.ts'

const GRADES: Readonly<Record<string, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' }

/** 导出项目列表: the same list as on the page, as a workbook; at most 20,000 lines. */
export const exportProjects = defineUseCase({
  id: 'projects.export',
  title: '导出项目列表',
  stage: 'project',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      status: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,20}$' })),
    },
    { additionalProperties: false },
  ),
  run: async (context, input): Promise<PrintedDocument> => {
    const lines = await findProjectLines(context.db, input)
    const bytes = await writeXlsx({
      title: `${input.year} 年项目列表`,
      unit: '金额单位：万元',
      columns: [
        { title: '项目代码', type: 'text', width: 24 },
        { title: '项目名称', type: 'text', width: 44 },
        { title: '实施单位', type: 'text', width: 28 },
        { title: '主管部门', type: 'text', width: 28 },
        { title: '年度预算', type: 'number', width: 16 },
        { title: '所处环节', type: 'text', width: 14 },
        { title: '评价等级', type: 'text', width: 10 },
      ],
      rows: lines.map((line) => [
        line.code,
        line.name,
        line.unitName,
        line.departmentName,
        formatWanYuan(BigInt(line.budget_fen)),
        statusTitle(line.status),
        line.grade ? (GRADES[line.grade] ?? '') : '',
      ]),
    })
    return {
      fileName: `项目列表-${input.jurisdiction}-${input.year}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes_base64: Buffer.from(bytes).toString('base64'),
    }
  },
})
