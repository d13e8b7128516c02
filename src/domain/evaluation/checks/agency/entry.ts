import type { EvaluationAgencyEntryContent } from '../../../forms/contents.ts'
import { foundIf, isWritten } from '../../../shared/check.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'

/** AGE-001 登记条件: an institution that lacks one of them is not registered. */
export const AGE_001: RuleHeader = {
  id: 'AGE-001',
  name: '第三方机构登记条件',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('czj-2021-4', '第三方机构应当具备的条件（条款待核对）'),
}

/** AGE-002 登记不重复: one entry per institution and place. */
export const AGE_002: RuleHeader = {
  id: 'AGE-002',
  name: '第三方机构登记不重复',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('czj-2021-4', '信用管理'),
}

const CONDITIONS = {
  bearsLiability: '能够独立承担民事责任',
  isIndependent: '与委托方和评价对象没有隶属关系',
  hasSoundAccounts: '财务会计制度健全',
  hasQualityRules: '有质量控制、档案和保密制度',
  hasNoViolation: '近三年没有严重违法失信记录',
} as const

/** @param isDouble whether another entry of the place, not yet removed, is about the same institution */
export function checkAgencyEntry(content: EvaluationAgencyEntryContent, isDouble: boolean): Finding[] {
  const lacking = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).filter(
    (field) => content[field] === false,
  )
  const isOnPlatform = isWritten(content.platformNumber)
  return [
    ...lacking.flatMap((field) =>
      foundIf(true, AGE_001, `不具备“${CONDITIONS[field]}”，不能登记，请先由机构改正。`, {
        section: 'conditions',
        field,
      }),
    ),
    ...foundIf(
      !isOnPlatform,
      AGE_001,
      '没有填写信用管理平台登记编号，请提醒机构先在平台登记。',
      { section: 'body', field: 'platformNumber' },
      'warning',
    ),
    ...foundIf(isDouble, AGE_002, '这家机构已经登记，请打开原有的登记表修改。', {
      section: 'body',
      field: 'agency',
    }),
  ]
}
