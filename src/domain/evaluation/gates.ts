import type { RuleHeader } from '../shared/rule-header.ts'
import { cite } from '../shared/sources.ts'

/** EVA-901 受托方: only an institution of the register can be commissioned. */
export const EVA_901: RuleHeader = {
  id: 'EVA-901',
  name: '受托方须为第三方机构',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '受托第三方机构'),
  standing: 'seen',
}

/** EVA-902 签章报告: whoever evaluated answers for the report with signature and seal. */
export const EVA_902: RuleHeader = {
  id: 'EVA-902',
  name: '正式报告须签字盖章',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('czj-2021-4', '评价报告由主评人签字、机构盖章'),
}

/** For the catalogue of rules. */
export const evaluationGateRules: readonly RuleHeader[] = [EVA_901, EVA_902]
