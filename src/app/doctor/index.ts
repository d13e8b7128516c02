export { checkFiles, type CheckOptions } from './check-files.ts'
export { readAnyTable } from './read-any-table.ts'
export { reportAsText } from './report-text.ts'
