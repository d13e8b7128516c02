import type { CaseRecord, ConsistencyCase } from './case.ts'
import type { ConsistencyFinding } from './relation.ts'

/** A relation inside single records: what was found of a record once holds as long as it is the same object. */
export function byRecord(
  check: (record: CaseRecord, given: ConsistencyCase) => ConsistencyFinding[],
): (given: ConsistencyCase) => ConsistencyFinding[] {
  const known = new WeakMap<CaseRecord, ConsistencyFinding[]>()
  return (given) =>
    given.records.flatMap((record) => {
      const found = known.get(record) ?? check(record, given)
      known.set(record, found)
      return found
    })
}
