import type { RuleHeader } from '../../domain/shared/rule-header.ts'
import { cite } from '../../domain/shared/sources.ts'

/** EVA-901 主体分离: nobody evaluates themselves, nor those they depend on. */
export const EVA_901: RuleHeader = {
  id: 'EVA-901',
  name: '委托方与评价对象分离',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '主体分离原则'),
}

/** EVA-902 阶段轮换: who judged the target should not judge its result. */
export const EVA_902: RuleHeader = {
  id: 'EVA-902',
  name: '同一机构参与前期工作',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2021-6', '回避利益冲突'),
}

/** EVA-903 签章报告: an institution answers for its report with signature and seal. */
export const EVA_903: RuleHeader = {
  id: 'EVA-903',
  name: '正式报告须签字盖章',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('czj-2021-4', '评价报告由主评人签字、机构盖章'),
}

export const evaluationGateRules: readonly RuleHeader[] = [EVA_901, EVA_902, EVA_903]
