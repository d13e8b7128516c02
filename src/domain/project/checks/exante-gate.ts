import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-201 事前评估前置(G1): a new major item is not arranged without a conclusion that permits it. */
export const EXA_201: RuleHeader = {
  id: 'EXA-201',
  name: '新增重大项目须先通过事前绩效评估',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（一）'),
}

export type ExanteGateInput = {
  /** Whether this project must be evaluated at all; `isNew && isMajor`, or as thresholds say. */
  readonly isRequired: boolean
  /** The evaluation as it stands; absent when there is none. */
  readonly exante?:
    | {
        readonly state: string
        readonly decision?: string | null | undefined
        readonly suggested_fen?: string | null | undefined
      }
    | undefined
  readonly arranged_fen?: string | null | undefined
  readonly deviationReason?: string | null | undefined
}

/** G1, asked when a budget line is to be arranged. */
export function checkExanteGate(input: ExanteGateInput): Finding[] {
  const { exante } = input
  if (!exante) {
    const message = '新增重大项目还没有事前绩效评估，不得安排预算，请先完成评估。'
    return foundIf(input.isRequired, EXA_201, message, { section: 'arrangement' })
  }
  if (exante.state !== 'approved') {
    const message = '事前绩效评估结论还没有审定，不得安排预算，请等结论审定后再安排。'
    return foundIf(input.isRequired, EXA_201, message, { section: 'arrangement' })
  }
  if (exante.decision === 'REJECT') {
    return [found(EXA_201, '事前绩效评估结论为“不予支持”，不得安排预算。', { section: 'arrangement' })]
  }
  return checkAmount(input)
}

/** More than was suggested is possible only with a written reason, and stays visible even then. */
function checkAmount({ exante, arranged_fen, deviationReason }: ExanteGateInput): Finding[] {
  const arranged = findFen(arranged_fen)
  const suggested = findFen(exante?.suggested_fen)
  if (arranged === undefined || suggested === undefined || arranged <= suggested) return []
  const isExplained = isWritten(deviationReason)
  const gap = `安排金额 ${formatWanYuan(arranged)} 万元高于评估建议的 ${formatWanYuan(suggested)} 万元`
  const message = isExplained ? `${gap}，已说明原因，请领导注意。` : `${gap}，请调减或写明原因。`
  const where = { section: 'control', field: 'deviationReason' }
  return [found(EXA_201, message, where, isExplained ? 'warning' : 'error')]
}
