import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { STAGES } from '../../../workflow/record-kind.ts'
import type { ConsistencyCase } from '../../consistency/case.ts'
import { type Mismatch, numeralMismatches } from '../../consistency/numeral-mismatch.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { retellStage, stageReportsOf } from '../../consistency/retell.ts'

/** PIL-153 分阶段报告: what it says of a record is what the record says. */
export const PIL_153: RuleHeader = {
  id: 'PIL-153',
  name: '分阶段报告与记录一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（三）分阶段绩效管理分报告'),
}

const PARTS = {
  work: '工作开展情况',
  outcome: '主要结果',
  problems: '存在问题',
  suggestions: '下一步建议',
} as const

export const stageReportsTell: Relation = {
  header: PIL_153,
  check: (given) =>
    stageReportsOf(given).flatMap(({ stage, report }) => {
      if (report.content['isCarriedOut'] === false) return []
      const told = retellStage(given, stage, report)
      return Object.entries(PARTS).flatMap(([part, title]) =>
        numeralMismatches(String(report.content[part] ?? ''), told[part as keyof typeof PARTS]).map(
          (mismatch) => mismatched(given, report.id, `${STAGES[stage]}分阶段报告“${title}”`, mismatch),
        ),
      )
    }),
}

/** 第3行“…”，与记录“事前绩效评估”的“…”不一致. */
export function mismatched(
  given: ConsistencyCase,
  recordId: string,
  place: string,
  { number, written, told }: Mismatch,
  header: RuleHeader = PIL_153,
): ConsistencyFinding {
  const sources = new Set(
    told.sources.map(({ recordId: id }) => given.records.find((one) => one.id === id)?.title ?? '项目档案'),
  )
  const from = [...sources].map((title) => `“${title}”`).join('、')
  return inconsistent(
    header,
    recordId,
    `${place}第${number}行“${written}”，与${from}的“${told.text}”不一致，请核对并更正。`,
  )
}
