import type { ConsistencyFinding } from '../../domain/pilot/consistency/relation.ts'
import type { CompletenessItem } from './completeness.ts'

/** Rules whose findings say that a record is missing, not that a figure differs. */
const MISSING = ['PIL-157']
/** Findings named in a line; the rest is counted. */
const NAMED = 3

/** What other records count on, and whether the figures agree: two lines of the list, red with what to do. */
export function findingItems(findings: readonly ConsistencyFinding[]): CompletenessItem[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  return [
    findingItem(
      'REC-1',
      '相互引用的各件记录',
      errors.filter(({ ruleId }) => MISSING.includes(ruleId)),
      '齐全',
    ),
    findingItem(
      'CON-1',
      '勾稽一致的各阶段记录、定稿和报告',
      errors.filter(({ ruleId }) => !MISSING.includes(ruleId)),
      '一致',
    ),
  ]
}

function findingItem(
  itemCode: string,
  item: string,
  findings: readonly ConsistencyFinding[],
  inOrder: string,
): CompletenessItem {
  const named = findings.slice(0, NAMED).map(({ message }) => message)
  const more = findings.length > NAMED ? `另有${findings.length - NAMED}处，见试点档案的勾稽核对。` : ''
  const isPresent = findings.length === 0
  return { itemCode, stage: 'pilot', item, isPresent, note: isPresent ? inOrder : named.join('') + more }
}
