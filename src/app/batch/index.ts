import type { UseCase } from '../kernel/use-case.ts'
import { importBatch } from './import-batch.ts'
import { previewBatch } from './preview-batch.ts'

export { importBatch, previewBatch }
export { readListFile } from './read-list-file.ts'

export const batchUseCases = [previewBatch, importBatch] as unknown as readonly UseCase[]
