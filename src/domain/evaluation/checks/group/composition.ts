import type { EvaluationFinanceContent } from '../../../forms/contents.ts'
import { found, foundIf } from '../../../shared/check.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'

/** EVA-111 评价组组成: one leader of the office itself, and nobody who is neither of the office nor an expert. */
export const EVA_111: RuleHeader = {
  id: 'EVA-111',
  name: '评价组由本单位人员和专家组成，组长一名',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '自行组织评价的评价组'),
}

/** What a person may be in a group, by the posts they hold. */
export type Standing = 'office' | 'expert' | 'none'

/** @param standingOf by the id of the person */
export function checkGroup(
  { group }: Pick<EvaluationFinanceContent, 'group'>,
  standingOf: (person: string) => Standing,
): Finding[] {
  const rows = group ?? []
  const where = { section: 'group', field: 'group' }
  const leaders = rows.filter(({ duty }) => duty === 'leader')
  const people = rows.map(({ person }) => person)
  const leader = leaders[0]?.person
  return [
    ...foundIf(leaders.length !== 1, EVA_111, `评价组应有一名组长，现有${leaders.length}名，请改正。`, where),
    ...foundIf(
      leaders.length === 1 && typeof leader === 'string' && standingOf(leader) === 'expert',
      EVA_111,
      '组长应由本单位人员担任，专家可以作为成员参加，请改正。',
      where,
    ),
    ...rows.flatMap(({ person }, row) => {
      const at = { ...where, row, column: 'person' }
      if (!person) return []
      if (people.indexOf(person) < row) return [found(EVA_111, '同一人在评价组中只列一次，请删去一行。', at)]
      if (standingOf(person) !== 'none') return []
      const message = `第 ${row + 1} 行的人员不是本单位能够参加评价的在岗人员，也不是在任专家，请重新选择。`
      return [found(EVA_111, message, at)]
    }),
  ]
}
