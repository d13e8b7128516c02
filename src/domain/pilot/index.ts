import type { RecordKind } from '../workflow/record-kind.ts'
import { acceptance } from './acceptance.ts'
import { blueprint } from './blueprint.ts'
import { blueprintUse } from './blueprint-use.ts'
import { countyReport } from './county-report.ts'
import { integratedReport } from './integrated-report.ts'
import { selection } from './selection.ts'
import { stageReport } from './stage-report.ts'

export { acceptance, blueprint, blueprintUse, countyReport, integratedReport, selection, stageReport }
export const pilotKinds: readonly RecordKind[] = [
  selection,
  stageReport,
  integratedReport,
  countyReport,
  acceptance,
  blueprint,
  blueprintUse,
]
