import { Type } from 'typebox'
import { departmentEvaluation, financeEvaluation } from '../../../domain/evaluation/index.ts'
import { REPORT_CHECKERS } from '../../../domain/evaluation/report/report-checkers.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { getRecordData } from '../../records/record-data.ts'
import { examineReports } from './examine-reports.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const Found = Type.Object({
  ruleId: Type.String(),
  severity: Type.String(),
  message: Type.String(),
  place: Type.String(),
  excerpt: MaybeText,
  source: Type.String(),
})

/** 评价报告检查: what is wrong with the report files of an evaluation; nothing is stored. */
export const viewReportCheck = defineUseCase({
  id: 'evaluation.checkReport',
  title: '评价报告检查',
  stage: 'evaluation',
  kind: 'query',
  by: REPORT_CHECKERS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    compared: Type.Integer(),
    reports: Type.Array(
      Type.Object({
        attachmentId: Type.String(),
        name: Type.String(),
        unreadable: MaybeText,
        findings: Type.Array(Found),
      }),
    ),
  }),
  run: async (context, { recordId }) => {
    const data = await getRecordData(context, recordId)
    // A department has the reports it commissioned examined, not those on its own projects.
    const kinds =
      context.actor.role === 'department' ? [departmentEvaluation] : [departmentEvaluation, financeEvaluation]
    if (!kinds.includes(data.kind)) throw new DomainError('NOT_FOUND', '没有找到这项评价，请从项目档案进入。')
    return examineReports(context, data)
  },
})
