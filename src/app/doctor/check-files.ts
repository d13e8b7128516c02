import path from 'node:path'
import {
  type DoctorReport,
  type DoctorTable,
  examineTable,
  type FindExample,
  unreadableReport,
} from '../../domain/doctor/index.ts'
import { libraryExamples } from '../../domain/doctor/library-examples.ts'
import type { ReadNote, ReadResult } from '../../domain/doctor/read/read-result.ts'
import { buildSuggestIndex, type IndicatorLibrary } from '../../domain/indicators/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { isDate } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { loadIndicators, loadRules, type RuleBook } from '../../rules/index.ts'
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

/** One file with its tables; a file nothing could be read from has one report that says why. */
export type CheckedFile = {
  readonly file: string
  readonly reports: readonly DoctorReport[]
  readonly examined: readonly { readonly table: DoctorTable; readonly report: DoctorReport }[]
  readonly notes: readonly ReadNote[]
}

/**
 * 表格体检 on files: the rules, the readers and the doctor meet here; no database, no server.
 * @returns each file in order; of several tables in a file the second is reported as `file#2`
 * @throws DomainError INVALID_INPUT for a date or a place that is none, PARAMETER_NOT_IN_FORCE for a
 * day no rules are known of
 */
export async function checkFiles(files: readonly string[], options: CheckOptions): Promise<CheckedFile[]> {
  const { jurisdiction = USUAL_JURISDICTION, date } = options
  if (!/^\d{6}$/.test(jurisdiction)) throw new DomainError('INVALID_INPUT', '行政区划代码应为 6 位数字。')
  if (date !== undefined && !isDate(date)) {
    throw new DomainError('INVALID_INPUT', '日期应写成 2023-06-30 的样子。')
  }
  const book = loadRules(RULES_FOLDER)
  const library = loadIndicators(RULES_FOLDER, book.sources)
  const rulesFor = chooseRules(book, jurisdiction, options)
  const findExample = libraryExamples(buildSuggestIndex(library))
  const checked: CheckedFile[] = []
  for (const file of files) checked.push(await checkFile(file, rulesFor, findExample))
  return checked
}

/**
 * The same on one uploaded file, with the rules the product has loaded.
 * @returns each table with its report, and what the reader noticed
 * @throws DomainError FILE_REFUSED, INVALID_INPUT when nothing can be read
 */
export async function checkUpload(
  { file, name }: { readonly file: string; readonly name: string },
  { book, library, jurisdiction, today }: UploadRules,
): Promise<Pick<CheckedFile, 'examined' | 'notes'>> {
  const rulesFor = chooseRules(book, jurisdiction, { today })
  const { tables, notes } = await readAnyTable(file, name)
  if (tables.length === 0) throw new DomainError('FILE_REFUSED', whyNothing(notes))
  const findExample = libraryExamples(buildSuggestIndex(library))
  const examined = tables.map((table, index) => {
    const own = index === 0 ? notes : []
    return { table, report: examineTable(table, rulesFor(table), { file: name, notes: own, findExample }) }
  })
  return { examined, notes }
}

export type UploadRules = {
  readonly book: RuleBook
  readonly library: IndicatorLibrary
  readonly jurisdiction: string
  readonly today: string
}

type ChooseRules = (table: DoctorTable) => ParameterReader

/** An explicit date governs everything; else the table's own year, at its end. */
function chooseRules(book: RuleBook, jurisdiction: string, { date, today }: CheckOptions): ChooseRules {
  const yearEnd = ({ year }: DoctorTable) => (year === null ? today : `${year}-12-31`)
  return (table) => book.at({ date: date ?? yearEnd(table), jurisdiction })
}

async function checkFile(
  file: string,
  rulesFor: ChooseRules,
  findExample: FindExample,
): Promise<CheckedFile> {
  const read = await readSafely(file)
  const why = typeof read === 'string' ? read : read.tables.length === 0 ? whyNothing(read.notes) : undefined
  if (why !== undefined || typeof read === 'string') {
    return { file, reports: [unreadableReport(file, why ?? '')], examined: [], notes: [] }
  }
  const { tables, notes } = read
  const examined = tables.map((table, index) => {
    const name = index === 0 ? file : `${file}#${index + 1}`
    const own = index === 0 ? notes : []
    return { table, report: examineTable(table, rulesFor(table), { file: name, notes: own, findExample }) }
  })
  return { file, reports: examined.map(({ report }) => report), examined, notes }
}

/** The tables, or in words why there are none. */
async function readSafely(file: string): Promise<ReadResult | string> {
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

function whyNothing(notes: readonly ReadNote[]): string {
  const found = notes.map(({ place, message }) => (place === '' ? message : `${place}：${message}`))
  return found[0] ?? '文件里没有找到绩效表，请核对文件。'
}
