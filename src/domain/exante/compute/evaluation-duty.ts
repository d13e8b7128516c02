import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan, parseFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_001: RuleHeader = {
  id: 'EXA-001',
  name: '是否应当开展事前绩效评估',
  stage: 'exante',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（一）'),
  parameters: ['exante.amount_thresholds'],
}

export type EvaluationDutyInput = {
  readonly isNew: boolean
  readonly amount_fen: Fen
  readonly isOnMajorList: boolean
  readonly isPolicy: boolean
}

/**
 * EXA-001: a new item must be evaluated when it is large, on the list of major items, or a policy.
 * `level` says who evaluates: the department, or the finance bureau as well.
 */
export function computeEvaluationDuty(
  input: EvaluationDutyInput,
  rules: ParameterReader,
): Explained<{
  readonly isMajor: boolean
  readonly isRequired: boolean
  readonly level: 'none' | 'department' | 'finance'
}> {
  const thresholds = rules.value('exante.amount_thresholds')
  const department = parseFen(thresholds.value.department_fen)
  const finance = parseFen(thresholds.value.finance_fen)
  const reasons = [
    ...(input.amount_fen >= department ? [`金额达到${formatWanYuan(department)}万元`] : []),
    ...(input.isOnMajorList ? ['列入重大项目清单'] : []),
    ...(input.isPolicy ? ['属于政策类'] : []),
  ]
  const isMajor = reasons.length > 0
  const isRequired = input.isNew && isMajor
  const isFinance = isRequired && input.amount_fen >= finance
  const level = isFinance ? 'finance' : isRequired ? 'department' : 'none'
  const who = { none: '不要求评估', department: '由主管部门评估', finance: '由主管部门评估并由财政部门评估' }[
    level
  ]
  const why = input.isNew ? (isMajor ? reasons.join('、') : '未达到重大项目标准') : '延续项目'
  return {
    isMajor,
    isRequired,
    level,
    explanation: explain(EXA_001, {
      sentence: `${input.isNew ? '新增项目，' : ''}${why}，${who}。`,
      inputs: [
        { label: '项目属性', value: input.isNew ? '新增' : '延续' },
        { label: '申请金额', value: `${formatWanYuan(input.amount_fen)}万元` },
        { label: '重大项目清单', value: input.isOnMajorList ? '列入' : '未列入' },
        { label: '政策类', value: input.isPolicy ? '是' : '否' },
      ],
      parameters: [thresholds],
      formula: '新增，且（金额达到标准，或列入重大项目清单，或属于政策）',
      result: who,
    }),
  }
}
