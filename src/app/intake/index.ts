import type { UseCase } from '../kernel/use-case.ts'
import { importTable } from './import-table.ts'

export { importTable }
export { readTable } from './read-table.ts'
export { writeFaults } from './write-faults.ts'

export const intakeUseCases = [importTable] as unknown as readonly UseCase[]
