/**
 * The table doctor as a library: pure, no server, no database, no clock; the pages run it in the browser.
 * `examineTable(readTableJson(json), rules)` is the whole of it.
 */
export { DOCTOR_CHECKS } from './checks/index.ts'
export { unreadableReport } from './checks/unreadable.ts'
export { examineTable, explainRow } from './examine-table.ts'
export { readTableJson, yearIn } from './read/read-table-json.ts'
export { readValue } from './read/read-value.ts'
export type { DoctorReport, ReadValue, ReportFinding, ReportRow } from './report.ts'
export { READ_OPERATORS } from './report.ts'
export type { ReadNote, ReadResult } from './read/read-result.ts'
export type { ExamineOptions, FindExample } from './study.ts'
export type { DoctorFund, DoctorIndicator, DoctorTable, TableKind } from './table.ts'
export { agreesAsPrinted } from './score/agrees.ts'
export { TABLE_KINDS } from './table.ts'
