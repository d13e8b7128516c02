export { readAnyTable } from './read-any-table.ts'
