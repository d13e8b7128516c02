import type { UseCase } from '../kernel/use-case.ts'
import { compareTables } from './compare-tables.ts'
import { exportTables } from './export-tables.ts'
import { listTakeovers } from './list-takeovers.ts'
import { takeOverTables } from './take-over-tables.ts'

export { compareTables, exportTables, listTakeovers, takeOverTables }
export { readExchangeFile } from './read-exchange-file.ts'

export const exchangeUseCases = [
  exportTables,
  compareTables,
  takeOverTables,
  listTakeovers,
] as unknown as readonly UseCase[]
