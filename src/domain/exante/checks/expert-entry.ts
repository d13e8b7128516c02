import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_110: RuleHeader = {
  id: 'EXA-110',
  name: '专家登记不重复、能登录评分',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '专家和机构的随机抽取'),
}

/** EXA-110: one entry per person and place, and only of people who hold an expert's post. */
export function checkExpertEntry(facts: {
  readonly isDouble: boolean
  readonly hasPost: boolean
}): Finding[] {
  const where = { section: 'person', field: 'person' }
  return [
    ...foundIf(facts.isDouble, EXA_110, '这位专家已经登记，请打开原有的登记表修改。', where),
    ...foundIf(
      !facts.hasPost,
      EXA_110,
      '这位人员没有在任的专家岗位，不能登录评分，请先由安全管理员设立岗位。',
      where,
    ),
  ]
}
