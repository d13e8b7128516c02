import type { RecordKind } from '../workflow/record-kind.ts'
import { acceptance } from './acceptance.ts'
import { adoption } from './adoption.ts'
import { blueprint } from './blueprint.ts'
import { blueprintUse } from './blueprint-use.ts'
import { countyReport } from './county-report.ts'
import { integratedReport } from './integrated-report.ts'
import { leadGroup, meeting, supervision } from './joint-work.ts'
import { programme } from './programme.ts'
import { publicity, rankNote } from './registers.ts'
import { selection } from './selection.ts'
import { stageReport } from './stage-report.ts'

export {
  acceptance,
  adoption,
  blueprint,
  blueprintUse,
  countyReport,
  integratedReport,
  leadGroup,
  meeting,
  programme,
  publicity,
  rankNote,
  selection,
  stageReport,
  supervision,
}
export const pilotKinds: readonly RecordKind[] = [
  programme,
  selection,
  stageReport,
  integratedReport,
  countyReport,
  acceptance,
  adoption,
  leadGroup,
  meeting,
  supervision,
  publicity,
  rankNote,
  blueprint,
  blueprintUse,
]
