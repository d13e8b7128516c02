import type { ReadResult } from './read-result.ts'
export function readTableText(_text: string): ReadResult {
  return { tables: [], notes: [] }
}
