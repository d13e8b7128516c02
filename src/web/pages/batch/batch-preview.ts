import type { Mapping } from '../../../domain/batch/mapping.ts'
import type { Reconciliation } from '../../../domain/batch/reconcile.ts'
import type { IntakeFault } from '../../../domain/intake/intake-fault.ts'

/** What the server says about a list before anything is written. */
export type BatchPreview = {
  readonly headers: readonly string[]
  readonly columns: readonly { readonly id: string; readonly label: string; readonly isRequired: boolean }[]
  readonly mapping: Mapping
  readonly isRemembered: boolean
  readonly lines: number
  readonly records: number
  /** The first two hundred; the workbook that comes back has them all. */
  readonly faults: readonly IntakeFault[]
  readonly faultCount: number
  readonly warnings: readonly IntakeFault[]
  readonly reconciliation: Reconciliation & { readonly changedCount: number }
  readonly stamp: string
}
