import type { ReportFinding } from '../report.ts'

/** The same quantity with two values: where it stands and what to say. */
export type Conflict = { readonly where: ReportFinding['where']; readonly message: string }
