import type { UseCase } from '../kernel/use-case.ts'
import { compareTables } from './compare-tables.ts'
import { exportTables } from './export-tables.ts'

export { compareTables, exportTables }
export { readExchangeFile } from './read-exchange-file.ts'

export const exchangeUseCases = [exportTables, compareTables] as unknown as readonly UseCase[]
