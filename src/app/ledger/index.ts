import type { UseCase } from '../kernel/use-case.ts'
import { cosign, issueCheckpoint, listCheckpoints, viewWitnessRequest } from './checkpoints.ts'
import { compareLedger } from './compare-ledger.ts'
import { listLeaves } from './list-leaves.ts'
import { downloadBundle } from './make-bundle.ts'

export {
  compareLedger,
  cosign,
  downloadBundle,
  issueCheckpoint,
  listCheckpoints,
  listLeaves,
  viewWitnessRequest,
}

/** 契约账: what was sealed, evidence to take along, checkpoints and their witnesses. */
export const ledgerUseCases = [
  listLeaves,
  downloadBundle,
  listCheckpoints,
  issueCheckpoint,
  viewWitnessRequest,
  cosign,
  compareLedger,
] as unknown as readonly UseCase[]
