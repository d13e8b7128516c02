import { consistencyRelations } from '../checks/consistency/index.ts'
import type { ConsistencyCase } from './case.ts'
import type { ConsistencyFinding } from './relation.ts'

/** 勾稽: every relation of the catalogue on one project; the gravest findings first. */
export function checkConsistency(given: ConsistencyCase): ConsistencyFinding[] {
  const found = consistencyRelations.flatMap(({ check }) => check(given))
  const seen = new Set<string>()
  return found
    .filter(({ ruleId, message }) => {
      const key = `${ruleId} ${message}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
    .toSorted((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity))
}

const GRAVITY = ['error', 'warning', 'note']
