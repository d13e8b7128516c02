import type { DoctorFund, DoctorIndicator, DoctorTable } from '../../domain/doctor/table.ts'
import type {
  PublishedFund,
  PublishedIndicator,
  PublishedTable,
} from '../../domain/intake/published-table.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { readAnyTable } from '../doctor/index.ts'

/**
 * Reads a performance table from a file on disk, to be taken over into a record. Every kind of file
 * that the table doctor reads will do; of several tables the first with indicators is taken.
 * @throws DomainError FILE_REFUSED, INVALID_INPUT
 */
export async function readTable(file: string, name: string): Promise<PublishedTable> {
  const { tables } = await readAnyTable(file, name)
  const table = tables.find(({ indicators }) => indicators.length > 0)
  if (table) return toPublished(table)
  throw new DomainError(
    'FILE_REFUSED',
    '文件里没有找到绩效指标表(应有“三级指标”“指标值”两个表头)，请核对文件。',
  )
}

/** For taking over, a cell that cannot be seen is a cell with nothing in it. */
function toPublished(table: DoctorTable): PublishedTable {
  return {
    amountUnit: table.amountUnit,
    projectName: table.projectName ?? '',
    annualGoal: table.annualGoal ?? '',
    funds: table.funds.map(toFund),
    indicators: table.indicators.map(toIndicator),
  }
}

function toFund({ place, label, initial, adjusted, executed }: DoctorFund): PublishedFund {
  return {
    place,
    label: label ?? '',
    initial: initial ?? '',
    adjusted: adjusted ?? '',
    executed: executed ?? '',
  }
}

function toIndicator(row: DoctorIndicator): PublishedIndicator {
  return {
    place: row.place,
    level1: row.level1 ?? '',
    level2: row.level2 ?? '',
    name: row.name ?? '',
    target: row.target ?? '',
    actual: row.actual ?? '',
    weight: row.weight ?? '',
    score: row.score ?? '',
    reason: row.reason ?? '',
  }
}
