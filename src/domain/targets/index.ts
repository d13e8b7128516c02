import type { RecordKind } from '../workflow/record-kind.ts'
import { targetSheet } from './sheet.ts'

export { targetSheet }
export const targetsKinds: readonly RecordKind[] = [targetSheet]
