import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-140 挂钩决定落到预算: more money than the newest decision of an earlier year said is seen where it is arranged. */
export const RES_140: RuleHeader = {
  id: 'RES-140',
  name: '安排金额与挂钩决定一致',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('nx-2022-pilot-plan', '三、（五）奖优罚劣'),
}

/** The newest decision taken about an earlier year of the project. */
export type DecidedAmount = {
  /** Of the project that was evaluated. */
  readonly fiscalYear: number
  readonly decidedOn: string
  readonly next_fen?: string | null | undefined
}

/** @param decided absent where no earlier year of the project has a decision */
export function checkDecidedAmount(input: {
  readonly arranged_fen?: string | null | undefined
  readonly decided: DecidedAmount | undefined
}): Finding[] {
  const arranged = findFen(input.arranged_fen)
  const next = findFen(input.decided?.next_fen)
  if (!input.decided || arranged === undefined || next === undefined) return []
  const { fiscalYear, decidedOn } = input.decided
  const message =
    `安排金额${formatWanYuan(arranged)}万元比${decidedOn}对${fiscalYear}年度评价结果作出的挂钩决定` +
    `${formatWanYuan(next)}万元多${formatWanYuan(arranged - next)}万元，请按决定安排，或报作出决定的领导研究。`
  return foundIf(arranged > next, RES_140, message, { section: 'arrangement', field: 'arranged_fen' })
}
