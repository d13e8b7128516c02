import path from 'node:path'
import {
  type DoctorReport,
  type DoctorTable,
  examineTable,
  type ReaderNote,
  unreadableReport,
} from '../../domain/doctor/index.ts'
import { isDate } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { loadRules, type RuleBook } from '../../rules/index.ts'
import { RULES_FOLDER } from '../rules-folder.ts'
import { readAnyTable } from './read-any-table.ts'

/** Ningxia as a whole: its values stand where no place is named. */
const USUAL_JURISDICTION = '640000'

export type CheckOptions = {
  /** Whose rules; six digits. */
  readonly jurisdiction?: string
  /** The day whose rules apply; without it each table is judged by its own budget year's end. */
  readonly date?: string
  /** For tables that name no year. */
  readonly today: string
}

/**
 * 表格体检 on files: the rules, the readers and the doctor meet here; no database, no server.
 * @returns one report a file; a file with several tables gives one for each, the second as `file#2`
 * @throws DomainError INVALID_INPUT for a date or a place that is none, PARAMETER_NOT_IN_FORCE for a
 * day no rules are known of
 */
export async function checkFiles(files: readonly string[], options: CheckOptions): Promise<DoctorReport[]> {
  const { jurisdiction = USUAL_JURISDICTION, date } = options
  if (!/^\d{6}$/.test(jurisdiction)) throw new DomainError('INVALID_INPUT', '行政区划代码应为 6 位数字。')
  if (date !== undefined && !isDate(date)) {
    throw new DomainError('INVALID_INPUT', '日期应写成 2023-06-30 的样子。')
  }
  const book = loadRules(RULES_FOLDER)
  const reports: DoctorReport[] = []
  for (const file of files) reports.push(...(await checkFile(file, book, { ...options, jurisdiction })))
  return reports
}

async function checkFile(
  file: string,
  book: RuleBook,
  options: CheckOptions & { readonly jurisdiction: string },
): Promise<DoctorReport[]> {
  const read = await readSafely(file)
  if (typeof read === 'string') return [unreadableReport(file, read)]
  const { tables, notes } = read
  if (tables.length === 0) return [unreadableReport(file, whyNothing(notes))]
  return tables.map((table, index) => {
    const name = index === 0 ? file : `${file}#${index + 1}`
    return examineTable(table, rulesFor(table, book, options), {
      file: name,
      notes: index === 0 ? notes : [],
    })
  })
}

type Read = { readonly tables: readonly DoctorTable[]; readonly notes: readonly ReaderNote[] }

/** The tables, or in words why there are none. */
async function readSafely(file: string): Promise<Read | string> {
  try {
    return await readAnyTable(path.resolve(file), path.basename(file))
  } catch (error) {
    if (error instanceof DomainError) return error.message
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return '找不到这个文件，请核对路径。'
    if (code === 'EISDIR') return '这是一个文件夹，请写明其中的文件。'
    if (code === 'EACCES') return '没有读取这个文件的权限。'
    throw error
  }
}

function whyNothing(notes: readonly ReaderNote[]): string {
  const found = notes.map(({ place, message }) => (place === '' ? message : `${place}：${message}`))
  return found[0] ?? '文件里没有找到绩效表，请核对文件。'
}

/** An explicit date governs everything; else the table's own year, at its end. */
function rulesFor(
  table: DoctorTable,
  book: RuleBook,
  { jurisdiction, date, today }: CheckOptions & { readonly jurisdiction: string },
) {
  if (date !== undefined) return book.at({ date, jurisdiction })
  return book.at({ date: table.year === null ? today : `${table.year}-12-31`, jurisdiction })
}
