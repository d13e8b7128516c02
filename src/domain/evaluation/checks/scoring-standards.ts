import type { EvaluationFinanceContent, EvaluationFinanceStandardsRow } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-092 评分标准: an indicator that is scored by a method has its number, its standard and its value. */
export const EVA_092: RuleHeader = {
  id: 'EVA-092',
  name: '按方法计算的指标有评分标准',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '附件2（三级指标的评分标准）'),
}

const NEEDED = {
  elements: '要素法需要逐条列出评分要点',
  band: '分档法需要列出档次数值和得分比例',
  deduction: '扣分法需要列出扣分事项、处数和每处扣分',
} as const

/** Lines of the standard that say what the method needs of them. */
function usable(method: string, { bound, share, count, each_x100 }: EvaluationFinanceStandardsRow): boolean {
  if (method === 'band') return bound != null && share != null
  return method !== 'deduction' || (count != null && each_x100 != null)
}

export function checkScoringStandards(content: EvaluationFinanceContent): Finding[] {
  const { scores, scoredBy, standards } = content
  const known = new Set((scores ?? []).map(({ itemCode }) => itemCode))
  const seen = new Set<string>()
  return (scoredBy ?? []).flatMap((by, row) => {
    const code = by.itemCode ?? ''
    const where = { section: 'scores', field: 'scoredBy', row }
    const isDouble = seen.has(code)
    seen.add(code)
    if (!known.has(code)) return [found(EVA_092, `评价指标中没有编号“${code}”，请改正指标编号。`, where)]
    if (isDouble) return [found(EVA_092, `编号“${code}”列了两次评分方法，请只保留一行。`, where)]
    return lackOf(
      content,
      by,
      (standards ?? []).filter(({ itemCode }) => itemCode === code),
    ).map((lack) => found(EVA_092, `编号“${code}”${lack}，请补充。`, where))
  })
}

function lackOf(
  { questionnaires, received_fen, spent_fen }: EvaluationFinanceContent,
  { method, valueFrom, value }: NonNullable<EvaluationFinanceContent['scoredBy']>[number],
  lines: readonly EvaluationFinanceStandardsRow[],
): string[] {
  if (method === 'likert' || valueFrom === 'satisfaction')
    return (questionnaires ?? []).length === 0 ? ['按问卷计分，但没有登记问卷'] : []
  if (method && method !== 'formula' && !lines.some((line) => usable(method, line))) return [NEEDED[method]]
  if (method !== 'formula' && method !== 'band') return []
  const isMoney = valueFrom === 'receivedRate' || valueFrom === 'executionRate'
  if (isMoney) return received_fen && spent_fen ? [] : ['按资金比率计分，但资金数据没有填全']
  return value ? [] : ['没有填写数值']
}
