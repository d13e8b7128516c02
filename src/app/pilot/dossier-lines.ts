import type { ConsistencyFinding } from '../../domain/pilot/consistency/relation.ts'
import type { ProjectProgress } from '../../storage/cockpit-repository.ts'
import { type CompletenessItem, projectItems } from './completeness.ts'

/** Rules whose findings say that a record is missing, not that a figure differs. */
const MISSING = ['PIL-157']
/** Findings named in a line; the rest is counted. */
const NAMED = 3

/**
 * 试点档案 of a project, line by line: what must be there, what other records count on, and whether the
 * figures agree. A line is red when its note says what is to be done.
 */
export function dossierLines(
  progress: ProjectProgress,
  findings: readonly ConsistencyFinding[],
): CompletenessItem[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const missing = errors.filter(({ ruleId }) => MISSING.includes(ruleId))
  const differing = errors.filter(({ ruleId }) => !MISSING.includes(ruleId))
  return [
    ...projectItems(progress),
    findingLine('REC-1', '相互引用的各件记录', missing, '齐全'),
    findingLine('CON-1', '勾稽一致的各阶段数据和文书', differing, '一致'),
  ]
}

function findingLine(
  itemCode: string,
  item: string,
  findings: readonly ConsistencyFinding[],
  inOrder: string,
): CompletenessItem {
  const named = findings.slice(0, NAMED).map(({ message }) => message)
  const more = findings.length > NAMED ? `另有${findings.length - NAMED}处，见勾稽核对。` : ''
  const isPresent = findings.length === 0
  return { itemCode, stage: 'pilot', item, isPresent, note: isPresent ? inOrder : named.join('') + more }
}
