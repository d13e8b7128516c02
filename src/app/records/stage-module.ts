import type { UseCase } from '../kernel/use-case.ts'
import type { ActUseCase } from './act.ts'
import type { RecordBehaviour } from './behaviour.ts'
import type { BeginUseCase } from './begin-record.ts'

/** What a stage hands to the product: five stages, one shape. */
export type StageModule = {
  readonly behaviours: readonly RecordBehaviour[]
  readonly begins: readonly BeginUseCase[]
  readonly acts: readonly ActUseCase[]
  /** What does not fit the shape of a record: lists, statistics, uploads. */
  readonly others: readonly UseCase[]
}
