export { checkFiles, checkUpload, type CheckedFile, type CheckOptions } from './check-files.ts'
export { readAnyTable } from './read-any-table.ts'
export { reportAsText } from './report-text.ts'
export { writeCheckedWorkbook } from './write-checked-workbook.ts'
