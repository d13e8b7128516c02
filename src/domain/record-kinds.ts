import { evaluationKinds } from './evaluation/index.ts'
import { exanteKinds } from './exante/index.ts'
import { monitoringKinds } from './monitoring/index.ts'
import { pilotKinds } from './pilot/index.ts'
import { projectKinds } from './project/index.ts'
import { resultsKinds } from './results/index.ts'
import { DomainError } from './shared/errors.ts'
import { targetsKinds } from './targets/index.ts'
import type { RecordKind } from './workflow/record-kind.ts'

/** Every kind of record in the product, in the order of the plan. */
export const RECORD_KINDS: readonly RecordKind[] = [
  ...projectKinds,
  ...exanteKinds,
  ...targetsKinds,
  ...monitoringKinds,
  ...evaluationKinds,
  ...resultsKinds,
  ...pilotKinds,
]

const BY_NAME = new Map(RECORD_KINDS.map((kind) => [kind.kind, kind]))

/** @throws DomainError NOT_FOUND for a name that no stage knows. */
export function getRecordKind(name: string): RecordKind {
  const kind = BY_NAME.get(name)
  if (!kind) throw new DomainError('NOT_FOUND', '没有这类办理事项，请从项目档案进入。', { kind: name })
  return kind
}
