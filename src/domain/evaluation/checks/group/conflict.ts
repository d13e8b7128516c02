import { found } from '../../../shared/check.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'

/** EVA-112 成员回避: whoever works in the evaluated unit or carried the project does not evaluate it. */
export const EVA_112: RuleHeader = {
  id: 'EVA-112',
  name: '评价组成员与被评价单位和项目没有利害关系',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '严格避免利益冲突（评价组成员参照）'),
  parameters: ['evaluation.conflict_years'],
}

/** A member with every ground to stand back, in words; `row` in the list of the group. */
export type MemberGrounds = {
  readonly row: number
  readonly name: string
  readonly grounds: readonly string[]
}

export function checkMembers(members: readonly MemberGrounds[]): Finding[] {
  return members.flatMap(({ row, name, grounds }) =>
    grounds.map((ground) =>
      found(EVA_112, `第 ${row + 1} 行${name}${ground}，应当回避，请更换。`, {
        section: 'group',
        field: 'group',
        row,
        column: 'person',
      }),
    ),
  )
}
