export { readAnyTable } from './read-any-table.ts'
export { writeCheckedWorkbook } from './write-checked-workbook.ts'
